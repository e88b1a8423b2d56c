#include "geo/lift/consent.hpp"

#include <string_view>

namespace pianqu::geo {
namespace {

/// part / whole >= share, or > when strict. Areas stay below 2^43 cm2 (a city), shares below 2^7, so nothing overflows.
bool reaches(std::int64_t part, std::int64_t whole, Fraction share, bool isStrict) {
  const std::int64_t left = part * share.denominator, right = whole * share.numerator;
  return isStrict ? left > right : left >= right;
}

std::string numberOf(std::int64_t value, std::string_view unit) {
  if (unit != "㎡") return std::to_string(value) + std::string(unit);
  const std::int64_t hundredths = (value + 50) / 100;
  std::string fraction = std::to_string(hundredths % 100);
  if (fraction.size() < 2) fraction.insert(0, "0");
  return std::to_string(hundredths / 100) + "." + fraction + std::string(unit);
}

struct Measure {
  std::string_view name, unit;
  std::optional<std::int64_t> total, attended, agreed;
};

std::string shareText(Fraction share) { return std::to_string(share.numerator) + "/" + std::to_string(share.denominator); }

ConsentResult judge(const Measure& m, const ConsentRegime& regime) {
  const std::string name(m.name);
  if (!m.total) return {ConsentVerdict::Pending, "缺少" + name + "总数"};
  if (!m.attended || !m.agreed) return {ConsentVerdict::Pending, "缺少" + name + "的参与或同意数"};
  if (*m.total <= 0 || *m.agreed < 0 || *m.agreed > *m.attended || *m.attended > *m.total) return {ConsentVerdict::Pending, name + "的总数、参与、同意数互相矛盾"};
  if (!reaches(*m.attended, *m.total, regime.participation, false)) {
    return {ConsentVerdict::NotMet, "参与" + name + numberOf(*m.attended, m.unit) + "不足" + numberOf(*m.total, m.unit) + "的" + shareText(regime.participation)};
  }
  const bool isOfAll = regime.base == ConsentRegime::Base::All;
  const std::int64_t whole = isOfAll ? *m.total : *m.attended;
  if (!reaches(*m.agreed, whole, regime.approval, regime.isStrict)) {
    return {ConsentVerdict::NotMet, "同意" + name + numberOf(*m.agreed, m.unit) + (regime.isStrict ? "未超过" : "不足") + (isOfAll ? "全体" : "参与") + numberOf(whole, m.unit) + "的" + shareText(regime.approval)};
  }
  return {ConsentVerdict::Met, {}};
}

}  // namespace

ConsentResult judgeConsent(const ConsentTally& tally, const ConsentRegime& regime) {
  const ConsentResult byArea = judge({"专有面积", "㎡", tally.totalAreaCm2, tally.attendedAreaCm2, tally.agreedAreaCm2}, regime);
  const ConsentResult byCount = judge({"人数", "人", tally.totalOwners, tally.attendedOwners, tally.agreedOwners}, regime);
  for (const ConsentVerdict verdict : {ConsentVerdict::NotMet, ConsentVerdict::Pending}) {
    if (byArea.verdict == verdict && byCount.verdict == verdict) return {verdict, byArea.reason + "; " + byCount.reason};
    if (byArea.verdict == verdict) return byArea;
    if (byCount.verdict == verdict) return byCount;
  }
  return {ConsentVerdict::Met, "面积与人数均达到"};
}

}  // namespace pianqu::geo
