#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace pianqu::geo {

/// A share such as 2/3. Zero over anything: no condition.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

/// A rule of consent; one row of the catalogue.
struct ConsentRegime {
  enum class Base { Participants, All };   ///< what the approvals are counted against
  Fraction participation;                  ///< of all, by area and by count
  Fraction approval;                       ///< of `base`, by area and by count
  Base base = Base::Participants;
  bool isStrict = false;                   ///< more than the share, not just as much
};

/// Sums over the owners of the scope that votes. Areas in square centimetres, so that every comparison is exact.
struct ConsentTally {
  std::optional<std::int64_t> totalAreaCm2, attendedAreaCm2, agreedAreaCm2;
  std::optional<std::int64_t> totalOwners, attendedOwners, agreedOwners;
};

/// Met needs every number; NotMet as soon as a known number rules it out; else Pending.
enum class ConsentVerdict { Met, NotMet, Pending };

struct ConsentResult {
  ConsentVerdict verdict = ConsentVerdict::Pending;
  std::string reason;   ///< the condition that fails or the number that is missing, a sentence in Chinese with the numbers
};

/// Whether the tally meets the regime: participation and approval, each by area and by count.
///
/// in        an owner who did not vote counts as neither; agreed <= attended <= total
/// returns   Pending with a reason for missing numbers and for numbers that contradict each other
/// source    [CivilCode278] for the regime in force
ConsentResult judgeConsent(const ConsentTally& tally, const ConsentRegime& regime);

}  // namespace pianqu::geo
