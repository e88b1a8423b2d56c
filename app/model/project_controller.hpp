#pragma once

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>
#include <functional>
#include <memory>

#include "app/model/plan_store.hpp"
#include "app/model/recent_projects.hpp"
#include "app/model/snapshot.hpp"
#include "app/model/task_model.hpp"

namespace pianqu::app {

/// The open project and everything that changes it. Files are read and written in a worker thread, one task after the other; the window
/// always shows the last finished snapshot.
class ProjectController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(bool isOpen READ isOpen NOTIFY snapshotChanged)
  Q_PROPERTY(bool canEdit READ canEdit NOTIFY snapshotChanged)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY isBusyChanged)
  Q_PROPERTY(QString busyText READ busyText NOTIFY isBusyChanged)
  Q_PROPERTY(QString name READ name NOTIFY snapshotChanged)
  Q_PROPERTY(QString path READ path NOTIFY snapshotChanged)
  Q_PROPERTY(QString crsName READ crsName NOTIFY snapshotChanged)
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY historyChanged)
  Q_PROPERTY(bool canRedo READ canRedo NOTIFY historyChanged)
  Q_PROPERTY(pianqu::app::RecentProjects* recent READ recent CONSTANT)
  Q_PROPERTY(pianqu::app::TaskModel* tasks READ tasks CONSTANT)

 public:
  explicit ProjectController(QObject* parent = nullptr);
  ~ProjectController() override;

  bool isOpen() const { return m_snapshot != nullptr; }
  bool canEdit() const { return isOpen() && !m_snapshot->isReadOnly; }
  bool isBusy() const { return m_pending > 0; }
  QString busyText() const { return m_busyText; }
  QString name() const;
  QString path() const;
  QString crsName() const;
  bool canUndo() const { return canEdit() && m_canUndo; }
  bool canRedo() const { return canEdit() && m_canRedo; }
  RecentProjects* recent() { return &m_recent; }
  TaskModel* tasks() { return &m_tasks; }
  const SnapshotPtr& snapshot() const { return m_snapshot; }

  Q_INVOKABLE void open(const QString& path);
  Q_INVOKABLE void openUrl(const QUrl& url);
  Q_INVOKABLE void close();
  Q_INVOKABLE void undo();
  Q_INVOKABLE void redo();
  Q_INVOKABLE void renameDistrict(const QString& uid, const QString& name);
  Q_INVOKABLE void removeDistrict(const QString& uid);
  Q_INVOKABLE void pinDistrict(const QString& uid, bool isPinned);

  /// Saves edits as one step of undo; what does not go is raised as a problem and nothing is changed.
  void commitEdits(std::vector<layers::Edit> edits, const QString& notice);
  void raise(const geo::Error& error);

  using OptionsPtr = std::shared_ptr<const std::vector<layers::NamedOption>>;
  /// What is kept beside the working plan; nullptr until it was read.
  const OptionsPtr& options() const { return m_options; }
  void readOptions();
  void keepOption(const QString& name);      ///< the working plan under another name
  void takeOption(const QString& name);      ///< keeps the working plan under its label, then works on the other one
  void freezeOption(const QString& name);
  void removeOption(const QString& name);
  void openStore(std::unique_ptr<PlanStore> store);

  /// What long work came to: the project afterwards, a sentence for the person, and what was wrong on the way.
  struct WorkDone {
    SnapshotPtr snapshot;
    QString notice;
    geo::Problems problems;
  };
  using Work = std::function<geo::Result<WorkDone>(PlanStore&, const SnapshotPtr&, geo::Progress&)>;
  using After = std::function<void(const geo::Problems&)>;
  /// Long work on the open project, in the worker, listed in tasks() and cancellable there. `after` runs here when it went well.
  void work(const QString& title, Work work, After after = {});

  /// One value in several rows of a table of the city, as one step of undo.
  void editValues(const std::string& table, const std::vector<layers::Uid>& uids, const layers::Field& field, const layers::Value& value);
  /// Where a row came from and what happened to it; `show` runs here.
  void readFacts(const std::string& table, const layers::Uid& uid, std::function<void(const layers::Project::RowFacts&)> show);
  /// Small texts that stay with the project; `show` runs here, also for a project that cannot be read (with empty text).
  void readKept(const std::string& key, std::function<void(const QString&)> show);
  void writeKept(const std::string& key, const QString& text);
  /// Another profile of the city, kept in the project.
  void setProfile(const layers::CityProfile& profile);
  /// Makes a project file and opens it. errors are raised
  void create(const QString& path, const layers::ProjectSettings& settings, const layers::CityProfile& profile);
  /// Makes the sample city (S) as a project in `folder`, merged into districts, unless it is there already; opens it.
  void openSampleIn(const QString& folder, const QString& dataFolder);

 signals:
  void snapshotChanged();
  void isBusyChanged();
  void historyChanged();
  void opened();
  void optionsChanged();
  void problemRaised(const QString& text, const QString& hint);
  void noticeRaised(const QString& text);

 private:
  using Done = std::function<void()>;
  /// Runs in the worker; what it returns runs here afterwards.
  using Task = std::function<Done()>;
  void run(const QString& busyText, Task task);
  void finish(const Done& done);
  void step(bool isUndo);
  Done shown(geo::Result<SnapshotPtr> result, bool isNew, const QString& notice);
  Done optionsRead(const QString& notice);
  void changeOptions(std::function<geo::Result<void>()> change, const QString& notice);
  Done opening(geo::Result<std::unique_ptr<PlanStore>> store, const std::string& path, const std::shared_ptr<LongTask>& task);
  Done notOpened(const std::string& path, const geo::Error& error);

  struct Worker;
  std::unique_ptr<Worker> m_worker;
  SnapshotPtr m_snapshot;
  OptionsPtr m_options;
  RecentProjects m_recent;
  TaskModel m_tasks;
  int m_pending = 0;
  QString m_busyText;
  bool m_canUndo = false, m_canRedo = false;
};

}  // namespace pianqu::app
