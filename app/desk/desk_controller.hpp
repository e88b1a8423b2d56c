#pragma once

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

#include "app/model/project_controller.hpp"

namespace pianqu::app {

/// Coming to a project: the sample, a new one with the city's profile.
class DeskController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(QVariantList crsChoices READ crsChoices CONSTANT)
  Q_PROPERTY(QVariantList fundCodes READ fundCodes CONSTANT)
  Q_PROPERTY(QVariantMap defaultLimits READ defaultLimits CONSTANT)
  Q_PROPERTY(QString projectFolder READ projectFolder CONSTANT)

 public:
  DeskController(ProjectController& project, QString dataFolder, QObject* parent = nullptr);

  /// [{text, crs}]: the CGCS2000 zones of 3 degrees over China.
  QVariantList crsChoices() const;
  /// Fund sources that measures may be paid from, as in the catalogue: [{code, zh, en}], the first measures that it may pay for and how many there are.
  QVariantList fundCodes() const;
  QVariantMap defaultLimits() const;   ///< of the catalogue: minHouseholds, maxHouseholds, maxSpan, maxFloorArea
  QString projectFolder() const;       ///< where projects go unless a person says otherwise

  Q_INVOKABLE void openSample();
  /// Empty when the text names a system that a project can have; else what is wrong with it.
  Q_INVOKABLE QString crsProblem(const QString& crs) const;
  /// `profile`: limits and fundCodes. False, with a problem raised, when name or system do not do.
  Q_INVOKABLE bool create(const QString& name, const QString& folder, const QString& crs, const QVariantMap& profile);
  /// A file that Pianqu made, by what is in it.
  Q_INVOKABLE bool isProject(const QUrl& file) const;
  Q_INVOKABLE void openFolderOf(const QString& file) const;

 private:
  ProjectController& m_project;
  QString m_dataFolder;
};

}  // namespace pianqu::app
