#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "layers/style/style.hpp"

namespace pianqu::app {

/// The themes that can be chosen, in the language of the window.
class ThemeListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the style controller")
  Q_PROPERTY(int currentIndex READ currentIndex NOTIFY currentChanged)
  Q_PROPERTY(QString currentTitle READ currentTitle NOTIFY currentChanged)

 public:
  enum Role { KeyRole = Qt::UserRole + 1, TitleRole };
  explicit ThemeListModel(const std::vector<layers::Theme>& themes, QObject* parent = nullptr) : QAbstractListModel(parent), m_themes(themes) {}

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override { return {{KeyRole, "key"}, {TitleRole, "title"}}; }

  int currentIndex() const;
  QString currentTitle() const;
  const QString& currentKey() const { return m_current; }
  void setCurrent(const QString& key);
  void setChinese(bool isChinese);

 signals:
  void currentChanged();

 private:
  QString titleOf(const layers::Theme& theme) const { return QString::fromStdString(m_isChinese ? theme.zh : theme.titleEn); }

  const std::vector<layers::Theme>& m_themes;
  QString m_current;
  bool m_isChinese = true;
};

}  // namespace pianqu::app
