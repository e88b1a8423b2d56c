#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTemporaryDir>
#include <QThread>
#include <QtQmlIntegration>
#include <memory>

#include "layers/io/raster_tiles.hpp"

namespace pianqu::app {

/// The picture under the layers. The file is opened, warped and served in a thread of its own, so that a slow or broken one never holds up the
/// window; what goes wrong is a problem to show, and the map stays without a picture.
class BaseMapController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(bool isReady READ isReady NOTIFY changed)
  Q_PROPERTY(QString urlTemplate READ urlTemplate NOTIFY changed)
  Q_PROPERTY(QString cacheFolder READ cacheFolder NOTIFY changed)
  Q_PROPERTY(QString attribution READ attribution NOTIFY changed)

 public:
  explicit BaseMapController(QObject* parent = nullptr);
  ~BaseMapController() override;
  /// Lets go of a picture that nobody looks at any more: `picture` deletes itself when its thread has stopped, which a server that does not answer
  /// may hold up for some seconds. Its parent deletes it before that and waits.
  static void retire(BaseMapController* picture);

  /// Opens one picture for the life of this object. Answers by `changed`: it is ready, or there is an `error`.
  void open(const QString& path, const layers::RasterTilesOptions& options = {});

  bool isReady() const { return !m_urlTemplate.isEmpty(); }
  bool isOpening() const { return m_isOpening; }
  /// Opening, or tiles were asked for a moment ago: a picture of the window would lack some.
  bool isBusy() const;
  QString urlTemplate() const { return m_urlTemplate; }   ///< see TileServer
  QString cacheFolder() const { return m_cache.path(); }  ///< for QtLocation's own cache of this picture; gone when the window closes
  QString attribution() const { return m_attribution; }
  const geo::Box& extent() const { return m_extent; }     ///< Web Mercator metres; empty until it is ready
  /// Why nothing is served.
  const std::optional<geo::Error>& error() const { return m_error; }

 signals:
  void changed();
  /// The first tile that could not be drawn; more may follow without a word.
  void tileFailed(pianqu::geo::Error error);

 private:
  void accept(const QString& urlTemplate, const QString& attribution, const geo::Box& extent);
  void refuse(const geo::Error& error);

  QThread m_thread;
  QObject* m_worker;   ///< lives in m_thread and owns the server there
  QTemporaryDir m_cache;
  QString m_urlTemplate, m_attribution;
  geo::Box m_extent;
  std::optional<geo::Error> m_error;
  QElapsedTimer m_lastTile;
  bool m_isOpening = false;
};

}  // namespace pianqu::app
