#pragma once

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>
#include <functional>

#include "app/desk/problem_model.hpp"

namespace pianqu::layers {
struct MergeRules;
}

namespace pianqu::app {

/// Keys minHouseholds, maxHouseholds, maxSpan, maxFloorArea; texts, as a person would write the numbers.
QVariantMap limitsOf(const layers::MergeRules& rules);

/// The main job from the window: the functions behind `pianqu merge`, `plan`, `check`, `ledger` and `sheet`, on the open project, as tasks.
class MainJob : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(QVariantMap limits READ limits NOTIFY limitsChanged)

 public:
  MainJob(ProjectController& project, ProblemModel& problems, QString dataFolder, QObject* parent = nullptr);

  /// `pianqu` as a function, call() of app/cli/run.hpp, handed in by the program; without it ledger and sheets are not written.
  using Command = std::function<geo::Result<void>(const std::vector<std::string>& arguments, geo::Progress& progress)>;
  void setCommand(Command command) { m_command = std::move(command); }

  /// What merging goes by unless a person says otherwise: the city's profile, else the catalogue. Keys as limitsOf()
  QVariantMap limits() const { return m_limits; }
  /// As limits(); an empty value, or the catalogue's own, takes the catalogue's, which is lowered for a small city. `seed`: same seed, same districts; `targetHouseholds`; `like`: of year, tenure, condition
  Q_INVOKABLE void merge(const QVariantMap& limits);
  /// Drainage, parking, lifts and the other measures of one district, or of all when `code` is empty.
  Q_INVOKABLE void plan(const QString& code, const QString& parkingProfile);
  /// Rules of the plan and of drainage; findings go to the problems.
  Q_INVOKABLE void check();
  Q_INVOKABLE void exportLedger(const QUrl& file);
  /// `code` empty: the city sheet. `theme` empty: the default
  Q_INVOKABLE void exportSheet(const QString& code, const QString& theme, const QString& paper, const QUrl& file);
  Q_INVOKABLE QStringList themes() const;

 signals:
  void limitsChanged();
  void fileWritten(const QString& path);

 private:
  void readLimits();
  void runCommand(const QString& title, std::vector<std::string> arguments, const QString& file);

  ProjectController& m_project;
  ProblemModel& m_problems;
  QString m_dataFolder;
  Command m_command;
  QVariantMap m_limits;
  std::shared_ptr<const int> m_openedAs;
  layers::CityProfile m_profile;      ///< that m_limits goes by
};

}  // namespace pianqu::app
