#include "app/style/style_editor.hpp"

#include <QLocale>
#include <algorithm>

#include "app/map/scene_drawing.hpp"
#include "app/model/naming.hpp"
#include "app/style/style_controller.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/feature/row_filter.hpp"

namespace pianqu::app {
namespace {

constexpr int kBars = 40;

layers::Colour fromQt(const QColor& colour) {
  return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()), static_cast<std::uint8_t>(colour.blue()), static_cast<std::uint8_t>(colour.alpha())};
}

bool isNumberField(const layers::Field& field) { return field.type == layers::FieldType::Integer || field.type == layers::FieldType::Real; }

/// Features of each class, as the theme would sort them.
std::vector<std::size_t> countsOf(const layers::Theme& theme, const std::string& classification, const layers::LayerClasses& classes, const std::vector<std::pair<std::string, std::size_t>>& categories) {
  std::vector<std::size_t> counts(classes.rows.size());
  for (const auto& [text, features] : categories) {
    const std::string symbol = theme.classify(classification, text);
    for (std::size_t i = 0; i < classes.rows.size(); ++i)
      if (classes.rows[i].symbol == symbol) {
        counts[i] += features;
        break;
      }
  }
  return counts;
}

}  // namespace

StyleEditor::StyleEditor(ProjectController& project, StyleController& owner, std::vector<layers::Palette> palettes) : m_project(project), m_owner(owner), m_palettes(std::move(palettes)) { m_pool.setMaxThreadCount(1); }

StyleEditor::~StyleEditor() { m_pool.waitForDone(); }

int StyleEditor::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_classes.rows.size()); }

QHash<int, QByteArray> StyleEditor::roleNames() const {
  return {{TitleRole, "title"}, {MatchRole, "match"}, {FillRole, "fill"}, {StrokeRole, "stroke"}, {WidthRole, "widthMm"}, {CountRole, "countText"}, {ShapeRole, "shape"}};
}

QVariant StyleEditor::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto row = static_cast<std::size_t>(index.row());
  const auto found = std::find_if(m_classes.symbols.begin(), m_classes.symbols.end(), [&](const layers::Symbol& symbol) { return symbol.key == m_classes.rows[row].symbol; });
  if (found == m_classes.symbols.end()) return {};
  switch (role) {
    case TitleRole: return QString::fromStdString(m_isChinese ? found->zh : found->en);
    case MatchRole: return QString::fromStdString(m_classes.rows[row].match);
    case FillRole: return found->fill ? toQt(*found->fill) : QColor(Qt::transparent);
    case StrokeRole: return found->stroke ? toQt(*found->stroke) : QColor(Qt::transparent);
    case WidthRole: return found->strokeMm;
    case CountRole: return row < m_counts.size() ? QLocale::c().toString(static_cast<qulonglong>(m_counts[row])) : QString();
    case ShapeRole: return static_cast<int>(found->shape);
    default: return {};
  }
}

std::vector<layers::Field> StyleEditor::fields() const {
  const auto* layer = m_owner.theme().findLayer(m_layer.toStdString());
  const auto* schema = layer ? layers::findCityTable(layer->table) : nullptr;
  std::vector<layers::Field> all;
  if (schema)
    for (const layers::Field& field : schema->fields)
      if (!field.name.ends_with("_uid")) all.push_back(field);
  return all;
}

QStringList StyleEditor::fieldTitles() const {
  QStringList titles;
  for (const layers::Field& field : fields()) titles.append(headingOf(field, m_isChinese));
  return titles;
}

QStringList StyleEditor::paletteTitles() const {
  QStringList titles;
  for (const layers::Palette& palette : m_palettes) titles.append(QString::fromStdString(m_isChinese ? palette.zh : palette.en));
  return titles;
}

QVariantList StyleEditor::bars() const {
  QVariantList heights;
  if (!m_counted || !m_isNumeric) return heights;
  const auto most = static_cast<double>(std::max<std::size_t>(1, *std::max_element(m_counted->histogram.counts.begin(), m_counted->histogram.counts.end())));
  for (const std::size_t count : m_counted->histogram.counts) heights.append(static_cast<double>(count) / most);
  return heights;
}

QVariantList StyleEditor::breaks() const {
  QVariantList places;
  if (!m_counted || !m_isNumeric) return places;
  const double low = m_counted->histogram.low, width = m_counted->histogram.high - low;
  for (const layers::ClassRow& row : m_classes.rows) {
    const std::size_t dots = row.match.find("..");
    const auto bound = dots == std::string::npos ? std::nullopt : layers::toNumber(layers::Value{row.match.substr(dots + 2)});
    if (bound && width > 0) places.append((*bound - low) / width);
  }
  return places;
}

