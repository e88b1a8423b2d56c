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
  Q_PROPERTY(QVariantList fundSources READ fundSources CONSTANT)
  Q_PROPERTY(QVariantMap defaultProfile READ defaultProfile CONSTANT)
  Q_PROPERTY(QVariantMap profile READ profile NOTIFY profileChanged)
  Q_PROPERTY(QString projectFolder READ projectFolder CONSTANT)

 public:
  DeskController(ProjectController& project, QString dataFolder, QObject* parent = nullptr);

  /// [{text, crs}]: the CGCS2000 zones of 3 degrees over China.
  QVariantList crsChoices() const;
  /// Fund sources of the catalogue: [{code, zh, en, paysZh, paysEn}], the first measures that it may pay for and how many there are.
  QVariantList fundSources() const;
  /// What a city asks of its districts: minArea (ha), minHouseholds, maxHouseholds, maxSpan (m), maxFloorArea (m2) as texts, fundCodes. That of the
  /// catalogue, and that of the open project.
  QVariantMap defaultProfile() const;
  QVariantMap profile() const;
  QString projectFolder() const;       ///< where projects go unless a person says otherwise

  Q_INVOKABLE void openSample();
  /// Empty when the text names a system that a project can have; else what is wrong with it.
  Q_INVOKABLE QString crsProblem(const QString& crs) const;
  /// Keeps another profile in the open project. False, with a problem raised, when it does not do; an empty field is the catalogue's.
  Q_INVOKABLE bool setProfile(const QVariantMap& profile);
  /// False, with a problem raised, when name, system or profile do not do.
  Q_INVOKABLE bool create(const QString& name, const QString& folder, const QString& crs, const QVariantMap& profile);
  /// A file that Pianqu made, by what is in it.
  Q_INVOKABLE bool isProject(const QUrl& file) const;
  Q_INVOKABLE void openFolderOf(const QString& file) const;

 signals:
  void profileChanged();

 private:
  /// nullopt, with a problem raised, for what no city can ask
  std::optional<layers::CityProfile> profileOf(const QVariantMap& fields) const;
  QVariantMap fieldsOf(const layers::CityProfile& profile) const;

  ProjectController& m_project;
  QString m_dataFolder;
};

}  // namespace pianqu::app
