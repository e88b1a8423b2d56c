#include "layers/io/unit_graph_reader.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numeric>
#include <tuple>

#include <boost/unordered/unordered_flat_map.hpp>

#include "layers/io/delimited_rows.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using Rows = boost::unordered_flat_map<std::string_view, std::size_t>;   // a million entries come and go in one piece

tl::unexpected<geo::Error> cancelled() { return fail(ErrorCode::Cancelled, "Reading was cancelled."); }

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

bool isTextTable(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending == ".csv" || ending == ".txt" || ending == ".tsv" || ending == ".tab" || ending.empty();
}

/// A column of numbers and what it may hold.
struct NumberColumn {
  std::string name;
  std::size_t at = 0;
  bool isAmount = true;      ///< 0 or more, never empty
};

geo::Result<double> numberOf(const DelimitedRows& rows, const NumberColumn& column, std::string_view cell) {
  const auto value = DelimitedRows::numberIn(cell);
  if (!column.isAmount && cell.empty()) return kNoValue;
  const std::string shown = cell.empty() ? "an empty cell" : "\"" + std::string(cell) + "\"";
  if (!value || !std::isfinite(*value)) return tl::unexpected(rows.errorAt(column.name, shown + " is not a number", "fill in a number, or take the row out"));
  if (column.isAmount && *value < 0) return tl::unexpected(rows.errorAt(column.name, shown + " is below 0", "amounts are 0 or more"));
  return *value;
}

class UnitsTable {
 public:
  UnitsTable(DelimitedRows rows, const UnitGraphRequest& request) : m_rows(std::move(rows)), m_request(request) {}

  geo::Result<UnitGraph> read(geo::Progress& progress) {
    if (auto found = findColumns(); !found) return fail(std::move(found));
    m_graph.numbers.resize(m_numbers.size());
    for (const NumberColumn& column : m_numbers) m_graph.columns.push_back(column.name);
    std::vector<std::string_view> cells;
    for (geo::CancelPoll isCancelled(progress);;) {
      const auto isRow = m_rows.next(cells);
      if (!isRow) return fail(isRow);
      if (!*isRow) break;
      if (auto added = addRow(cells); !added) return fail(std::move(added));
      if (isCancelled()) return cancelled();
    }
    return std::move(m_graph);
  }

 private:
  geo::Result<void> need(const std::string& name, std::size_t& at) const {
    const auto column = m_rows.require(name);
    if (!column) return fail(column);
    at = *column;
    return {};
  }

  geo::Result<void> findColumns() {
    if (auto found = need(m_request.idColumn, m_id); !found) return found;
    if (auto found = need("x", m_x.at); !found) return found;
    if (auto found = need("y", m_y.at); !found) return found;
    m_area = m_rows.columnOf("area");
    m_perimeter = m_rows.columnOf("perim");
    if (!m_request.wholeColumn.empty()) {
      m_whole.emplace();
      if (auto found = need(m_request.wholeColumn, *m_whole); !found) return found;
    }
    const auto add = [&](const std::string& name, bool isAmount) -> geo::Result<void> {
      NumberColumn column{name, 0, isAmount};
      if (auto found = need(name, column.at); !found) return found;
      m_numbers.push_back(std::move(column));
      return {};
    };
    for (const std::string& name : m_request.sums) if (auto found = add(name, true); !found) return found;
    for (const std::string& name : m_request.traits) if (auto found = add(name, false); !found) return found;
    for (const std::string& name : m_request.traitsIfAny) {
      if (m_rows.columnOf(name)) if (auto found = add(name, false); !found) return found;
    }
    return {};
  }

