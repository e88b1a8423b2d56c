#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "app/model/project_controller.hpp"
#include "layers/project/field_values.hpp"

namespace pianqu::app {

/// The chosen feature as a form under the headings of the schema, in the language of the window: values with units and dictionaries, where
/// the row came from, how sure it is, and what happened to it since.
class InspectorModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(bool hasFeature READ hasFeature NOTIFY featureChanged)
  Q_PROPERTY(bool canEdit READ canEdit NOTIFY featureChanged)
  Q_PROPERTY(QString title READ title NOTIFY featureChanged)
  Q_PROPERTY(QString subtitle READ subtitle NOTIFY featureChanged)
  Q_PROPERTY(bool isUnit READ isUnit NOTIFY featureChanged)
  Q_PROPERTY(int unknownCount READ unknownCount NOTIFY featureChanged)
  Q_PROPERTY(bool hasUnknownShown READ hasUnknownShown WRITE setUnknownShown NOTIFY featureChanged)
  Q_PROPERTY(QString sourceText READ sourceText NOTIFY factsChanged)
  Q_PROPERTY(QString evidence READ evidence NOTIFY factsChanged)
  Q_PROPERTY(QVariantList evidenceChoices READ evidenceChoices NOTIFY featureChanged)
  Q_PROPERTY(QStringList history READ history NOTIFY factsChanged)

 public:
  enum Role { LabelRole = Qt::UserRole + 1, ValueRole, UnitRole, FieldRole, RawRole, ChoicesRole, EditableRole };
  using QAbstractListModel::QAbstractListModel;
  /// Without this the form only shows.
  void attach(ProjectController& project, layers::FieldRanges ranges);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  bool hasFeature() const { return m_table >= 0; }
  bool canEdit() const { return hasFeature() && m_project && m_project->canEdit(); }
  QString title() const { return m_title; }
  QString subtitle() const { return m_subtitle; }
  int unknownCount() const { return m_unknownCount; }
  /// The unit that the feature is or belongs to; nullopt for anything but estates and buildings.
  std::optional<layers::Member> unit() const;
  bool isUnit() const { return unit().has_value(); }
  bool hasUnknownShown() const { return m_hasUnknownShown; }
  void setUnknownShown(bool isShown);
  QString sourceText() const { return m_sourceText; }
  QString evidence() const { return m_evidence; }
  QVariantList evidenceChoices() const;
  QStringList history() const { return m_history; }   ///< "2026-03-01 mei: storeys 6 -> 7", newest first
  layers::Uid uid() const;

  /// `table` and `row` in the content's rows.
  void showFeature(SnapshotPtr snapshot, std::size_t table, std::size_t row);
  Q_INVOKABLE void clear();
  /// The value of a line of the form, as typed. False, with a problem raised, for one that does not fit.
  Q_INVOKABLE bool edit(const QString& field, const QString& text);
  void setChinese(bool isChinese);

 signals:
  void featureChanged();
  void factsChanged();

 private:
  struct Line {
    QString label, value, unit, field, raw;
    QVariantList choices;
    bool isEditable = false;
  };
  void reload();
  void follow();
  void askFacts();
  void showFacts(const layers::Project::RowFacts& facts);
  Line lineOf(const layers::Field& field, const std::string& raw) const;
  QString nameOf(const std::string& uid) const;
  QString wordOf(const layers::Field& field, const std::string& code) const;

  ProjectController* m_project = nullptr;
  layers::FieldRanges m_ranges;
  SnapshotPtr m_snapshot;
  int m_table = -1;
  std::size_t m_row = 0;
  bool m_isChinese = true, m_hasUnknownShown = false;
  QString m_title, m_subtitle, m_sourceText, m_evidence;
  QStringList m_history;
  int m_unknownCount = 0;
  QList<Line> m_lines;
};

}  // namespace pianqu::app
