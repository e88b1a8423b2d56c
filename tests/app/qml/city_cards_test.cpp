#include "tests/app/qml/driven_window.hpp"

namespace pianqu::app {
namespace {

using test::DrivenWindow;

class ProfileCard : public DrivenWindow {};

TEST_F(ProfileCard, setsWhatTheCityAsksAndTheProjectKeepsIt) {
  openSmallProject();
  desktop->session().frame->openCard(QStringLiteral("profile"));
  ASSERT_TRUE(waitFor([this] { return isCardOpen("profileCard"); }));
  const auto fill = [this](const char* field, const QString& text) {
    click(field);
    key(Qt::Key_A, Qt::ControlModifier);
    type(text);
  };
  fill("profileMin", QStringLiteral("9000"));
  click("acceptButton");
  EXPECT_TRUE(isCardOpen("profileCard")) << "a minimum above the maximum is refused";
  EXPECT_TRUE(desktop->project().snapshot()->profile.rules.empty());
  fill("profileMin", QStringLiteral("450"));
  fill("profileArea", QStringLiteral("20"));
  click("fund-118");
  click("acceptButton");
  ASSERT_TRUE(waitFor([this] { return !desktop->project().snapshot()->profile.rules.empty(); }));
  EXPECT_FALSE(isCardOpen("profileCard"));
  const layers::CityProfile said{{{"district.min-area", 200000}, {"merge.min-households", 450}}, {"118"}};
  EXPECT_EQ(desktop->project().snapshot()->profile, said);
  EXPECT_EQ(desktop->session().job->limits().value(QStringLiteral("minHouseholds")).toString(), QStringLiteral("450")) << "merging starts from it";
  const QString path = desktop->project().path();
  desktop->project().close();
  desktop->project().open(path);
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen(); }));
  EXPECT_EQ(desktop->project().snapshot()->profile, said);
}

class MergeCard : public DrivenWindow {};

TEST_F(MergeCard, takesATargetAndInWhatDistrictsShouldBeAlike) {
  click("startSampleButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen() && desktop->isIdle(); }));
  const std::size_t before = desktop->project().snapshot()->plan->districts.size();
  desktop->session().frame->openCard(QStringLiteral("merge"));
  ASSERT_TRUE(waitFor([this] { return isCardOpen("mergeCard"); }));
  click("mergeTarget");
  type(QStringLiteral("1500"));
  click("like-year");
  click("like-condition");
  click("acceptButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().snapshot()->plan->parameters.contains("like"); }));
  const auto& plan = *desktop->project().snapshot()->plan;
  EXPECT_EQ(plan.parameters.at("like"), "year,condition");
  EXPECT_EQ(plan.parameters.at("target-households"), "1500");
  EXPECT_LT(plan.districts.size(), before);
}

}  // namespace
}  // namespace pianqu::app
