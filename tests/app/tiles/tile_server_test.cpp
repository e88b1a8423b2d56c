#include "app/tiles/tile_server.hpp"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QImage>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include "app/tiles/base_map_controller.hpp"
#include "geo/base/leave.hpp"
#include "layers/io/dataset.hpp"

namespace pianqu::app {
namespace {

constexpr int kPatienceMs = 20000;

struct Answer {
  int status = 0;
  QString type;
  QByteArray body;
};

Answer get(const QString& url) {
  QNetworkAccessManager network;
  network.setProxy(QNetworkProxy::NoProxy);
  const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(url))));
  QEventLoop loop;
  QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  loop.exec();
  return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->header(QNetworkRequest::ContentTypeHeader).toString(), reply->readAll()};
}

QString urlOf(QString pattern, layers::TileId tile) {
  return pattern.replace(QLatin1String("%z"), QString::number(tile.z)).replace(QLatin1String("%x"), QString::number(tile.x)).replace(QLatin1String("%y"), QString::number(tile.y));
}

/// A tile of one colour that tells its number.
layers::TileImage plainTile(layers::TileId tile) {
  layers::TileImage image;
  for (int i = 0; i < layers::kTileSide * layers::kTileSide; ++i)
    for (const int value : {tile.z, tile.x, tile.y, 255}) image.rgba.push_back(static_cast<std::uint8_t>(value));
  return image;
}

class TileServerTest : public testing::Test {
 protected:
  void start(TileSource source, qsizetype cacheBytes = 1 << 20) {
    server = std::make_unique<TileServer>(std::move(source), cacheBytes);
    const auto listening = server->listen();
    ASSERT_TRUE(listening) << geo::toText(listening.error());
  }
  QString url(layers::TileId tile) const { return urlOf(server->urlTemplate(), tile); }

  std::unique_ptr<TileServer> server;
};

TEST_F(TileServerTest, answersATileAsAPictureToThoseWhoKnowTheToken) {
  start([](layers::TileId tile) { return plainTile(tile); });
  const Answer answer = get(url({5, 6, 7}));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.type.toStdString(), "image/png");
  const QImage image = QImage::fromData(answer.body, "PNG");
  EXPECT_EQ(image.size(), QSize(256, 256));
  EXPECT_EQ(image.pixelColor(100, 200), QColor(5, 6, 7));
}

TEST_F(TileServerTest, everyOtherPathIsNotFound) {
  int drawn = 0;
  start([&](layers::TileId tile) { ++drawn; return plainTile(tile); });
  const QString root = server->urlTemplate().section(QLatin1Char('/'), 0, 2), token = server->urlTemplate().section(QLatin1Char('/'), 3, 3);
  EXPECT_GE(token.size(), 32);
  for (const QString& path : {QStringLiteral("/"), QStringLiteral("/5/6/7.png"), QStringLiteral("/wrong/5/6/7.png"), '/' + token, '/' + token + "/5/6/7.jpg",
                              '/' + token + "/5/6/99.png", '/' + token + "/-1/0/0.png", '/' + token + "/5/6/x.png", '/' + token + "/../../etc/passwd", token.toUpper() + "x/5/6/7.png"})
    EXPECT_EQ(get(root + (path.startsWith('/') ? path : '/' + path)).status, 404) << path.toStdString();
  EXPECT_EQ(drawn, 0);
}

TEST_F(TileServerTest, twoServersHaveTwoTokens) {
  start([](layers::TileId tile) { return plainTile(tile); });
  TileServer other([](layers::TileId tile) { return plainTile(tile); }, 1 << 20);
  EXPECT_NE(server->urlTemplate().section(QLatin1Char('/'), 3, 3), other.urlTemplate().section(QLatin1Char('/'), 3, 3));
}

TEST_F(TileServerTest, aTileIsDrawnOnceAndTheCacheStaysWithinItsLimit) {
  std::vector<layers::TileId> drawn;
  constexpr qsizetype kLimit = 3000;
  start([&](layers::TileId tile) { drawn.push_back(tile); return plainTile(tile); }, kLimit);
  get(url({5, 6, 7}));
  get(url({5, 6, 7}));
  EXPECT_EQ(drawn.size(), 1u);
  EXPECT_GT(server->cachedBytes(), 0);
  for (int x = 0; x < 20; ++x) get(url({5, x, 8}));
  EXPECT_LE(server->cachedBytes(), kLimit);
  get(url({5, 6, 7}));
  EXPECT_EQ(drawn.back(), (layers::TileId{5, 6, 7})) << "the least used tile went first";
}

TEST_F(TileServerTest, aServerThatIsAwayIsLeftAloneAndWhatWasSeenIsStillThere) {
  const QTemporaryDir folder;
  start([](layers::TileId tile) { return plainTile(tile); });
  server->keepOn(std::make_unique<TileDisk>(folder.path(), 1 << 20));
  const QByteArray seen = get(url({5, 6, 7})).body;
  int asked = 0;
  start([&](layers::TileId) -> geo::Result<layers::TileImage> { ++asked; return geo::fail(geo::ErrorCode::Unreadable, "The server does not answer."); });
  server->keepOn(std::make_unique<TileDisk>(folder.path(), 1 << 20));
  EXPECT_EQ(get(url({5, 6, 7})).body, seen);
  EXPECT_EQ(asked, 0);
  for (int x = 0; x < 4; ++x) EXPECT_EQ(QImage::fromData(get(url({5, x, 9})).body).pixelColor(3, 3).alpha(), 0);
  EXPECT_EQ(asked, 1);
}

