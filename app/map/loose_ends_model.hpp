#pragma once

#include <QObject>
#include <QThreadPool>
#include <QtQmlIntegration>
#include <memory>

#include "app/map/map_layer.hpp"
#include "app/model/project_controller.hpp"
#include "layers/plan/loose_ends.hpp"
#include "layers/style/style.hpp"

namespace pianqu::app {

/// Unassigned units, enclaves, gaps and disconnected parts of the plan: highlighted on the map, counted, and gone through one by one.
/// Found off the UI thread, and only while they are shown.
class LooseEndsModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the edit controller")
  Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
  Q_PROPERTY(int unassigned READ unassigned NOTIFY changed)
  Q_PROPERTY(int enclaves READ enclaves NOTIFY changed)
  Q_PROPERTY(int gaps READ gaps NOTIFY changed)
  Q_PROPERTY(int parts READ parts NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)
  Q_PROPERTY(pianqu::app::MapLayer* layer READ layer CONSTANT)

 public:
  LooseEndsModel(ProjectController& project, const layers::Theme& theme, double pixelsPerMm, QObject* parent = nullptr);
  ~LooseEndsModel() override;

  bool isShown() const { return m_isShown; }
  bool isBusy() const { return m_isRunning; }
  int unassigned() const { return count(layers::LooseEnd::Kind::Unassigned); }
  int enclaves() const { return count(layers::LooseEnd::Kind::Enclave); }
  int gaps() const { return count(layers::LooseEnd::Kind::Gap); }
  int parts() const { return count(layers::LooseEnd::Kind::Part); }
  QString text() const;
  MapLayer* layer() { return &m_layer; }
  void setShown(bool isShown);
  void setDataFolder(const QString& dataFolder) { m_dataFolder = dataFolder; }

  /// Goes to the next unassigned unit, or, when all are placed, to the next of the others; shows them first when they are hidden.
  Q_INVOKABLE void goToNext();

 signals:
  void changed();
  /// The map is asked to look at a box of the project CRS.
  void lookRequested(const pianqu::geo::Box& box);

 private:
  struct Found;
  int count(layers::LooseEnd::Kind kind) const;
  void search();
  void step();

  ProjectController& m_project;
  QString m_dataFolder;
  std::vector<Pen> m_pens;
  MapLayer m_layer{QStringLiteral("loose-ends")};
  QThreadPool m_pool;
  std::vector<layers::LooseEnd> m_ends;
  std::shared_ptr<const layers::Plan> m_plan;   ///< that m_ends is of
  bool m_isShown = false, m_isRunning = false, m_isStepAwaited = false;
  layers::Uid m_lastUid;
};

}  // namespace pianqu::app
