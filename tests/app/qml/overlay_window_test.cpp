#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QTcpServer>

#include "app/tiles/tile_server.hpp"
#include "tests/app/qml/driven_window.hpp"
#include "tests/support/map_server.hpp"

namespace pianqu::app {
namespace {

using test::DrivenWindow;

/// Places of the small city where nothing is: beside the single building, and between the estates.
constexpr geo::XY kSpot{500180, 3400122}, kFree{500110, 3400050};

/// Files and addresses on the map of the small city, which lies around 115.5 E, 30.7 N.
class OverlayWindow : public DrivenWindow {
 protected:
  OverlayModel& overlays() { return *desktop->session().overlays; }
  QVariant value(int row, OverlayModel::Role role) { return overlays().data(overlays().index(row), role); }
  bool isState(int row, Overlay::State state) { return row < overlays().rowCount() && value(row, OverlayModel::StateRole).toInt() == static_cast<int>(state); }
  bool waitForState(int row, Overlay::State state) { return waitFor([&] { return isState(row, state); }); }

  QString write(const QString& name, const QByteArray& content) {
    const QString path = folder + QLatin1Char('/') + name;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return path;
  }
  /// A square of 24 m around a place of the project.
  QString writeSquare(const QString& name, double x, double y) {
    QByteArray ring;
    for (const auto& [dx, dy] : {std::pair(-12, -12), std::pair(12, -12), std::pair(12, 12), std::pair(-12, 12), std::pair(-12, -12)}) {
      const auto corner = geo::toLonLat(pianqu::test::smallCityCrs(), {x + dx, y + dy});
      ring += (ring.isEmpty() ? "[" : ",[") + QByteArray::number(corner->lon, 'f', 9) + ',' + QByteArray::number(corner->lat, 'f', 9) + ']';
    }
    return write(name, R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}");
  }
  /// A picture of one colour over 200 x 200 m, with its world file; the system is not in it.
  QString writePicture() {
    QImage image(100, 100, QImage::Format_RGB32);
    image.fill(QColor(200, 30, 120));
    const QString path = folder + QStringLiteral("/扫描 图.png");
    EXPECT_TRUE(image.save(path));
    write(QStringLiteral("扫描 图.pgw"), "2\n0\n0\n-2\n500001\n3400199\n");
    return path;
  }

