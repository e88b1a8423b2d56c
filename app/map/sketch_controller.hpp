#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "app/map/map_layer.hpp"
#include "app/model/figures.hpp"
#include "app/model/project_controller.hpp"

namespace pianqu::app {

/// Drawing the boundary of a new district: its corners, the rubber band to the pointer, and what would belong to it.
class SketchController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")
  Q_PROPERTY(bool isDrawing READ isDrawing NOTIFY changed)
  Q_PROPERTY(bool canFinish READ canFinish NOTIFY changed)
  Q_PROPERTY(int pointCount READ pointCount NOTIFY changed)
  Q_PROPERTY(pianqu::app::MapLayer* layer READ layer CONSTANT)
  Q_PROPERTY(pianqu::app::MapLayer* memberLayer READ memberLayer CONSTANT)
  Q_PROPERTY(pianqu::app::FigureModel* figures READ figures CONSTANT)

 public:
  explicit SketchController(ProjectController& project, QObject* parent = nullptr);

  bool isDrawing() const { return m_isDrawing; }
  bool canFinish() const { return m_corners.size() >= 3; }
  int pointCount() const { return static_cast<int>(m_corners.size()); }
  MapLayer* layer() { return &m_layer; }
  MapLayer* memberLayer() { return &m_memberLayer; }
  FigureModel* figures() { return &m_figures; }

  Q_INVOKABLE void start();
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void removeLast();
  /// Makes the district when there are three corners; keeps drawing when it takes in nothing.
  Q_INVOKABLE void finish();

  void addCorner(geo::XY corner);
  void movePointer(geo::XY pointer);
  void setPens(const Pen& boundary, const Pen& member);

 signals:
  void changed();

 private:
  geo::Polygon<geo::XY> area(bool withPointer) const;
  void redraw();
  void redrawMembers(const geo::Polygon<geo::XY>& boundary);
  void clear();

  ProjectController& m_project;
  MapLayer m_layer{QStringLiteral("sketch")};
  MapLayer m_memberLayer{QStringLiteral("sketch-members")};
  FigureModel m_figures;
  Pen m_boundaryPen, m_memberPen;
  bool m_isDrawing = false;
  std::vector<geo::XY> m_corners;
  std::optional<geo::XY> m_pointer;
  std::vector<std::size_t> m_buildings;
};

}  // namespace pianqu::app