  geo::Result<void> addRow(const std::vector<std::string_view>& cells) {
    if (cells[m_id].empty()) return tl::unexpected(m_rows.errorAt(m_request.idColumn, "the unit has no id", "give every unit its own"));
    const auto x = numberOf(m_rows, m_x, cells[m_x.at]), y = numberOf(m_rows, m_y, cells[m_y.at]);
    if (!x) return fail(x);
    if (!y) return fail(y);
    if (std::isnan(*x) || std::isnan(*y)) return tl::unexpected(m_rows.errorAt("x, y", "the unit has no position", "give x and y in metres"));
    for (const auto& [column, values] : {std::pair{m_area, &m_graph.areaM2}, std::pair{m_perimeter, &m_graph.perimeterM}}) {
      const auto value = column ? numberOf(m_rows, {m_rows.headings()[*column], *column, true}, cells[*column].empty() ? "0" : cells[*column]) : geo::Result<double>(0.0);
      if (!value) return fail(value);
      values->push_back(*value);
    }
    for (std::size_t c = 0; c < m_numbers.size(); ++c) {
      const auto value = numberOf(m_rows, m_numbers[c], cells[m_numbers[c].at]);
      if (!value) return fail(value);
      m_graph.numbers[c].push_back(*value);
    }
    m_graph.ids.emplace_back(cells[m_id]);
    m_graph.centres.push_back({*x, *y});
    if (m_whole) m_graph.groups.emplace_back(cells[*m_whole]);
    return {};
  }

  DelimitedRows m_rows;
  const UnitGraphRequest& m_request;
  UnitGraph m_graph;
  std::size_t m_id = 0;
  NumberColumn m_x{"x", 0, false}, m_y{"y", 0, false};
  std::optional<std::size_t> m_area, m_perimeter, m_whole;
  std::vector<NumberColumn> m_numbers;
};

geo::Result<Rows> rowsById(const UnitGraph& graph, const std::string& path, const geo::Progress& progress) {
  Rows rows;
  rows.reserve(graph.size());
  geo::CancelPoll isCancelled(progress);
  for (std::size_t row = 0; row < graph.size(); ++row) {
    if (isCancelled()) return cancelled();
    const auto [first, isNew] = rows.emplace(graph.ids[row], row);
    if (!isNew) {
      return fail(ErrorCode::Invalid, "the unit " + graph.ids[row] + " is in rows " + std::to_string(first->second + 1) + " and " + std::to_string(row + 1), "give every unit one row",
                  {.file = path, .feature = graph.ids[row]});
    }
  }
  return rows;
}

/// The first of `names` that is a heading.
geo::Result<std::size_t> anyOf(const DelimitedRows& rows, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (const auto column = rows.columnOf(name)) return *column;
  }
  return rows.require(names.front());
}

geo::Result<void> readEdges(const std::string& path, const Rows& rowOf, UnitGraph& graph, geo::Progress& progress) {
  auto rows = DelimitedRows::open(path, progress);
  if (!rows) return fail(std::move(rows));
  const auto from = anyOf(*rows, {"i", "a", "from", "source"}), to = anyOf(*rows, {"j", "b", "to", "target"});
  if (!from) return fail(from);
  if (!to) return fail(to);
  const auto length = rows->columnOf("len"), flag = rows->columnOf("flag");
  std::size_t loops = 0;
  std::vector<std::string_view> cells;
  for (geo::CancelPoll isCancelled(progress);;) {
    const auto isRow = rows->next(cells);
    if (!isRow) return fail(isRow);
    if (!*isRow) break;
    UnitGraphEdge edge;
    for (const auto& [column, end] : {std::pair{*from, &edge.a}, std::pair{*to, &edge.b}}) {
      const auto found = rowOf.find(cells[column]);
      if (found == rowOf.end()) return tl::unexpected(rows->errorAt(rows->headings()[column], "there is no unit \"" + std::string(cells[column]) + "\"", "take the edge out, or add the unit"));
      *end = found->second;
    }
    if (length) {
      const auto shared = numberOf(*rows, {"len", *length, true}, cells[*length].empty() ? "0" : cells[*length]);
      if (!shared) return fail(shared);
      edge.sharedM = *shared;
    }
    if (flag && !cells[*flag].empty()) {
      const auto bits = DelimitedRows::numberIn(cells[*flag]);
      if (!bits || *bits < 0 || *bits > 1e9 || *bits != std::floor(*bits)) return tl::unexpected(rows->errorAt("flag", "\"" + std::string(cells[*flag]) + "\" is no bit mask", "give 0, or a sum of 1, 2, 4, ..."));
      edge.flags = static_cast<unsigned>(*bits);
    }
    if (edge.a == edge.b) ++loops;
    else graph.edges.push_back(edge);
    if (isCancelled()) return cancelled();
  }
  if (loops > 0) graph.remarks.push_back({geo::Severity::Note, "edge-loops", std::to_string(loops) + " edges lead from a unit to itself; passed over", {.file = path}});
  return {};
}

