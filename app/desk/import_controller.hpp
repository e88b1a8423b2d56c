#pragma once

#include <QAbstractListModel>
#include <QThreadPool>
#include <QUrl>
#include <QtQmlIntegration>
#include <atomic>
#include <optional>
#include <vector>

#include "app/desk/problem_model.hpp"
#include "layers/io/import.hpp"

namespace pianqu::app {

/// Files that are about to come in. Each is read and judged as `pianqu import --dry-run` does, and a person sees encoding, coordinate system,
/// headings and counts, and may overrule them, before anything is written. Without an open project it says which system a new one would get.
class ImportController : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(int count READ rowCount NOTIFY changed)
  Q_PROPERTY(int readyCount READ readyCount NOTIFY changed)
  Q_PROPERTY(bool isReading READ isReading NOTIFY changed)
  Q_PROPERTY(bool canCommit READ canCommit NOTIFY changed)
  Q_PROPERTY(QString suggestedCrs READ suggestedCrs NOTIFY changed)
  Q_PROPERTY(QString suggestedCrsProof READ suggestedCrsProof NOTIFY changed)
  Q_PROPERTY(QStringList kinds READ kinds CONSTANT)
  Q_PROPERTY(QStringList kindTitles READ kindTitles NOTIFY retranslated)
  Q_PROPERTY(QStringList encodings READ encodings CONSTANT)

 public:
  enum class State { Waiting, Reading, Ready, Failed };
  Q_ENUM(State)
  enum Role { NameRole = Qt::UserRole + 1, StateRole, SummaryRole, HintRole, LayersRole, CrsRole, EncodingRole, KindRole };
  ImportController(ProjectController& project, ProblemModel& problems, QString dataFolder, QObject* parent = nullptr);
  ~ImportController() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  bool isReading() const { return m_isReading; }
  int readyCount() const;   ///< files that can be taken
  bool canCommit() const;   ///< a project is open, everything was read, and one file at least can be taken
  QString suggestedCrs() const { return m_suggestedCrs; }
  QString suggestedCrsProof() const;
  QStringList kinds() const;
  QStringList kindTitles() const;   ///< of `kinds`, in the language of the window
  QStringList encodings() const { return {QStringLiteral("UTF-8"), QStringLiteral("GB18030"), QStringLiteral("BIG5")}; }

  /// Files, or the files of a folder; what no reader knows is left out with a notice.
  Q_INVOKABLE void add(const QList<QUrl>& urls);
  Q_INVOKABLE void remove(int row);
  Q_INVOKABLE void clear();
  /// What a person says of a file; empty: judge it. `what`: "crs", "encoding", "kind"
  Q_INVOKABLE void choose(int row, const QString& what, const QString& value);
  Q_INVOKABLE void commit();
  void setChinese(bool isChinese);

 signals:
  void changed();
  void filesAdded();
  void retranslated();

 private:
  struct File {
    layers::ImportRequest request;
    State state = State::Waiting;
    std::optional<geo::Error> error;
    std::vector<layers::LayerReport> layers;
  };
  struct Judged;
  void judge();
  void accept(int row, const Judged& judged);
  QString summaryOf(const File& file) const;
  QVariantList layersOf(const File& file) const;

  ProjectController& m_project;
  ProblemModel& m_problems;
  QString m_dataFolder;
  QList<File> m_files;
  bool m_isReading = false, m_isChinese = false;
  QString m_suggestedCrs;
  std::string m_suggestedCrsProof;
  std::shared_ptr<LongTask> m_task;
  QThreadPool m_pool;
};

}  // namespace pianqu::app