  /// Drags files over the window and lets them go at a place of it.
  void drop(const QStringList& paths, QPoint at) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) urls.append(path.contains(QLatin1String("://")) ? QUrl(path) : QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(desktop->window(), &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(desktop->window(), &move);
    targetSeen = find(QStringLiteral("dropShow")) != nullptr;
    QDropEvent let(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(desktop->window(), &let);
  }
  QPoint leftHalf() { return {desktop->window()->width() / 4, desktop->window()->height() / 2}; }
  QColor colourAt(double x, double y) {
    settle();
    const auto place = geo::toLonLat(pianqu::test::smallCityCrs(), {x, y});
    const QPoint at = find(QStringLiteral("mapPane"))->mapToScene(desktop->map().camera()->view().screenOf(worldOf(*place))).toPoint();
    return desktop->window()->grabWindow().pixelColor(at);
  }

  bool targetSeen = false;
};

TEST_F(OverlayWindow, aFileLetGoOnTheLeftHalfLiesOnTheMapAndNothingIsImported) {
  openSmallProject();
  const QColor before = colourAt(kSpot.x, kSpot.y);
  drop({writeSquare(QStringLiteral("红线 草图.geojson"), kSpot.x, kSpot.y)}, leftHalf());
  EXPECT_TRUE(targetSeen);
  ASSERT_TRUE(waitForState(0, Overlay::State::Ready)) << value(0, OverlayModel::WordsRole).toString().toStdString();
  EXPECT_FALSE(isCardOpen("importCard"));
  EXPECT_NE(colourAt(kSpot.x, kSpot.y), before);
  // Where it belongs, to a pixel: just outside of it nothing is drawn.
  EXPECT_EQ(colourAt(kSpot.x + 15, kSpot.y + 15), before);
  EXPECT_TRUE(desktop->project().snapshot()->content->city.greens.empty());
  const double zoom = desktop->map().camera()->zoomLevel();
  overlays().zoomTo(0);
  settle();
  EXPECT_GT(desktop->map().camera()->zoomLevel(), zoom);
}

TEST_F(OverlayWindow, aFileLetGoOnTheRightHalfIsPreviewedForImport) {
  openSmallProject();
  drop({writeSquare(QStringLiteral("a.geojson"), kSpot.x, kSpot.y)}, {desktop->window()->width() * 3 / 4, 400});
  ASSERT_TRUE(waitFor([this] { return isCardOpen("importCard"); }));
  EXPECT_EQ(overlays().rowCount(), 0);
}

TEST_F(OverlayWindow, overlaysAreHiddenDyedMovedAndTakenOffInTheList) {
  openSmallProject();
  const QColor before = colourAt(kSpot.x, kSpot.y);
  drop({writeSquare(QStringLiteral("a.geojson"), kSpot.x, kSpot.y)}, leftHalf());
  ASSERT_TRUE(waitForState(0, Overlay::State::Ready));
  const QColor blue = colourAt(kSpot.x, kSpot.y);
  EXPECT_NE(blue, before);
  overlays().setColour(0, QColor(200, 0, 0));
  EXPECT_GT(colourAt(kSpot.x, kSpot.y).red(), blue.red());
  click("overlayTick-0");
  EXPECT_EQ(colourAt(kSpot.x, kSpot.y), before);
  click("overlayTick-0");
  overlays().setOpacity(0, 0);
  EXPECT_EQ(colourAt(kSpot.x, kSpot.y), before);
  click("overlayMenu-0");
  choose(QStringLiteral("从地图上移除"));
  EXPECT_EQ(overlays().rowCount(), 0);
}

TEST_F(OverlayWindow, theProjectKeepsItsOverlaysAndSaysWhichFileIsGone) {
  openSmallProject();
  const QString path = writeSquare(QStringLiteral("a.geojson"), kSpot.x, kSpot.y), gone = writeSquare(QStringLiteral("b.geojson"), kSpot.x, kSpot.y);
  drop({path, gone}, leftHalf());
  ASSERT_TRUE(waitForState(1, Overlay::State::Ready));
  overlays().setColour(0, QColor(10, 120, 30));
  overlays().setShown(0, false);
  settle();
  const QString project = desktop->project().path();
  desktop->project().close();
  ASSERT_TRUE(waitFor([this] { return overlays().rowCount() == 0; }));
  ASSERT_TRUE(QFile::rename(gone, gone + QStringLiteral(".moved.geojson")));
  QStringList told;
  QObject::connect(&desktop->project(), &ProjectController::problemRaised, desktop->window(), [&](const QString& text) { told << text; });
  desktop->project().open(project);
  ASSERT_TRUE(waitForState(0, Overlay::State::Ready)) << told.join(' ').toStdString();
  EXPECT_EQ(value(0, OverlayModel::ColourRole).value<QColor>(), QColor(10, 120, 30));
  EXPECT_FALSE(value(0, OverlayModel::ShownRole).toBool());
  ASSERT_TRUE(waitForState(1, Overlay::State::Failed));
  EXPECT_TRUE(value(1, OverlayModel::MissingRole).toBool());
  EXPECT_TRUE(waitFor([this] { return find(QStringLiteral("overlayLocate-1")) != nullptr; }));
  overlays().locate(1, QUrl::fromLocalFile(gone + QStringLiteral(".moved.geojson")));
  EXPECT_TRUE(waitForState(1, Overlay::State::Ready));
}

TEST_F(OverlayWindow, aFileBesideTheProjectIsFoundWhenBothWereMoved) {
  const std::vector<KeptOverlay> kept{{.source = QStringLiteral("/was/here/图/a.geojson"), .name = QStringLiteral("a")}};
  write(QStringLiteral("a.geojson"), "{}");
  const QString text = toText(kept, QStringLiteral("/was/here/图/p.gpkg"));
  EXPECT_EQ(overlaysFrom(text, folder + QStringLiteral("/p.gpkg")).front().source, folder + QStringLiteral("/a.geojson"));
}

TEST_F(OverlayWindow, aPictureWithoutASystemAsksForItAndThenLiesUnderTheLayers) {
  openSmallProject();
  drop({writePicture()}, leftHalf());
  ASSERT_TRUE(waitForState(0, Overlay::State::Failed));
  EXPECT_FALSE(value(0, OverlayModel::MissingRole).toBool());
  settle();   // the row unfolds
  click("overlayCrs-0");
  type("CGCS2000 CM 115.5 FE 500000");
  key(Qt::Key_Return);
  ASSERT_TRUE(waitForState(0, Overlay::State::Ready)) << value(0, OverlayModel::WordsRole).toString().toStdString();
  EXPECT_TRUE(waitFor([this] { return colourAt(kFree.x, kFree.y) == QColor(200, 30, 120); })) << colourAt(kFree.x, kFree.y).name().toStdString();
  overlays().setShown(0, false);
  EXPECT_NE(colourAt(kFree.x, kFree.y), QColor(200, 30, 120));
}

TEST_F(OverlayWindow, whatCannotBeShownIsSaidAndTheRestKeepsWorking) {
  openSmallProject();
  QStringList told;
  QObject::connect(&desktop->project(), &ProjectController::problemRaised, desktop->window(), [&](const QString& text) { told << text; });
  drop({write(QStringLiteral("坏.tif"), "II*\0 no picture"), write(QStringLiteral("坏.geojson"), "{\"type\":"), write(QStringLiteral("表.docx"), "x"),
        write(QStringLiteral("零.geojson"), R"({"type":"GeometryCollection","geometries":[]})"),
        write(QStringLiteral("点.geojson"), R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[115.5,30.7],[115.5,30.7]]}},
          {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[115.5,30.7],[115.5,30.7],[115.5,30.7],[115.5,30.7]]]}},
          {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[115.5,30.7]}}]})")}, leftHalf());
  for (int row = 0; row < 4; ++row) EXPECT_TRUE(waitForState(row, Overlay::State::Failed)) << row;
  EXPECT_TRUE(waitForState(4, Overlay::State::Ready)) << value(4, OverlayModel::WordsRole).toString().toStdString();
  EXPECT_GE(told.size(), 4);
  settle();
  clickMap(500050, 3400014);
  EXPECT_TRUE(desktop->inspector().hasFeature());
}

