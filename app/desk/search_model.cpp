#include "app/desk/search_model.hpp"

#include "app/model/naming.hpp"

namespace pianqu::app {

struct SearchModel::Index {
  SnapshotPtr snapshot;
  layers::PinyinInitials initials;
  std::optional<layers::FindIndex> find;
};

SearchModel::SearchModel(ProjectController& project, MapController& map, QString dataFolder, QObject* parent)
    : QAbstractListModel(parent), m_project(project), m_map(map), m_dataFolder(std::move(dataFolder)) {
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::snapshotChanged, this, [this] {
    m_index.reset();
    if (!m_project.isOpen()) m_text.clear();
    if (!m_text.isEmpty()) prepare();
    search();
  });
}

SearchModel::~SearchModel() { m_pool.waitForDone(); }

int SearchModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_found.size()); }

QVariant SearchModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const layers::Found& found = m_found[static_cast<std::size_t>(index.row())];
  if (role == NameRole) return QString::fromStdString(found.name);
  if (role == DetailRole) return QString::fromStdString(found.detail);
  if (role != KindRole) return {};
  if (found.table == "place") return tr("place");
  if (found.table == "district") return tr("district");
  return headingOfTable(found.table, m_isChinese);
}

QHash<int, QByteArray> SearchModel::roleNames() const { return {{NameRole, "name"}, {DetailRole, "detail"}, {KindRole, "kindText"}}; }

void SearchModel::setText(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  if (!m_index && !m_isPreparing && !m_text.trimmed().isEmpty()) prepare();
  search();
}

void SearchModel::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
}

void SearchModel::prepare() {
  if (!m_project.isOpen()) return;
  m_isPreparing = true;
  m_pool.start([this, snapshot = m_project.snapshot(), folder = m_dataFolder.toStdString()] {
    auto made = std::make_shared<Index>();
    auto initials = layers::PinyinInitials::read(folder);
    if (initials) made->initials = std::move(*initials);
    made->snapshot = snapshot;
    made->find.emplace(snapshot->content->city, *snapshot->plan, made->initials);
    QMetaObject::invokeMethod(this, [this, made] {
      m_isPreparing = false;
      if (made->snapshot == m_project.snapshot()) m_index = made;
      else if (!m_text.isEmpty()) prepare();
      search();
    }, Qt::QueuedConnection);
  });
}

void SearchModel::search() {
  beginResetModel();
  m_found.clear();
  const std::string text = m_text.trimmed().toStdString();
  if (m_project.isOpen() && !text.empty()) {
    m_found = layers::placesOf(text, m_project.snapshot()->crs);
    if (m_index) for (auto& each : m_index->find->find(text)) m_found.push_back(std::move(each));
  }
  endResetModel();
  emit changed();
}

void SearchModel::show(int row) {
  if (row < 0 || row >= rowCount()) return;
  const layers::Found found = m_found[static_cast<std::size_t>(row)];
  if (found.table == "district") m_map.fitDistrict(QString::fromStdString(found.uid));
  else if (found.table == "place") m_map.lookAtPlace(found.box);
  else m_map.chooseFeature(found.uid);
}

}  // namespace pianqu::app