QString StyleEditor::lowText() const { return m_counted && m_isNumeric ? QString::fromStdString(layers::toText(layers::Value{m_counted->histogram.low})) : QString(); }
QString StyleEditor::highText() const { return m_counted && m_isNumeric ? QString::fromStdString(layers::toText(layers::Value{m_counted->histogram.high})) : QString(); }
double StyleEditor::labelSizeMm() const { return m_classes.symbols.empty() ? 0 : m_classes.symbols.front().label.sizeMm; }

void StyleEditor::show(const QString& layerKey) {
  if (m_isCommitting) return;
  const auto* layer = m_owner.theme().findLayer(layerKey.toStdString());
  m_layer = layer && !layer->table.empty() ? layerKey : QString();
  m_counted.reset();
  m_counts.clear();
  load();
}

/// Classes as they are on the map now, and what they look at.
void StyleEditor::load() {
  beginResetModel();
  m_classes = {};
  m_field = -1;
  const layers::Theme theme = layers::themeWith(m_owner.theme(), m_owner.view());
  if (const auto* layer = m_layer.isEmpty() ? nullptr : theme.findLayer(m_layer.toStdString())) {
    m_classes = layers::classesOf(theme, *layer);
    const auto view = m_owner.view().layers.find(m_layer.toStdString());
    m_isOwn = view != m_owner.view().layers.end() && view->second.classes.has_value();
    const auto all = fields();
    const auto found = std::find_if(all.begin(), all.end(), [&](const layers::Field& field) { return field.name == m_classes.field; });
    m_field = found == all.end() ? -1 : static_cast<int>(found - all.begin());
    m_isNumeric = m_field >= 0 && isNumberField(*found);
    const bool hasRanges = std::any_of(m_classes.rows.begin(), m_classes.rows.end(), [](const layers::ClassRow& row) { return row.match.find("..") != std::string::npos; });
    m_method = m_classes.rows.size() <= 1 ? Single : hasRanges ? std::max<int>(m_method, Natural) : Categories;
  }
  endResetModel();
  m_classifiesNext = false;
  count();
  emit changed();
}

void StyleEditor::count() {
  const auto all = fields();
  const auto& snapshot = m_project.snapshot();
  if (!snapshot || m_field < 0 || m_field >= static_cast<int>(all.size())) return;
  const auto* layer = m_owner.theme().findLayer(m_layer.toStdString());
  ++m_running;
  m_pool.start([this, asked = ++m_asked, content = snapshot->content, table = layer->table, field = all[static_cast<std::size_t>(m_field)].name, isClassified = m_classifiesNext] {
    auto counted = std::make_shared<Counted>();
    if (auto values = layers::valuesOf(content->city, table, field)) counted->values = std::move(*values);
    counted->histogram = layers::histogramOf(counted->values, kBars);
    counted->categories = layers::categoriesOf(counted->values);
    QMetaObject::invokeMethod(this, [this, asked, counted, isClassified] {
      --m_running;
      if (asked == m_asked) accept(counted, isClassified);
      emit changed();
    }, Qt::QueuedConnection);
  });
  m_classifiesNext = false;
}

void StyleEditor::accept(const std::shared_ptr<const Counted>& counted, bool isClassified) {
  m_counted = counted;
  if (isClassified) return classify();
  const layers::Theme theme = layers::themeWith(m_owner.theme(), m_owner.view());
  if (const auto* layer = theme.findLayer(m_layer.toStdString())) m_counts = countsOf(theme, layer->classification, m_classes, counted->categories);
  if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
}

void StyleEditor::classify() {
  const auto* layer = m_owner.theme().findLayer(m_layer.toStdString());
  if (!layer) return;
  const layers::Theme& theme = m_owner.theme();
  const auto all = fields();
  if (m_method == Single || m_field < 0 || m_palettes.empty()) return take(layers::singleClass(theme, *layer));
  const std::string& field = all[static_cast<std::size_t>(m_field)].name;
  const layers::Palette& palette = m_palettes[static_cast<std::size_t>(m_palette)];
  if (!m_counted) return;
  if (m_method == Categories || !m_isNumeric) return take(layers::categoryClasses(theme, *layer, field, m_counted->categories, palette));
  std::vector<double> numbers;
  for (const layers::Value& value : m_counted->values)
    if (const auto number = layers::toNumber(value)) numbers.push_back(*number);
  const auto method = m_method == Quantile ? layers::ClassMethod::Quantile : m_method == EqualSteps ? layers::ClassMethod::EqualInterval : m_method == RoundedSteps ? layers::ClassMethod::Rounded : layers::ClassMethod::NaturalBreaks;
  take(layers::graduatedClasses(theme, *layer, field, layers::breaksOf(std::move(numbers), method, m_classCount), palette));
}