TEST_F(OverlayWindow, aServerThatNeverAnswersHoldsNothingUpAndIsTakenOffAtOnce) {
  openSmallProject();
  QTcpServer silent;   // takes connections and says nothing
  ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
  overlays().addAddress(QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(silent.serverPort()), {}, {});
  ASSERT_TRUE(waitForState(0, Overlay::State::Ready));
  ASSERT_TRUE(waitFor([&] { return silent.hasPendingConnections(); }));
  desktop->map().panBy({30, 10});
  overlays().remove(0);
  EXPECT_EQ(overlays().rowCount(), 0);
  settle();
  clickMap(500050, 3400014);
  EXPECT_TRUE(desktop->inspector().hasFeature());
}

TEST_F(OverlayWindow, anAddressIsTypedIntoItsCardAndItsTilesAreSeen) {
  openSmallProject();
  TileServer server([](layers::TileId) {
    layers::TileImage image;
    for (int i = 0; i < layers::kTileSide * layers::kTileSide; ++i)
      for (const int part : {20, 160, 90, 255}) image.rgba.push_back(static_cast<std::uint8_t>(part));
    return geo::Result<layers::TileImage>(image);
  }, 1 << 20);
  ASSERT_TRUE(server.listen());
  desktop->frame().openCard(QStringLiteral("address"));
  ASSERT_TRUE(waitFor([this] { return isCardOpen("addressCard"); }));
  type("https://no.example/index.html");
  key(Qt::Key_Return);
  EXPECT_TRUE(isCardOpen("addressCard"));
  key(Qt::Key_A, Qt::ControlModifier);
  type(server.urlTemplate().replace(QLatin1String("%z"), QLatin1String("{z}")).replace(QLatin1String("%x"), QLatin1String("{x}")).replace(QLatin1String("%y"), QLatin1String("{y}")));
  key(Qt::Key_Return);
  ASSERT_TRUE(waitForState(0, Overlay::State::Ready));
  EXPECT_TRUE(waitFor([this] { return colourAt(kFree.x, kFree.y) == QColor(20, 160, 90); })) << colourAt(kFree.x, kFree.y).name().toStdString();
}

