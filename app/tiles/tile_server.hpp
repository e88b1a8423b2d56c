#pragma once

#include <QByteArray>
#include <QCache>
#include <QElapsedTimer>
#include <QObject>
#include <functional>
#include <memory>

#include "geo/base/result.hpp"
#include "app/tiles/tile_disk.hpp"
#include "layers/io/raster_tiles.hpp"

class QHttpServer;

namespace pianqu::app {

/// Draws one tile; called in the server's thread.
using TileSource = std::function<geo::Result<layers::TileImage>(layers::TileId)>;

/// Tiles as PNG for programs of this machine: http://127.0.0.1:PORT/TOKEN/z/x/y.png. Port and token are new at each start, so that no other
/// program and no web page finds them; every other path is 404. A tile that cannot be drawn is answered as a transparent one, since
/// QtLocation asks again and again for what fails; the first of them is told by `tileFailed`.
///
/// keeps    at most `cacheBytes` of PNG in memory, the least used go first
/// threads  lives in one; a slow tile holds up the next
class TileServer : public QObject {
  Q_OBJECT

 public:
  TileServer(TileSource source, qsizetype cacheBytes, QObject* parent = nullptr);
  ~TileServer() override;

  /// Tiles are kept on the disk too, and a source that failed is left alone for a while: for servers that may be away.
  void keepOn(std::unique_ptr<TileDisk> disk) { m_disk = std::move(disk); }
  /// errors  Internal when no port of 127.0.0.1 can be had
  geo::Result<void> listen();
  /// The address with %z, %x and %y in the place of numbers, as QtLocation takes it.
  QString urlTemplate() const;
  qsizetype cachedBytes() const { return m_cache.totalCost(); }

 signals:
  void answered();
  void tileFailed(pianqu::geo::Error error);

 private:
  QByteArray pngOf(layers::TileId tile);
  QByteArray draw(layers::TileId tile);

  TileSource m_source;
  QCache<quint64, QByteArray> m_cache;
  QByteArray m_empty;
  std::unique_ptr<TileDisk> m_disk;
  QElapsedTimer m_sinceFailure;
  std::unique_ptr<QHttpServer> m_server;
  QString m_token;
  quint16 m_port = 0;
  bool m_hasFailed = false;
};

}  // namespace pianqu::app
