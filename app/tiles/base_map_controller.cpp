#include "app/tiles/base_map_controller.hpp"

#include <QDir>
#include <QFileInfo>

#include "app/tiles/tile_server.hpp"
#include "layers/io/raster_service.hpp"

namespace pianqu::app {
namespace {

constexpr qsizetype kCacheBytes = qsizetype{64} << 20;
constexpr qint64 kDiskBytes = qint64{512} << 20;   ///< of one source
constexpr qint64 kQuietMs = 1000;

}  // namespace

BaseMapController::BaseMapController(QObject* parent)
    : QObject(parent), m_worker(new QObject), m_cache(QDir::temp().filePath(QStringLiteral("pianqu-base-map-XXXXXX"))) {
  m_thread.setObjectName(QStringLiteral("base map"));
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  m_thread.start();
}

BaseMapController::~BaseMapController() {
  m_thread.quit();
  m_thread.wait();
}

void BaseMapController::retire(BaseMapController* picture) {
  picture->disconnect();
  connect(&picture->m_thread, &QThread::finished, picture, &QObject::deleteLater);
  picture->m_thread.quit();
}

void BaseMapController::open(const QString& path, const layers::RasterTilesOptions& options) {
  m_isOpening = true;
  QMetaObject::invokeMethod(m_worker, [this, path, options] {
    const bool isService = layers::isRasterService(path.toStdString());
    auto opened = layers::RasterTiles::open(isService ? path.toStdString() : QFileInfo(path).absoluteFilePath().toStdString(), options);
    if (!opened) return static_cast<void>(QMetaObject::invokeMethod(this, [this, error = opened.error()] { refuse(error); }));
    const QString attribution = QString::fromStdString(opened->attribution());
    const auto tiles = std::make_shared<const layers::RasterTiles>(std::move(*opened));
    auto* server = new TileServer([tiles](layers::TileId tile) { return tiles->tile(tile); }, kCacheBytes, m_worker);
    if (isService) server->keepOn(std::make_unique<TileDisk>(TileDisk::folderFor(path, options.datum ? (*options.datum == geo::ShiftedDatum::Gcj02 ? QStringLiteral("gcj02") : QStringLiteral("bd09")) : QString()), kDiskBytes));
    if (const auto listening = server->listen(); !listening)
      return static_cast<void>(QMetaObject::invokeMethod(this, [this, error = listening.error()] { refuse(error); }));
    connect(server, &TileServer::answered, this, [this] { m_lastTile.start(); });
    connect(server, &TileServer::tileFailed, this, &BaseMapController::tileFailed);
    QMetaObject::invokeMethod(this, [this, url = server->urlTemplate(), attribution, extent = tiles->extent()] { accept(url, attribution, extent); });
  });
}

bool BaseMapController::isBusy() const { return m_isOpening || (m_lastTile.isValid() && m_lastTile.elapsed() < kQuietMs); }

void BaseMapController::accept(const QString& urlTemplate, const QString& attribution, const geo::Box& extent) {
  m_isOpening = false;
  m_urlTemplate = urlTemplate;
  m_attribution = attribution;
  m_extent = extent;
  m_lastTile.start();
  emit changed();
}

void BaseMapController::refuse(const geo::Error& error) {
  m_isOpening = false;
  m_error = error;
  emit changed();
}

}  // namespace pianqu::app
