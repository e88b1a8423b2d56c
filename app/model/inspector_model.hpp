#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "app/model/snapshot.hpp"

namespace pianqu::app {

/// The attributes of one feature under the headings of the schema, in the language of the window.
class InspectorModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(bool hasFeature READ hasFeature NOTIFY featureChanged)
  Q_PROPERTY(QString title READ title NOTIFY featureChanged)
  Q_PROPERTY(QString subtitle READ subtitle NOTIFY featureChanged)
  Q_PROPERTY(bool isUnit READ isUnit NOTIFY featureChanged)
  Q_PROPERTY(int unknownCount READ unknownCount NOTIFY featureChanged)

 public:
  enum Role { LabelRole = Qt::UserRole + 1, ValueRole, UnitRole };
  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  bool hasFeature() const { return m_table >= 0; }
  QString title() const { return m_title; }
  QString subtitle() const { return m_subtitle; }
  int unknownCount() const { return m_unknownCount; }
  /// The unit that the feature is or belongs to; nullopt for anything but estates and buildings.
  std::optional<layers::Member> unit() const;
  bool isUnit() const { return unit().has_value(); }

  /// `table` and `row` in the content's tables.
  void showFeature(SnapshotPtr snapshot, std::size_t table, std::size_t row);
  Q_INVOKABLE void clear();
  void setChinese(bool isChinese);

 signals:
  void featureChanged();

 private:
  struct Line {
    QString label, value, unit;
  };
  void reload();
  QString nameOf(const std::string& uid) const;

  SnapshotPtr m_snapshot;
  int m_table = -1;
  std::size_t m_row = 0;
  bool m_isChinese = true;
  QString m_title, m_subtitle;
  int m_unknownCount = 0;
  QList<Line> m_lines;
};

}  // namespace pianqu::app
