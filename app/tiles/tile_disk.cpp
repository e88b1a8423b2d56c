#include "app/tiles/tile_disk.hpp"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <algorithm>
#include <vector>

namespace pianqu::app {
namespace {

/// After shrinking there is room for a while.
constexpr double kKeptShare = 0.8;

}  // namespace

TileDisk::TileDisk(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {
  QDirIterator files(m_folder, {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) m_bytes += files.nextFileInfo().size();
  if (m_bytes > m_mostBytes) shrink();
}

QString TileDisk::folderFor(const QString& address, const QString& datum) {
  const QByteArray digest = QCryptographicHash::hash((address + QLatin1Char('\n') + datum).toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
  return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)).filePath(QStringLiteral("tiles/") + QString::fromLatin1(digest));
}

QString TileDisk::pathOf(layers::TileId tile) const { return QStringLiteral("%1/%2/%3/%4.png").arg(m_folder).arg(tile.z).arg(tile.x).arg(tile.y); }

QByteArray TileDisk::read(layers::TileId tile) {
  QFile file(pathOf(tile));
  if (!file.open(QIODevice::ReadWrite)) return {};
  const QByteArray png = file.readAll();
  file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);   // asked for just now
  return png;
}

void TileDisk::write(layers::TileId tile, const QByteArray& png) {
  const QString path = pathOf(tile);
  const qint64 before = QFileInfo(path).size();
  QDir().mkpath(QFileInfo(path).path());
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(png) != png.size() || !file.commit()) return;
  m_bytes += png.size() - before;
  if (m_bytes > m_mostBytes) shrink();
}

void TileDisk::shrink() {
  std::vector<QFileInfo> files;
  QDirIterator found(m_folder, {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
  while (found.hasNext()) files.push_back(found.nextFileInfo());
  std::sort(files.begin(), files.end(), [](const QFileInfo& a, const QFileInfo& b) {
    return a.lastModified() != b.lastModified() ? a.lastModified() < b.lastModified() : a.filePath() < b.filePath();
  });
  m_bytes = 0;
  for (const QFileInfo& file : files) m_bytes += file.size();
  for (const QFileInfo& file : files) {
    if (m_bytes <= static_cast<qint64>(static_cast<double>(m_mostBytes) * kKeptShare)) break;
    if (QFile::remove(file.filePath())) m_bytes -= file.size();
  }
}

}  // namespace pianqu::app
