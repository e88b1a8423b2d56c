#pragma once

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QTimer>
#include <QtQmlIntegration>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "geo/base/progress.hpp"

namespace pianqu::app {

/// Long work as the window sees it. The work reports into it from its own thread; the window looks at it a few times a second.
class LongTask final : public geo::Progress {
 public:
  void report(double fraction, std::string_view stage) override;
  bool isCancelled() const override { return m_isCancelled; }
  void cancel() { m_isCancelled = true; }
  double fraction() const { return m_fraction; }
  std::string stage() const;

 private:
  std::atomic<double> m_fraction = 0;
  std::atomic<bool> m_isCancelled = false;
  mutable std::mutex m_mutex;
  std::string m_stage;
};

/// The long work of this session, newest first, with progress, time left and a way to stop it.
class TaskModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(int count READ rowCount NOTIFY changed)
  Q_PROPERTY(int runningCount READ runningCount NOTIFY changed)
  Q_PROPERTY(QString runningText READ runningText NOTIFY progressed)
  Q_PROPERTY(double runningFraction READ runningFraction NOTIFY progressed)

 public:
  enum class State { Running, Done, Failed, Cancelled };
  Q_ENUM(State)
  enum Role { TitleRole = Qt::UserRole + 1, StageRole, FractionRole, LeftRole, StateRole, ResultRole };
  explicit TaskModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int runningCount() const;
  QString runningText() const;      ///< of the work that goes on, with its share: "Merging 42 %"
  double runningFraction() const;   ///< 0 to 1

  /// The row of new work; hand the task to whoever does it, and tell finish() in the end.
  std::shared_ptr<LongTask> add(const QString& title);
  /// `result`: what came of it, a sentence.
  void finish(const std::shared_ptr<LongTask>& task, State state, const QString& result);
  Q_INVOKABLE void cancel(int row);
  Q_INVOKABLE void cancelAll();
  Q_INVOKABLE void forgetFinished();

 signals:
  void changed();
  void progressed();

 private:
  struct Entry {
    std::shared_ptr<LongTask> task;
    QString title, result;
    State state = State::Running;
    QElapsedTimer clock;
    qint64 tookMs = 0;
  };
  QString timeOf(const Entry& entry) const;
  const Entry* running() const;
  void look();

  QList<Entry> m_entries;
  QTimer m_timer;
};

}  // namespace pianqu::app
