#include "tests/app/qml/window.hpp"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QSettings>
#include <QStandardPaths>

#include "geo/base/leave.hpp"

namespace pianqu::app {

layers::Plan planOfOneDistrict() {
  const layers::City city = test::smallCity();
  layers::District district;
  district.uid = std::string(31, '0') + "d";
  district.code = "PQ01";
  district.name = "酱品厂片区";
  district.members = {{layers::TargetKind::Estate, city.estates[0].uid, "主体", "手工"}};
  district.shape = city.estates[0].shape;
  layers::Plan plan;
  plan.districts = {district};
  return plan;
}

}  // namespace pianqu::app

static int runTests(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  QGuiApplication application(argc, argv);
  QGuiApplication::setOrganizationName(QStringLiteral("pianqu-test"));
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  return RUN_ALL_TESTS();
}

int main(int argc, char** argv) { pianqu::geo::leave(runTests(argc, argv)); }
