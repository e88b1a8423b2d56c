#include <algorithm>
#include <array>

#include "layers/io/import_parts.hpp"

namespace pianqu::layers {
namespace {

/// Headings of what a row of the list says of the pipe at its own end, and what a line table calls it at its two ends.
struct EndColumn {
  std::array<const char*, 6> headings;
  const char* start;
  const char* end;
};
constexpr std::array kEndColumns{EndColumn{{"管底高程", "管底标高", "管内底高程", "管内底标高", "管底高", "管线高程"}, "起点管底高程", "终点管底高程"},
                                 EndColumn{{"埋深", "管线埋深", "管底埋深", "管道埋深", "埋设深度", "埋深值"}, "起点埋深", "终点埋深"}};

std::optional<std::size_t> columnMeaning(const RawLayer& layer, const ImportTables& tables, const std::string& table, const std::string& field) {
  for (std::size_t c = 0; c < layer.headings.size(); ++c) {
    const std::string name = normaliseHeading(layer.headings[c]).name;
    const auto& aliases = tables.fields();
    if (std::any_of(aliases.begin(), aliases.end(), [&](const FieldAlias& alias) { return alias.table == table && alias.field == field && alias.heading == name; })) return c;
  }
  return std::nullopt;
}

class PipeList {
 public:
  PipeList(RawLayer& layer, const ImportTables& tables) : m_layer(layer), m_tables(tables) {
    const auto code = columnMeaning(layer, tables, "pipe_node", "code"), to = columnMeaning(layer, tables, "pipe", "@to");
    m_isList = code && to && *code != *to && !columnMeaning(layer, tables, "pipe", "@from") && columnMeaning(layer, tables, "*", "@x") && columnMeaning(layer, tables, "*", "@y");
    if (!m_isList) return;
    m_code = *code;
    m_to = *to;
  }
  bool isList() const { return m_isList; }

  std::pair<RawLayer, RawLayer> split() {
    RawLayer points = emptyCopy(m_layer.headings);
    prepareLines();
    std::map<std::string, std::size_t> pointRows;
    std::string code;
    for (std::size_t row = 0; row < m_layer.rowCount(); ++row) {
      // A point with several pipes is written once; the rows of its other pipes leave its number empty.
      const std::string own = toText(m_layer.columns[m_code][row]), to = toText(m_layer.columns[m_to][row]);
      if (!own.empty()) code = own;
      const bool isNew = !own.empty() && pointRows.emplace(code, row).second;
      if (isNew || (own.empty() && to.empty())) copyPoint(row, points);
      if (!to.empty() && !code.empty()) addLine(row, code, to);
    }
    return {std::move(points), std::move(m_lines)};
  }
  std::size_t halves() const { return m_halves; }

 private:
  RawLayer emptyCopy(const std::vector<std::string>& headings) const {
    RawLayer copy;
    copy.name = m_layer.name;
    copy.headings = headings;
    copy.columns.resize(headings.size());
    copy.crsText = m_layer.crsText;
    copy.crsOrigin = m_layer.crsOrigin;
    copy.encoding = m_layer.encoding;
    return copy;
  }

  void copyPoint(std::size_t row, RawLayer& points) const {
    for (std::size_t c = 0; c < m_layer.columns.size(); ++c) points.columns[c].push_back(m_layer.columns[c][row]);
    points.rowNames.push_back(m_layer.rowNames[row]);
    if (row >= m_layer.geometries.size()) return;
    points.geometries.push_back(m_layer.geometries[row]);
    points.geometryFaults.push_back(m_layer.geometryFaults[row]);
  }

  /// Columns of the lines: their ends, what is measured at each end, and everything that is said of a pipe.
  void prepareLines() {
    std::vector<std::string> headings{"起点点号", "终点点号"};
    for (std::size_t i = 0; i < kEndColumns.size(); ++i) {
      for (std::size_t c = 0; c < m_layer.headings.size() && !m_ends[i]; ++c) {
        const std::string name = normaliseHeading(m_layer.headings[c]).name;
        if (std::any_of(kEndColumns[i].headings.begin(), kEndColumns[i].headings.end(), [&](const char* heading) { return name == heading; })) m_ends[i] = c;
      }
      if (!m_ends[i]) continue;
      headings.emplace_back(kEndColumns[i].start);
      headings.emplace_back(kEndColumns[i].end);
    }
    for (std::size_t c = 0; c < m_layer.headings.size(); ++c) {
      const std::string name = normaliseHeading(m_layer.headings[c]).name;
      const auto& aliases = m_tables.fields();
      const bool isOfPipe = std::any_of(aliases.begin(), aliases.end(), [&](const FieldAlias& alias) { return alias.table == "pipe" && alias.heading == name && alias.field != "@to" && alias.field != "@from"; });
      if (!isOfPipe) continue;
      m_kept.push_back(c);
      headings.push_back(m_layer.headings[c]);
    }
    m_lines = emptyCopy(headings);
  }

  void addLine(std::size_t row, const std::string& from, const std::string& to) {
    const auto key = std::minmax(from, to);
    const auto [there, isNew] = m_lineRows.emplace(std::pair(key.first, key.second), m_lines.rowCount());
    if (isNew) {
      for (auto& column : m_lines.columns) column.emplace_back();
      m_lines.columns[0].back() = Value{from};
      m_lines.columns[1].back() = Value{to};
      m_lines.rowNames.push_back(m_layer.rowNames[row]);
    } else {
      ++m_halves;
    }
    const std::size_t line = there->second;
    const bool isStart = toText(m_lines.columns[0][line]) == from;
    std::size_t column = 2;
    const auto fill = [&](std::size_t target, std::size_t source) {
      Value& cell = m_lines.columns[target][line];
      if (std::holds_alternative<std::monostate>(cell)) cell = m_layer.columns[source][row];
    };
    for (const auto& end : m_ends) {
      if (!end) continue;
      fill(column + (isStart ? 0 : 1), *end);
      column += 2;
    }
    for (const std::size_t kept : m_kept) fill(column++, kept);
  }

  RawLayer& m_layer;
  const ImportTables& m_tables;
  bool m_isList = false;
  std::size_t m_code = 0, m_to = 0, m_halves = 0;
  std::array<std::optional<std::size_t>, kEndColumns.size()> m_ends;
  std::vector<std::size_t> m_kept;
  RawLayer m_lines;
  std::map<std::pair<std::string, std::string>, std::size_t> m_lineRows;
};

}  // namespace

bool splitPipeList(RawLayer& layer, const ImportTables& tables, SplitLayers& split) {
  PipeList list(layer, tables);
  if (!list.isList()) return false;
  auto [points, lines] = list.split();
  const std::string proof = "a list of survey points, each with the points that its pipes lead to";
  if (list.halves() > 0) {
    split.problems.push_back({geo::Severity::Note, "lines-from-both-ends", std::to_string(list.halves()) + " pipes are listed at both of their ends and were taken once", {.layer = layer.name}});
  }
  split.parts.push_back({std::move(points), "pipe_node", proof, {}, {}});
  if (lines.rowCount() > 0) split.parts.push_back({std::move(lines), "pipe", proof, {}, {}});
  return true;
}

}  // namespace pianqu::layers