TEST_F(OverlayWindow, aServerOfSeveralMapsNamesThemAndItsAddressIsCompletedInTheList) {
  openSmallProject();
  const pianqu::test::MapServer server;
  const QString address = QString::fromStdString(server.address("/wms?service=WMS"));
  overlays().addAddress(address, {}, {});
  ASSERT_TRUE(waitForState(0, Overlay::State::Failed));
  EXPECT_TRUE(value(0, OverlayModel::WordsRole).toString().contains(QLatin1String("roads"))) << value(0, OverlayModel::WordsRole).toString().toStdString();
  EXPECT_FALSE(value(0, OverlayModel::MissingRole).toBool());
  settle();
  click("overlayAddress-0");
  key(Qt::Key_End);
  type("&layers=aerial");
  key(Qt::Key_Return);
  ASSERT_TRUE(waitForState(0, Overlay::State::Ready)) << value(0, OverlayModel::WordsRole).toString().toStdString();
  EXPECT_EQ(value(0, OverlayModel::SourceRole).toString(), address + QStringLiteral("&layers=aerial"));
  const auto& [red, green, blue] = pianqu::test::MapServer::kAerial;
  EXPECT_TRUE(waitFor([&] { return colourAt(kFree.x, kFree.y) == QColor(red, green, blue); })) << colourAt(kFree.x, kFree.y).name().toStdString();
}

TEST_F(OverlayWindow, theListIsOrderedAsTheMapAndKeepsNamesAndOrder) {
  openSmallProject();
  drop({writeSquare(QStringLiteral("红.geojson"), kSpot.x, kSpot.y), writeSquare(QStringLiteral("蓝.geojson"), kSpot.x, kSpot.y)}, leftHalf());
  ASSERT_TRUE(waitForState(1, Overlay::State::Ready));
  overlays().setColour(0, QColor(200, 0, 0));
  overlays().setColour(1, QColor(0, 0, 200));
  EXPECT_GT(colourAt(kSpot.x, kSpot.y).blue(), colourAt(kSpot.x, kSpot.y).red()) << "the later one lies on top";
  EXPECT_LT(find(QStringLiteral("overlay-1"))->mapToScene({}).y(), find(QStringLiteral("overlay-0"))->mapToScene({}).y()) << "and in the list above";
  EXPECT_FALSE(overlays().canMove(1, true));
  click("overlayMenu-0");
  choose(QStringLiteral("上移"));
  EXPECT_EQ(value(1, OverlayModel::NameRole).toString(), QStringLiteral("红.geojson"));
  EXPECT_GT(colourAt(kSpot.x, kSpot.y).red(), colourAt(kSpot.x, kSpot.y).blue());
  overlays().setAbove(1, false);
  EXPECT_EQ(value(0, OverlayModel::NameRole).toString(), QStringLiteral("红.geojson")) << "those under the layers come first";
  EXPECT_FALSE(overlays().canMove(0, true));
  overlays().setName(0, QStringLiteral("旧红线"));
  settle();
  const QString project = desktop->project().path();
  desktop->project().close();
  ASSERT_TRUE(waitFor([this] { return overlays().rowCount() == 0; }));
  desktop->project().open(project);
  ASSERT_TRUE(waitFor([this] { return overlays().rowCount() == 2; }));
  EXPECT_EQ(value(0, OverlayModel::NameRole).toString(), QStringLiteral("旧红线"));
  EXPECT_EQ(value(1, OverlayModel::NameRole).toString(), QStringLiteral("蓝.geojson"));
  overlays().setName(0, {});
  EXPECT_EQ(value(0, OverlayModel::NameRole).toString(), QStringLiteral("红.geojson"));
}

}  // namespace
}  // namespace pianqu::app
