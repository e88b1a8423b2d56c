#include "geo/lift/consent.hpp"

#include <gtest/gtest.h>

namespace pianqu::geo {
namespace {

const ConsentRegime kCivilCode{{2, 3}, {3, 4}, ConsentRegime::Base::Participants, false};
const ConsentRegime kOrdinary{{2, 3}, {1, 2}, ConsentRegime::Base::Participants, true};
const ConsentRegime kPropertyLaw{{0, 1}, {2, 3}, ConsentRegime::Base::All, false};

/// Twelve flats of 80 m2.
ConsentTally flats(int attended, int agreed) {
  const std::int64_t flat = 800'000;
  return {12 * flat, attended * flat, agreed * flat, 12, attended, agreed};
}

ConsentVerdict verdict(const ConsentTally& tally, const ConsentRegime& regime = kCivilCode) { return judgeConsent(tally, regime).verdict; }

TEST(Consent, followsTheExampleOfTwelveEqualFlats) {
  EXPECT_EQ(verdict(flats(8, 6)), ConsentVerdict::Met);
  EXPECT_EQ(verdict(flats(7, 7)), ConsentVerdict::NotMet);
  EXPECT_EQ(verdict(flats(8, 5)), ConsentVerdict::NotMet);
  EXPECT_EQ(verdict(flats(12, 9)), ConsentVerdict::Met);
  EXPECT_EQ(verdict(flats(12, 8)), ConsentVerdict::NotMet);
}

TEST(Consent, failsWhenTheQuorumHoldsByAreaOnly) {
  ConsentTally tally = flats(8, 8);
  tally.attendedOwners = 7;
  tally.agreedOwners = 7;
  const auto result = judgeConsent(tally, kCivilCode);
  EXPECT_EQ(result.verdict, ConsentVerdict::NotMet);
  EXPECT_EQ(result.reason, "参与人数7人不足12人的2/3");
}

TEST(Consent, failsWhenTheApprovalHoldsByCountOnly) {
  ConsentTally tally = flats(8, 6);
  tally.agreedAreaCm2 = *tally.agreedAreaCm2 - 1;
  EXPECT_EQ(verdict(tally), ConsentVerdict::NotMet) << "one square centimetre is missing";
}

TEST(Consent, isPendingWhileANumberIsMissing) {
  ConsentTally tally = flats(8, 8);
  tally.agreedOwners.reset();
  EXPECT_EQ(verdict(tally), ConsentVerdict::Pending);
  EXPECT_EQ(verdict({}), ConsentVerdict::Pending);
  tally.attendedAreaCm2 = 1;
  tally.agreedAreaCm2 = 1;
  EXPECT_EQ(verdict(tally), ConsentVerdict::NotMet) << "the known half already rules it out";
}

TEST(Consent, isPendingWhenNumbersContradict) { EXPECT_EQ(verdict(flats(6, 8)), ConsentVerdict::Pending); }

TEST(Consent, needsMoreThanHalfUnderTheOrdinaryRule) {
  EXPECT_EQ(verdict(flats(8, 4), kOrdinary), ConsentVerdict::NotMet);
  EXPECT_EQ(verdict(flats(8, 5), kOrdinary), ConsentVerdict::Met);
}

TEST(Consent, countsAllOwnersUnderTheOldLaw) {
  EXPECT_EQ(verdict(flats(8, 8), kPropertyLaw), ConsentVerdict::Met);
  EXPECT_EQ(verdict(flats(12, 7), kPropertyLaw), ConsentVerdict::NotMet);
}

TEST(Consent, meansAtLeastHalfOfAllWhenMetUnderTheCivilCode) {
  for (int attended = 0; attended <= 12; ++attended) {
    for (int agreed = 0; agreed <= attended; ++agreed) {
      EXPECT_TRUE(verdict(flats(attended, agreed)) != ConsentVerdict::Met || agreed >= 6) << attended << " " << agreed;
    }
  }
}

}  // namespace
}  // namespace pianqu::geo
