#pragma once

#include <QAbstractListModel>
#include <QThreadPool>
#include <QtQmlIntegration>
#include <memory>
#include <set>

#include "app/map/map_layer.hpp"
#include "app/model/ledger_table_model.hpp"
#include "app/model/project_controller.hpp"
#include "layers/style/style.hpp"

namespace pianqu::app {

/// Options 方案A, B, C side by side: which are shown on the map in their own colours, how they compare, and where two differ.
/// The working plan is the first row.
class OptionsController : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")
  Q_PROPERTY(pianqu::app::MapLayer* layer READ layer CONSTANT)
  Q_PROPERTY(pianqu::app::LedgerTableModel* comparison READ comparison CONSTANT)
  Q_PROPERTY(pianqu::app::LedgerTableModel* difference READ difference CONSTANT)
  Q_PROPERTY(QString differenceText READ differenceText NOTIFY changed)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
  Q_PROPERTY(QString nextName READ nextName NOTIFY changed)

 public:
  enum Role { NameRole = Qt::UserRole + 1, CurrentRole, FrozenRole, ShownRole, ColourRole, NoteRole };
  OptionsController(ProjectController& project, const layers::Theme& theme, double pixelsPerMm, QObject* parent = nullptr);
  ~OptionsController() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  MapLayer* layer() { return &m_layer; }
  LedgerTableModel* comparison() { return &m_comparison; }
  LedgerTableModel* difference() { return &m_difference; }
  QString differenceText() const { return m_differenceText; }
  bool isBusy() const { return m_running > 0; }
  QString nextName() const;   ///< the first of 方案B, 方案C, ... that is free
  void setDataFolder(const QString& dataFolder) { m_dataFolder = dataFolder; }
  void setChinese(bool isChinese);

  Q_INVOKABLE void reload();
  Q_INVOKABLE void setShown(const QString& name, bool isShown);
  /// Works out the difference between the working plan and this option, building by building.
  Q_INVOKABLE void compareWith(const QString& name);
  Q_INVOKABLE void keep(const QString& name) { m_project.keepOption(name); }
  Q_INVOKABLE void take(const QString& name) { m_project.takeOption(name); }
  Q_INVOKABLE void freeze(const QString& name) { m_project.freezeOption(name); }
  Q_INVOKABLE void remove(const QString& name) { m_project.removeOption(name); }

 signals:
  void changed();

 private:
  struct Row {
    QString name, note;
    bool isCurrent = false, isFrozen = false;
    std::shared_ptr<const layers::Plan> plan;
  };
  void follow();
  void compare();
  void draw();
  std::size_t colourOf(int row) const { return static_cast<std::size_t>(row) % m_pens.size(); }

  ProjectController& m_project;
  QString m_dataFolder;
  std::vector<Pen> m_pens;
  MapLayer m_layer{QStringLiteral("options")};
  LedgerTableModel m_comparison, m_difference;
  QString m_differenceText;
  QList<Row> m_rows;
  std::set<QString> m_shown;
  QThreadPool m_pool;
  int m_running = 0, m_round = 0;
  bool m_isFollowing = false;
};

}  // namespace pianqu::app
