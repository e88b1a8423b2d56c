#include "app/style/theme_list_model.hpp"

#include <algorithm>

namespace pianqu::app {

int ThemeListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_themes.size()); }

QVariant ThemeListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const layers::Theme& theme = m_themes[static_cast<std::size_t>(index.row())];
  return role == KeyRole ? QString::fromStdString(theme.key) : role == TitleRole ? titleOf(theme) : QVariant();
}

int ThemeListModel::currentIndex() const {
  const auto found = std::find_if(m_themes.begin(), m_themes.end(), [this](const layers::Theme& theme) { return QString::fromStdString(theme.key) == m_current; });
  return found == m_themes.end() ? -1 : static_cast<int>(found - m_themes.begin());
}

QString ThemeListModel::currentTitle() const {
  const int at = currentIndex();
  return at < 0 ? QString() : titleOf(m_themes[static_cast<std::size_t>(at)]);
}

void ThemeListModel::setCurrent(const QString& key) {
  m_current = key;
  emit currentChanged();
}

void ThemeListModel::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
  emit currentChanged();
}

}  // namespace pianqu::app