void StyleEditor::take(layers::LayerClasses classes) {
  classes.label = m_classes.label;
  beginResetModel();
  m_classes = std::move(classes);
  endResetModel();
  commit();
}

void StyleEditor::commit() {
  m_isCommitting = true;
  m_isOwn = true;
  m_owner.setClasses(m_layer, m_classes);
  m_isCommitting = false;
  if (m_counted) accept(m_counted, false);
  emit changed();
}

void StyleEditor::setField(int field) {
  const auto all = fields();
  if (field == m_field || field < 0 || field >= static_cast<int>(all.size())) return;
  m_field = field;
  m_isNumeric = isNumberField(all[static_cast<std::size_t>(field)]);
  m_method = m_isNumeric ? std::max<int>(m_method, Natural) : Categories;
  m_counted.reset();
  m_classifiesNext = true;
  count();
  emit changed();
}

void StyleEditor::setMethod(int method) {
  if (method == m_method || method < Single || method > RoundedSteps) return;
  m_method = method;
  classify();
  emit changed();
}

void StyleEditor::setClassCount(int count) {
  if (count == m_classCount || count < 2 || count > 12) return;
  m_classCount = count;
  classify();
  emit changed();
}

void StyleEditor::setPalette(int palette) {
  if (palette == m_palette || palette < 0 || palette >= static_cast<int>(m_palettes.size())) return;
  m_palette = palette;
  classify();
  emit changed();
}

void StyleEditor::setLabel(const QString& label) {
  if (label.toStdString() == m_classes.label) return;
  m_classes.label = label.toStdString();
  commit();
}

void StyleEditor::setLabelSizeMm(double sizeMm) {
  for (layers::Symbol& symbol : m_classes.symbols) symbol.label.sizeMm = std::clamp(sizeMm, 0.0, 20.0);
  commit();
}

void StyleEditor::setColour(int row, const QColor& colour) {
  if (row < 0 || row >= rowCount() || !colour.isValid()) return;
  for (layers::Symbol& symbol : m_classes.symbols) {
    if (symbol.key != m_classes.rows[static_cast<std::size_t>(row)].symbol) continue;
    if (symbol.shape == layers::SymbolShape::Line || !symbol.fill) symbol.stroke = fromQt(colour);
    else symbol.fill = fromQt(colour);
  }
  commit();
}

void StyleEditor::setTitle(int row, const QString& title) {
  if (row < 0 || row >= rowCount()) return;
  for (layers::Symbol& symbol : m_classes.symbols)
    if (symbol.key == m_classes.rows[static_cast<std::size_t>(row)].symbol) (m_isChinese ? symbol.zh : symbol.en) = title.toStdString();
  commit();
}

void StyleEditor::setWidth(int row, double widthMm) {
  if (row < 0 || row >= rowCount()) return;
  for (layers::Symbol& symbol : m_classes.symbols)
    if (symbol.key == m_classes.rows[static_cast<std::size_t>(row)].symbol) symbol.strokeMm = std::clamp(widthMm, 0.0, 10.0);
  commit();
}

void StyleEditor::setMatch(int row, const QString& match) {
  if (row < 0 || row >= rowCount() || match.trimmed().isEmpty()) return;
  m_classes.rows[static_cast<std::size_t>(row)].match = match.trimmed().toStdString();
  commit();
}

void StyleEditor::removeClass(int row) {
  if (row < 0 || row >= rowCount() || rowCount() == 1) return;
  beginRemoveRows({}, row, row);
  const std::string key = m_classes.rows[static_cast<std::size_t>(row)].symbol;
  m_classes.rows.erase(m_classes.rows.begin() + row);
  if (std::none_of(m_classes.rows.begin(), m_classes.rows.end(), [&](const layers::ClassRow& each) { return each.symbol == key; })) std::erase_if(m_classes.symbols, [&](const layers::Symbol& symbol) { return symbol.key == key; });
  endRemoveRows();
  commit();
}

void StyleEditor::reset() {
  m_owner.setClasses(m_layer, std::nullopt);
  load();
}

void StyleEditor::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
  emit changed();
}

}  // namespace pianqu::app