TEST_F(TileServerTest, aTileThatCannotBeDrawnIsTransparentAndToldOnce) {
  start([](layers::TileId) -> geo::Result<layers::TileImage> { return geo::fail(geo::ErrorCode::Unreadable, "The file is damaged.", "Copy it again."); });
  QStringList told;
  QObject::connect(server.get(), &TileServer::tileFailed, [&](const geo::Error& error) { told << QString::fromStdString(error.text + '|' + error.hint); });
  for (int x = 0; x < 3; ++x) {
    const Answer answer = get(url({5, x, 7}));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(QImage::fromData(answer.body, "PNG").pixelColor(0, 0).alpha(), 0);
  }
  EXPECT_EQ(told, QStringList{QStringLiteral("The file is damaged.|Copy it again.")});
}

/// Waits until the controller is done with opening.
void settle(BaseMapController& controller) {
  QEventLoop loop;
  QObject::connect(&controller, &BaseMapController::changed, &loop, &QEventLoop::quit);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  if (controller.isOpening()) loop.exec();
}

std::string errorOf(const BaseMapController& controller) { return controller.error() ? geo::toText(*controller.error()) : std::string(); }

/// An ASCII grid of 100 x 100 cells of 10 m about 500000, 3400000 of EPSG:4547.
QString writeGrid(const QTemporaryDir& folder) {
  QFile grid(folder.filePath(QStringLiteral("grid.asc")));
  EXPECT_TRUE(grid.open(QIODevice::WriteOnly));
  grid.write("ncols 100\nnrows 100\nxllcorner 499500\nyllcorner 3399500\ncellsize 10\nNODATA_value -1\n");
  for (int row = 0; row < 100; ++row) grid.write(QByteArray("7 9 ").repeated(50) + '\n');
  return grid.fileName();
}

TEST_F(TileServerTest, tilesOfAnotherServerAreShownAndKeptForWhenItIsAway) {
  qputenv("no_proxy", "127.0.0.1");
  QStandardPaths::setTestModeEnabled(true);
  start([](layers::TileId tile) { return plainTile(tile); });
  const QString address = server->urlTemplate().replace(QLatin1String("%z"), QLatin1String("{z}")).replace(QLatin1String("%x"), QLatin1String("{x}")).replace(QLatin1String("%y"), QLatin1String("{y}"));
  BaseMapController controller;
  controller.open(address);
  settle(controller);
  ASSERT_TRUE(controller.isReady()) << errorOf(controller);
  const QByteArray first = get(urlOf(controller.urlTemplate(), {6, 52, 26})).body;
  EXPECT_EQ(QImage::fromData(first, "PNG").pixelColor(128, 128), QColor(6, 52, 26));
  server.reset();
  BaseMapController again;
  again.open(address);
  settle(again);
  ASSERT_TRUE(again.isReady());
  EXPECT_EQ(get(urlOf(again.urlTemplate(), {6, 52, 26})).body, first);
  QDir(TileDisk::folderFor(address, {})).removeRecursively();
}

TEST(BaseMapController, servesAFileFromAThreadOfItsOwn) {
  const QTemporaryDir folder;
  BaseMapController controller;
  EXPECT_FALSE(controller.isReady());
  EXPECT_FALSE(controller.isBusy());
  controller.open(writeGrid(folder), {.datum = {}, .crs = "EPSG:4547"});
  settle(controller);
  ASSERT_TRUE(controller.isReady()) << errorOf(controller);
  EXPECT_TRUE(QFile::exists(controller.cacheFolder()));
  const Answer whole = get(urlOf(controller.urlTemplate(), {14, 13394, 6757}));   // 114 E, 30.7 N
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(QImage::fromData(whole.body, "PNG").size(), QSize(256, 256));
}

TEST(BaseMapController, aFileThatIsNoRasterIsAProblemAndNothingIsServed) {
  BaseMapController controller;
  controller.open(QStringLiteral("/nowhere/none.mbtiles"));
  settle(controller);
  EXPECT_FALSE(controller.isReady());
  ASSERT_TRUE(controller.error().has_value());
  EXPECT_NE(errorOf(controller).find("none.mbtiles"), std::string::npos);
  EXPECT_FALSE(controller.error()->hint.empty());
}

TEST(BaseMapController, canBeClosedWhileItOpens) {
  const QTemporaryDir folder;
  BaseMapController controller;
  controller.open(writeGrid(folder));
}

}  // namespace
}  // namespace pianqu::app

static int runTests(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  QCoreApplication application(argc, argv);
  pianqu::layers::startGdal();
  return RUN_ALL_TESTS();
}

int main(int argc, char** argv) { pianqu::geo::leave(runTests(argc, argv)); }
