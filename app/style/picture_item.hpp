#pragma once

#include <QPointer>
#include <QQuickPaintedItem>
#include <memory>

#include "layers/scene/picture.hpp"

namespace pianqu::app {

/// A drawing on paper that a controller makes and QML shows.
class PictureSource : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by a controller")
  Q_PROPERTY(double widthMm READ widthMm NOTIFY changed)
  Q_PROPERTY(double heightMm READ heightMm NOTIFY changed)

 public:
  using QObject::QObject;
  double widthMm() const { return m_picture ? m_picture->widthMm : 0; }
  double heightMm() const { return m_picture ? m_picture->heightMm : 0; }
  const std::shared_ptr<const layers::Picture>& picture() const { return m_picture; }
  void setPicture(std::shared_ptr<const layers::Picture> picture);

 signals:
  void changed();

 private:
  std::shared_ptr<const layers::Picture> m_picture;
};

/// Shows the part of a picture that begins at `offset`, `pixelsPerMm` large. Only what is seen is painted, however long the picture.
class PictureItem : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(pianqu::app::PictureSource* source READ source WRITE setSource NOTIFY sourceChanged REQUIRED)
  Q_PROPERTY(double pixelsPerMm READ pixelsPerMm WRITE setPixelsPerMm NOTIFY viewChanged)
  Q_PROPERTY(QPointF offset READ offset WRITE setOffset NOTIFY viewChanged)
  Q_PROPERTY(QString family READ family WRITE setFamily NOTIFY viewChanged)

 public:
  explicit PictureItem(QQuickItem* parent = nullptr);
  PictureSource* source() const { return m_source; }
  double pixelsPerMm() const { return m_pixelsPerMm; }
  QPointF offset() const { return m_offset; }
  QString family() const { return m_family; }
  void setSource(PictureSource* source);
  void setPixelsPerMm(double pixelsPerMm);
  void setOffset(QPointF offset);
  void setFamily(const QString& family);
  void paint(QPainter* painter) override;

 signals:
  void sourceChanged();
  void viewChanged();

 private:
  QPointer<PictureSource> m_source;
  double m_pixelsPerMm = 4;
  QPointF m_offset;
  QString m_family;
};

}  // namespace pianqu::app