/// A matrix of neighbours lists each pair from either side; its border is one all the same. Edges come out by their ends.
geo::Result<void> dropMirrored(const std::string& path, UnitGraph& graph, const geo::Progress& progress) {
  const auto& edges = graph.edges;
  // Edges at their lower end first, then the few at each in order: a million units need no long sort.
  std::vector<std::size_t> starts(graph.size() + 1, 0);
  for (const UnitGraphEdge& edge : edges) ++starts[std::min(edge.a, edge.b) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  std::vector<UnitGraphEdge> ordered(edges.size());
  std::vector<std::size_t> next(starts.begin(), starts.end() - 1);
  geo::CancelPoll isCancelled(progress);
  for (const UnitGraphEdge& edge : edges) {
    if (isCancelled()) return cancelled();
    ordered[next[std::min(edge.a, edge.b)]++] = edge;
  }
  const auto rank = [](const UnitGraphEdge& e) { return std::tuple(std::max(e.a, e.b), e.sharedM, e.flags, e.a > e.b); };
  std::vector<UnitGraphEdge> once;
  once.reserve(edges.size());
  for (std::size_t unit = 0; unit < graph.size(); ++unit) {
    if (isCancelled()) return cancelled();
    const auto from = ordered.begin() + static_cast<std::ptrdiff_t>(starts[unit]), to = ordered.begin() + static_cast<std::ptrdiff_t>(starts[unit + 1]);
    std::sort(from, to, [&](const UnitGraphEdge& p, const UnitGraphEdge& q) { return rank(p) < rank(q); });
    for (auto edge = from; edge != to; ++edge) {
      const bool isMirror = !once.empty() && once.back().a == edge->b && once.back().b == edge->a && once.back().sharedM == edge->sharedM && once.back().flags == edge->flags;
      if (!isMirror) once.push_back(*edge);
    }
  }
  if (once.size() < edges.size()) {
    graph.remarks.push_back({geo::Severity::Note, "edges-both-ways", std::to_string(edges.size() - once.size()) + " edges are listed from either side; each counts once", {.file = path}});
  }
  graph.edges = std::move(once);
  return {};
}

void fillTraits(const UnitGraphRequest& request, UnitGraph& graph) {
  for (std::size_t c = request.sums.size(); c < graph.numbers.size(); ++c) {
    std::vector<double> known;
    for (double value : graph.numbers[c]) if (!std::isnan(value)) known.push_back(value);
    if (known.size() == graph.size()) continue;
    std::sort(known.begin(), known.end());       // one sum for any order of rows
    double mean = 0;
    for (double value : known) mean += value / static_cast<double>(known.size());
    for (double& value : graph.numbers[c]) if (std::isnan(value)) value = mean;
    graph.remarks.push_back({geo::Severity::Note, "trait-filled", "column " + graph.columns[c] + ": " + std::to_string(graph.size() - known.size()) + " empty cells take the mean", {.file = request.unitsPath}});
  }
}

geo::Result<UnitGraph> readUnits(const UnitGraphRequest& request, geo::Progress& progress) {
  if (!isTextTable(request.unitsPath)) return readUnitPolygons(request, progress);
  if (request.edgesPath.empty()) {
    return fail(ErrorCode::Invalid, "a table of units says nothing of what touches what", "give --edges too, or units as polygons", {.file = request.unitsPath});
  }
  auto rows = DelimitedRows::open(request.unitsPath, progress);
  if (!rows) return fail(std::move(rows));
  return UnitsTable(std::move(*rows), request).read(progress);
}

}  // namespace

geo::Result<UnitGraph> readUnitGraph(const UnitGraphRequest& request, geo::Progress& progress) {
  auto graph = readUnits(request, progress);
  if (!graph) return graph;
  if (graph->size() == 0) return fail(ErrorCode::Invalid, "there is no unit in the file", "it needs one row a unit below its heading", {.file = request.unitsPath});
  const auto rows = rowsById(*graph, request.unitsPath, progress);
  if (!rows) return fail(rows);
  if (!request.edgesPath.empty()) {
    if (auto read = readEdges(request.edgesPath, *rows, *graph, progress); !read) return fail(std::move(read));
    if (auto dropped = dropMirrored(request.edgesPath, *graph, progress); !dropped) return fail(std::move(dropped));
  }
  fillTraits(request, *graph);
  return graph;
}

}  // namespace pianqu::layers
