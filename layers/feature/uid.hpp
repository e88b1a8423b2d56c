#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

namespace pianqu::layers {

/// A stable identifier: 32 lower-case hexadecimal digits, held as the number that they are. Any other text is kept as well, in a list for the life of
/// the program (files of others, tests). Sorts as its text does. Empty: none.
class Uid {
  template <class T>
  static constexpr bool kIsText = std::is_convertible_v<const T&, std::string_view>;

 public:
  Uid() = default;
  template <class Chars>
    requires kIsText<Chars>
  Uid(const Chars& chars) : Uid(std::string_view(chars), 0) {}   // NOLINT(google-explicit-constructor): a text like any other

  bool empty() const { return m_high == 0 && m_low == 0; }
  std::string str() const;
  operator std::string() const { return str(); }   // NOLINT(google-explicit-constructor)
  void clear() { *this = Uid(); }
  std::size_t hash() const;

  bool operator==(const Uid& other) const = default;
  std::strong_ordering operator<=>(const Uid& other) const;
  template <class Chars>
    requires kIsText<Chars>
  friend bool operator==(const Uid& a, const Chars& b) { return a.is(std::string_view(b)); }
  template <class Chars>
    requires kIsText<Chars>
  friend std::string operator+(const Chars& a, const Uid& b) { return std::string(a) += b.str(); }
  template <class Chars>
    requires kIsText<Chars>
  friend std::string operator+(const Uid& a, const Chars& b) { return a.str().append(std::string_view(b)); }
  friend std::ostream& operator<<(std::ostream& out, const Uid& uid) { return out << uid.str(); }

 private:
  explicit Uid(std::string_view text, int);
  bool is(std::string_view text) const;
  bool isListed() const { return m_high == ~std::uint64_t{0}; }
  const std::string& listed() const;

  std::uint64_t m_high = 0;   ///< all bits set: m_low is the address of the listed text
  std::uint64_t m_low = 0;
};

}  // namespace pianqu::layers

template <>
struct std::hash<pianqu::layers::Uid> {
  std::size_t operator()(const pianqu::layers::Uid& uid) const noexcept { return uid.hash(); }
};
