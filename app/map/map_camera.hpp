#pragma once

#include <QGeoCoordinate>
#include <QObject>
#include <QtQmlIntegration>

#include "app/map/camera_view.hpp"

namespace pianqu::app {

/// The camera of QtLocation's Map as our layers read it. QML binds its properties to those of the Map; nothing is computed there.
class MapCamera : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QGeoCoordinate centre READ centre WRITE setCentre NOTIFY changed)
  Q_PROPERTY(double zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY changed)
  Q_PROPERTY(double bearing READ bearing WRITE setBearing NOTIFY changed)
  Q_PROPERTY(QSizeF viewSize READ viewSize WRITE setViewSize NOTIFY changed)
  Q_PROPERTY(double pixelsPerMm READ pixelsPerMm WRITE setPixelsPerMm NOTIFY changed)
  Q_PROPERTY(QString scaleText READ scaleText NOTIFY changed)
  Q_PROPERTY(double scaleBarPixels READ scaleBarPixels NOTIFY changed)
  Q_PROPERTY(QString scaleBarText READ scaleBarText NOTIFY changed)

 public:
  using QObject::QObject;
  const CameraView& view() const { return m_view; }

  QGeoCoordinate centre() const;
  double zoomLevel() const { return m_view.zoom; }
  double bearing() const { return m_view.bearingDeg; }
  QSizeF viewSize() const { return m_view.size; }
  double pixelsPerMm() const { return m_pixelsPerMm; }
  void setCentre(const QGeoCoordinate& centre);
  void setZoomLevel(double zoom);
  void setBearing(double bearingDeg);
  void setViewSize(QSizeF size);
  void setPixelsPerMm(double pixelsPerMm);

  double scaleDenominator() const;  ///< of the screen at the centre of the map
  QString scaleText() const;        ///< "1:2300", two digits: nobody reads 1:2347
  double scaleBarPixels() const;    ///< length of a bar that is a round number of metres on the ground
  QString scaleBarText() const;     ///< "200 m"

  Q_INVOKABLE QGeoCoordinate coordinateAt(QPointF point) const;

 signals:
  void changed();

 private:
  double scaleBarMetres() const;
  void set(const CameraView& view);

  CameraView m_view;
  double m_pixelsPerMm = 96 / 25.4;
};

}  // namespace pianqu::app
