#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/random.hpp"
#include "layers/feature/maybe.hpp"
#include "layers/feature/text.hpp"
#include "layers/feature/uid.hpp"
#include "layers/feature/uid_positions.hpp"

namespace pianqu::layers {
namespace {

/// Any bytes, zeros among them: of the lengths around seven most.
std::string anyText(geo::Random& random) {
  std::string text(static_cast<std::size_t>(random.integer(0, random.chance(0.2) ? 60 : 9)), '\0');
  for (char& c : text) c = static_cast<char>(random.integer(0, random.chance(0.5) ? 255 : 2));
  return text;
}

TEST(Text, isWhatAStringIsWhateverItsLength) {
  static_assert(sizeof(Text) == 8);
  geo::Random random(1);
  for (int i = 0; i < 4000; ++i) {
    const std::string a = anyText(random), b = random.chance(0.3) ? a : anyText(random);
    const Text ta = a, tb = b;
    ASSERT_EQ(ta.str(), a);
    ASSERT_EQ(ta.size(), a.size());
    ASSERT_EQ(ta.empty(), a.empty());
    ASSERT_EQ(ta == tb, a == b);
    ASSERT_EQ(ta == b, a == b);
    ASSERT_EQ(ta < tb, a < b);
    ASSERT_EQ(ta < b, a < b);
    ASSERT_EQ(ta + b, a + b);
    ASSERT_EQ("x" + ta + tb, "x" + a + b);
  }
}

TEST(Text, keepsItsOwnCopy) {
  Text longer = "解放路120号院", shorter = "住宅";
  Text copy = longer;
  longer = shorter;
  EXPECT_EQ(copy, "解放路120号院");
  EXPECT_EQ(longer, "住宅");
  copy = copy;   // NOLINT: to itself
  EXPECT_EQ(copy, "解放路120号院");
  const Text moved = std::move(copy);
  EXPECT_EQ(moved, "解放路120号院");
  shorter.clear();
  EXPECT_TRUE(shorter.empty());
}

std::string anyUid(geo::Random& random) {
  const std::string special[] = {"", "b1", std::string(32, '0'), std::string(32, 'f'), std::string(16, 'f') + std::string(16, '0'), std::string(31, '0') + "1", "PQ01",
                                 std::string(31, 'a') + "G", std::string(31, 'a') + "A", std::string(33, '1')};
  if (random.chance(0.3)) return special[random.integer(0, 9)];
  std::string digits(32, '0');
  for (char& c : digits) c = "0123456789abcdef"[random.integer(0, 15)];
  return digits;
}

TEST(Uid, isTheTextThatItWasMadeOfAndSortsLikeIt) {
  static_assert(sizeof(Uid) == 16);
  geo::Random random(2);
  for (int i = 0; i < 4000; ++i) {
    const std::string a = anyUid(random), b = random.chance(0.3) ? a : anyUid(random);
    const Uid ua = a, ub = b;
    ASSERT_EQ(ua.str(), a);
    ASSERT_EQ(ua.empty(), a.empty());
    ASSERT_EQ(ua == ub, a == b) << a << " " << b;
    ASSERT_EQ(ua == b, a == b) << a << " " << b;
    ASSERT_EQ(ua < ub, a < b) << a << " " << b;
    if (a == b) { ASSERT_EQ(ua.hash(), ub.hash()); }
  }
}

TEST(Uid, ofAnyTextAreFoundAgain) {
  geo::Random random(3);
  std::vector<std::string> all;
  for (int i = 0; i < 2000; ++i) all.push_back(anyUid(random));
  UidPositions positions(10);   // too few: it grows
  for (std::size_t i = 0; i < all.size(); ++i) positions.add(all[i], i);
  for (std::size_t i = 0; i < all.size(); ++i) ASSERT_EQ(positions.find(all[i]), static_cast<std::size_t>(std::find(all.begin(), all.end(), all[i]) - all.begin()));
  EXPECT_FALSE(positions.find("nobody"));
}

TEST(UidGroups, nameWhatBelongsToEachOwnerInOrder) {
  const UidGroups groups({"e2", "e1", "", "e2", "e1", "e2"});
  const auto of = [&groups](const char* owner) {
    const auto members = groups.of(owner);
    return std::vector<std::size_t>(members.begin(), members.end());
  };
  EXPECT_EQ(of("e1"), (std::vector<std::size_t>{1, 4}));
  EXPECT_EQ(of("e2"), (std::vector<std::size_t>{0, 3, 5}));
  EXPECT_TRUE(of("e3").empty());
  EXPECT_TRUE(of("").empty()) << "nobody owns nothing";
  EXPECT_TRUE(UidGroups().of("e1").empty());
}

template <class T>
void comparesAsOptional(const std::vector<std::optional<T>>& values) {
  for (const auto& a : values) {
    for (const auto& b : values) {
      const Maybe<T> ma = a, mb = b;
      EXPECT_EQ(ma.has_value(), a.has_value());
      EXPECT_EQ(ma.optional(), a);
      EXPECT_EQ(ma == mb, a == b);
      EXPECT_EQ(ma == b, a == b);
      EXPECT_EQ(b == ma, a == b);
      EXPECT_EQ(ma < mb, a < b);
      EXPECT_EQ(ma == std::nullopt, !a.has_value());
      if (b) { EXPECT_EQ(ma >= *b, a >= *b); }
      EXPECT_EQ(ma.value_or(T{}), a.value_or(T{}));
    }
  }
}

TEST(Maybe, isAnOptionalOfTheSizeOfItsNumber) {
  static_assert(sizeof(Maybe<int>) == 4 && sizeof(Maybe<double>) == 8 && sizeof(Maybe<bool>) == 1);
  comparesAsOptional<int>({std::nullopt, 0, -1, 7, std::numeric_limits<int>::max()});
  comparesAsOptional<double>({std::nullopt, 0.0, -0.5, 1e300});
  comparesAsOptional<bool>({std::nullopt, true, false});
  Maybe<int> floors = 6;
  floors.reset();
  EXPECT_FALSE(floors);
  EXPECT_FALSE(Maybe<double>(std::numeric_limits<double>::quiet_NaN())) << "not a number is not known";
}

}  // namespace
}  // namespace pianqu::layers
