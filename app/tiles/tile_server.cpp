#include "app/tiles/tile_server.hpp"

#include <QBuffer>
#include <QHostAddress>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QImage>
#include <QRandomGenerator>
#include <QTcpServer>


namespace pianqu::app {
namespace {

constexpr qint64 kLeftAloneMs = 20000;
constexpr int kQuickPng = 80;   // little compression: the way is short

/// 128 bits from the system's generator.
QString newToken() {
  auto& random = *QRandomGenerator::system();
  return QStringLiteral("%1%2").arg(random.generate64(), 16, 16, QLatin1Char('0')).arg(random.generate64(), 16, 16, QLatin1Char('0'));
}

QByteArray toPng(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG", kQuickPng);
  return bytes;
}

QByteArray emptyPng() {
  QImage image(layers::kTileSide, layers::kTileSide, QImage::Format_RGBA8888);
  image.fill(Qt::transparent);
  return toPng(image);
}

/// Different for all tiles up to zoom 28; finer ones are not cached.
std::optional<quint64> keyOf(layers::TileId tile) {
  if (tile.z > 28) return std::nullopt;
  return (static_cast<quint64>(tile.z) << 58) | (static_cast<quint64>(tile.x) << 29) | static_cast<quint64>(tile.y);
}

/// "12.png" -> 12; -1 for anything else.
int rowOf(const QString& name) {
  if (!name.endsWith(QLatin1String(".png"))) return -1;
  bool isNumber = false;
  const int row = name.chopped(4).toInt(&isNumber);
  return isNumber ? row : -1;
}

}  // namespace

TileServer::TileServer(TileSource source, qsizetype cacheBytes, QObject* parent)
    : QObject(parent), m_source(std::move(source)), m_cache(cacheBytes), m_empty(emptyPng()), m_token(newToken()) {}

TileServer::~TileServer() = default;

geo::Result<void> TileServer::listen() {
  m_server = std::make_unique<QHttpServer>();
  m_server->route(QLatin1Char('/') + m_token + QStringLiteral("/<arg>/<arg>/<arg>"), QHttpServerRequest::Method::Get,
                  [this](int z, int x, const QString& name) {
                    const layers::TileId tile{z, x, rowOf(name)};
                    if (!layers::isTile(tile)) return QHttpServerResponse(QHttpServerResponse::StatusCode::NotFound);
                    return QHttpServerResponse(QByteArrayLiteral("image/png"), pngOf(tile));
                  });
  auto socket = std::make_unique<QTcpServer>();
  if (!socket->listen(QHostAddress::LocalHost) || !m_server->bind(socket.get()))
    return geo::fail(geo::ErrorCode::Internal, "The base map cannot be served on 127.0.0.1: " + socket->errorString().toStdString(),
                     "Is a firewall or a sandbox forbidding local connections?");
  m_port = socket->serverPort();
  static_cast<void>(socket.release());   // bind made the server its owner
  return {};
}

QString TileServer::urlTemplate() const { return QStringLiteral("http://127.0.0.1:%1/%2/%z/%x/%y.png").arg(m_port).arg(m_token); }

QByteArray TileServer::pngOf(layers::TileId tile) {
  const auto key = keyOf(tile);
  if (const QByteArray* known = key ? m_cache.object(*key) : nullptr) {
    emit answered();
    return *known;
  }
  const QByteArray png = draw(tile);
  // What a server did not give may come later.
  if (key && (!m_disk || png != m_empty)) m_cache.insert(*key, new QByteArray(png), png.size());
  emit answered();
  return png;
}

QByteArray TileServer::draw(layers::TileId tile) {
  if (m_disk) {
    if (QByteArray known = m_disk->read(tile); !known.isEmpty()) return known;
    if (m_sinceFailure.isValid() && m_sinceFailure.elapsed() < kLeftAloneMs) return m_empty;
  }
  const auto image = m_source(tile);
  if (!image) m_sinceFailure.start();
  if (!image && !m_hasFailed) {
    m_hasFailed = true;
    emit tileFailed(image.error());
  }
  if (!image || image->isEmpty()) return m_empty;
  const QByteArray png = toPng(QImage(image->rgba.data(), layers::kTileSide, layers::kTileSide, 4 * layers::kTileSide, QImage::Format_RGBA8888));
  if (m_disk) m_disk->write(tile, png);
  return png;
}

}  // namespace pianqu::app
