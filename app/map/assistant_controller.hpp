#pragma once

#include <QAbstractListModel>
#include <QThreadPool>
#include <QtQmlIntegration>
#include <atomic>
#include <memory>

#include "app/map/edit_controller.hpp"
#include "app/map/map_layer.hpp"
#include "app/model/inspector_model.hpp"
#include "app/model/project_controller.hpp"
#include "layers/plan/merge_scope.hpp"
#include "layers/style/style.hpp"

namespace pianqu::app {

/// The assistant: proposes districts for the whole city, one sub-district or a lasso, off the UI thread; shows what would change on the map
/// and as a list; takes up all of it or what is ticked. Each row is one district that the proposal makes. Also says why a unit is where it is.
class AssistantController : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")
  Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
  Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
  Q_PROPERTY(bool hasProposal READ hasProposal NOTIFY changed)
  Q_PROPERTY(bool isStale READ isStale NOTIFY changed)
  Q_PROPERTY(QString summary READ summary NOTIFY changed)
  Q_PROPERTY(QStringList areas READ areas NOTIFY changed)
  Q_PROPERTY(int scope READ scope WRITE setScope NOTIFY changed)
  Q_PROPERTY(QString area READ area WRITE setArea NOTIFY changed)
  Q_PROPERTY(bool hasLasso READ hasLasso NOTIFY changed)
  Q_PROPERTY(int cutCount READ cutCount NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(int tickedCount READ tickedCount NOTIFY changed)
  Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
  Q_PROPERTY(bool isExplaining READ isExplaining NOTIFY changed)
  Q_PROPERTY(pianqu::app::MapLayer* layer READ layer CONSTANT)

 public:
  enum Scope { City, SubDistrict, Lasso };
  Q_ENUM(Scope)
  enum Role { CodeRole = Qt::UserRole + 1, NameRole, TextRole, TickedRole };
  AssistantController(ProjectController& project, EditController& edit, InspectorModel& inspector, const layers::Theme& theme, double pixelsPerMm, QObject* parent = nullptr);
  ~AssistantController() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  bool isRunning() const { return m_isRunning; }
  double progress() const { return m_progress; }
  bool hasProposal() const { return m_proposal != nullptr; }
  /// The plan changed since the proposal was made; it cannot be taken up any more.
  bool isStale() const;
  QString summary() const { return m_summary; }
  QStringList areas() const { return m_areas; }
  int scope() const { return m_scope; }
  QString area() const { return m_area; }
  bool hasLasso() const { return !m_lasso.empty(); }
  int cutCount() const { return static_cast<int>(m_cuts.size()); }
  int count() const { return rowCount(); }
  int tickedCount() const;
  QString explanation() const { return m_explanation; }
  bool isExplaining() const { return m_isExplaining; }
  MapLayer* layer() { return &m_layer; }
  void setScope(int scope);
  void setArea(const QString& area);
  void setDataFolder(const QString& dataFolder) { m_dataFolder = dataFolder; }

  /// `minHouseholds`, `maxHouseholds`: as typed; empty takes the rule. `isFromCurrent`: the present districts stay but for what breaks a rule or is new
  Q_INVOKABLE void propose(const QString& minHouseholds, const QString& maxHouseholds, bool isFromCurrent = false);
  Q_INVOKABLE void clearCuts();
  Q_INVOKABLE void stop();
  Q_INVOKABLE void setTicked(int row, bool isTicked);
  Q_INVOKABLE void tickAll(bool isTicked);
  Q_INVOKABLE void accept();
  Q_INVOKABLE void discard();
  /// Why the unit that the inspector shows is where it is.
  Q_INVOKABLE void explain();

 signals:
  void changed();
  void progressChanged();

 private:
  struct Answer;
  class Watch;
  struct Row {
    QString code, name, text;
    bool isTicked = true;
    const layers::District* district = nullptr;   ///< in m_proposal
  };
  void follow();
  void receive(Answer answer);
  void start(const geo::MultiPolygon<geo::XY>& area, const layers::MergeOptions& options, const std::string& explainUid);
  QString summaryOf(const layers::Plan& plan, const layers::MergeProposal& proposal) const;
  void draw();

  ProjectController& m_project;
  EditController& m_edit;
  InspectorModel& m_inspector;
  QString m_dataFolder;
  Pen m_in, m_out, m_fence;
  MapLayer m_layer{QStringLiteral("assistant")};
  QThreadPool m_pool;
  std::shared_ptr<std::atomic<bool>> m_isCancelled;
  bool m_isRunning = false, m_isExplaining = false;
  double m_progress = 0;
  std::shared_ptr<const CityContent> m_content;
  std::shared_ptr<const layers::Plan> m_plan;            ///< that m_proposal changes
  std::shared_ptr<const layers::MergeProposal> m_proposal;
  std::shared_ptr<const layers::MergeProposal> m_explained;   ///< of the whole city, for m_explainedPlan
  std::shared_ptr<const layers::Plan> m_explainedPlan;
  QList<Row> m_rows;
  QStringList m_areas;
  int m_scope = City;
  QString m_area, m_summary, m_explanation;
  geo::MultiPolygon<geo::XY> m_lasso;
  geo::MultiLine<geo::XY> m_cuts;   ///< lines of the planner's own that no proposed district crosses
};

}  // namespace pianqu::app
