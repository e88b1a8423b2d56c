#pragma once

#include <QByteArray>
#include <QString>

#include "layers/io/raster_tiles.hpp"

namespace pianqu::app {

/// Tiles of one source on the disk, so that a server is asked once and the map is there without a connection.
///
/// keeps    at most `mostBytes`; the tiles that were not asked for longest go first. A file that cannot be read or written is as if it were not there.
/// threads  one
class TileDisk {
 public:
  TileDisk(QString folder, qint64 mostBytes);

  /// Empty when there is none.
  QByteArray read(layers::TileId tile);
  void write(layers::TileId tile, const QByteArray& png);
  qint64 bytes() const { return m_bytes; }

  /// The folder of a source under the user's cache; different for every address and datum.
  static QString folderFor(const QString& address, const QString& datum);

 private:
  QString pathOf(layers::TileId tile) const;
  void shrink();

  QString m_folder;
  qint64 m_mostBytes, m_bytes = 0;
};

}  // namespace pianqu::app
