#include "app/model/table_rows.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "layers/feature/row_filter.hpp"

namespace pianqu::app {
namespace {

using layers::Value;

constexpr std::size_t kLook = 4096;  // rows between two looks at the flag

bool isUnknown(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return std::holds_alternative<std::monostate>(value) || (text && text->empty());
}

/// Numbers by size, everything else by its text.
bool isLess(const Value& a, const Value& b) {
  const auto x = std::holds_alternative<std::string>(a) ? std::nullopt : layers::toNumber(a), y = std::holds_alternative<std::string>(b) ? std::nullopt : layers::toNumber(b);
  if (x && y) return *x < *y;
  return layers::toText(a) < layers::toText(b);
}

using Test = std::function<bool(std::size_t row)>;

Test anywhere(const CityContent& content, const TableQuery& query) {
  const std::size_t columns = fieldsOf(content, query.table).size();
  return [&content, table = query.table, wanted = query.filter, columns](std::size_t row) {
    for (std::size_t c = 0; c < columns; ++c)
      if (layers::toText(valueAt(content, table, row, c)).find(wanted) != std::string::npos) return true;
    return false;
  };
}

geo::Result<Test> testOf(const CityContent& content, const TableQuery& query) {
  if (!layers::RowFilter::isCondition(query.filter)) return anywhere(content, query);
  auto filter = layers::RowFilter::parse(query.filter, fieldsOf(content, query.table));
  if (!filter) return geo::fail(std::move(filter));
  return [&content, table = query.table, filter = std::move(*filter)](std::size_t row) {
    return filter.matches([&](std::size_t field) { return valueAt(content, table, row, field); });
  };
}

}  // namespace

geo::Result<std::optional<std::vector<std::uint32_t>>> rowsOf(const CityContent& content, const TableQuery& query, const std::atomic<bool>& isCancelled) {
  using Rows = std::optional<std::vector<std::uint32_t>>;
  std::vector<std::uint32_t> rows;
  const std::size_t count = rowCountOf(content, query.table);
  if (query.filter.empty()) {
    rows.resize(count);
    std::iota(rows.begin(), rows.end(), 0U);
  } else {
    const auto test = testOf(content, query);
    if (!test) return geo::fail(test);
    for (std::size_t row = 0; row < count; ++row) {
      if (row % kLook == 0 && isCancelled) return Rows{};
      if ((*test)(row)) rows.push_back(static_cast<std::uint32_t>(row));
    }
  }
  if (query.sortColumn < 0) return Rows{std::move(rows)};
  // Values are taken out once: making one costs more than comparing two.
  std::vector<std::pair<Value, std::uint32_t>> keys;
  keys.reserve(rows.size());
  std::vector<std::uint32_t> unknown;
  for (const std::uint32_t row : rows) {
    if (row % kLook == 0 && isCancelled) return Rows{};
    Value value = valueAt(content, query.table, row, static_cast<std::size_t>(query.sortColumn));
    if (isUnknown(value)) unknown.push_back(row);
    else keys.emplace_back(std::move(value), row);
  }
  std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) { return query.isDescending ? isLess(b.first, a.first) : isLess(a.first, b.first); });
  rows.clear();
  for (const auto& key : keys) rows.push_back(key.second);
  rows.insert(rows.end(), unknown.begin(), unknown.end());
  return Rows{std::move(rows)};
}

std::size_t tableCount(const CityContent& content) { return content.rows.tables().size(); }
std::size_t rowCountOf(const CityContent& content, std::size_t table) { return content.rows.tables()[table].rowCount(); }
const std::vector<layers::Field>& fieldsOf(const CityContent& content, std::size_t table) { return content.rows.tables()[table].fields(); }
const std::string& nameOfTable(const CityContent& content, std::size_t table) { return content.rows.tables()[table].name(); }
Value valueAt(const CityContent& content, std::size_t table, std::size_t row, std::size_t column) { return content.rows.tables()[table].value(row, column); }
geo::XYGeometry geometryAt(const CityContent& content, std::size_t table, std::size_t row) { return content.rows.tables()[table].geometry(row); }
QString titleOf(const CityContent& content, std::size_t table, std::size_t row) {
  const auto& fields = fieldsOf(content, table);
  for (const char* name : {"name", "number", "code", "kind"})
    for (std::size_t f = 0; f < fields.size(); ++f) {
      if (fields[f].name != name) continue;
      if (const std::string value = layers::toText(valueAt(content, table, row, f)); !value.empty()) return QString::fromStdString(value);
    }
  return {};
}
layers::Uid uidAt(const CityContent& content, std::size_t table, std::size_t row) { return content.rows.tables()[table].uid(row); }

}  // namespace pianqu::app
