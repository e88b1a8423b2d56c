#include <algorithm>
#include <set>
#include <unordered_map>

#include "geo/district/check.hpp"
#include "layers/plan/graph_units.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

bool isNumber(const std::string& text) { return !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == std::string::npos; }

/// Numbers by value, before words.
bool isNameBefore(const std::string& a, const std::string& b) {
  if (isNumber(a) != isNumber(b)) return isNumber(a);
  return isNumber(a) && a.size() != b.size() ? a.size() < b.size() : a < b;
}

class PinWriter {
 public:
  PinWriter(const UnitGraph& graph, const GraphMergeOptions& options, GraphMerge& merge) : m_graph(graph), m_options(options), m_merge(merge) {
    for (std::size_t row = 0; row < graph.size(); ++row) m_rowOf.emplace(graph.ids[row], row);
  }

  geo::Result<void> run() {
    nameDistricts();
    readPresent();
    if (auto done = writePairs(); !done) return done;
    if (auto done = writeLocks(); !done) return done;
    if (auto done = writeKept(); !done) return done;
    for (const std::string& id : m_options.pins.touched) {
      const auto unit = unitAt(id);
      if (!unit) return fail(unit);
      m_merge.touched.push_back(*unit);
    }
    touchBroken();
    return {};
  }

 private:
  geo::Result<std::size_t> unitAt(const std::string& id) const {
    const auto row = m_rowOf.find(id);
    if (row == m_rowOf.end()) return fail(ErrorCode::NotFound, "A pin names the unit " + id + ", which is not there.", "Give an id of the units file.", {.feature = id});
    const std::size_t unit = m_merge.unitOf[row->second];
    if (unit == GraphMerge::kNoUnit) return fail(ErrorCode::Invalid, "A pin names the unit " + id + ", whose group lies on both sides of a cut.", "Split such groups, or take the pin away.", {.feature = id});
    return unit;
  }

  geo::Result<int> districtAt(const std::string& name) const {
    const auto at = std::find(m_merge.districtNames.begin(), m_merge.districtNames.end(), name);
    if (at != m_merge.districtNames.end()) return static_cast<int>(at - m_merge.districtNames.begin());
    return fail(ErrorCode::NotFound, "A pin names the district " + name + ", which is not there.", "Give a district of the earlier result.", {.feature = name});
  }

  /// Those of the earlier result first, then those that only locks name.
  void nameDistricts() {
    if (!m_options.present) {
      for (const auto& [id, district] : m_options.pins.locks) if (!districtAt(district)) m_merge.districtNames.push_back(district);
      return;
    }
    std::set<std::string> names;
    for (const auto& [id, district] : *m_options.present) if (!district.empty()) names.insert(district);
    m_merge.districtNames.assign(names.begin(), names.end());
    std::sort(m_merge.districtNames.begin(), m_merge.districtNames.end(), isNameBefore);
  }

  /// A unit is where all its rows are; one that is new, or torn, is looked at.
  void readPresent() {
    if (!m_options.present) return;
    std::unordered_map<std::string_view, int> numberOf;
    for (std::size_t d = 0; d < m_merge.districtNames.size(); ++d) numberOf.emplace(m_merge.districtNames[d], static_cast<int>(d));
    constexpr int kUnseen = -2;
    m_merge.presentOf.assign(m_merge.problem.units.size(), kUnseen);
    for (std::size_t row : m_merge.byId) {
      const std::size_t unit = m_merge.unitOf[row];
      if (unit == GraphMerge::kNoUnit) continue;
      const auto label = m_options.present->find(m_graph.ids[row]);
      const bool isNew = label == m_options.present->end();
      const int d = isNew || label->second.empty() ? -1 : numberOf.at(label->second);
      int& own = m_merge.presentOf[unit];
      if (isNew || (own != kUnseen && own != d)) m_merge.touched.push_back(unit);
      own = own == kUnseen || own == d ? d : -1;
    }
    for (int& own : m_merge.presentOf) own = std::max(own, -1);
  }

  geo::Result<void> writePairs() {
    for (const auto& [pairs, target] : {std::pair{&m_options.pins.together, &m_merge.problem.together}, std::pair{&m_options.pins.apart, &m_merge.problem.apart}}) {
      for (const auto& [first, second] : *pairs) {
        const auto a = unitAt(first), b = unitAt(second);
        if (!a) return fail(a);
        if (!b) return fail(b);
        if (*a == *b && pairs == &m_options.pins.apart) return fail(ErrorCode::Invalid, "Units " + first + " and " + second + " must be apart, but belong to one group.", "Take the pin away, or split the group.", {.feature = first});
        if (*a != *b) target->emplace_back(*a, *b);
        m_merge.touched.push_back(*a);
        m_merge.touched.push_back(*b);
      }
    }
    return {};
  }

  geo::Result<void> writeLocks() {
    for (const auto& [id, district] : m_options.pins.locks) {
      const auto unit = unitAt(id);
      if (!unit) return fail(unit);
      const auto number = districtAt(district);
      if (!number) return fail(number);
      auto& own = m_merge.problem.units[*unit].lock;
      if (own && *own != *number) return fail(ErrorCode::Invalid, "The unit " + id + " is locked to two districts.", "Take one of the two locks away.", {.feature = id});
      own = *number;
      m_merge.touched.push_back(*unit);
      if (!m_merge.presentOf.empty() && m_merge.presentOf[*unit] != *number) anchorLock(*unit, *number);
    }
    return {};
  }

  /// A unit that is not yet in the district that it is locked to goes to one of that district's units.
  void anchorLock(std::size_t unit, int district) {
    std::size_t best = m_merge.presentOf.size();
    for (const geo::DistrictEdge& edge : m_merge.problem.edges) {
      if (edge.isCut || (edge.a != unit && edge.b != unit)) continue;
      const std::size_t other = edge.a == unit ? edge.b : edge.a;
      if (other != unit && m_merge.presentOf[other] == district) best = std::min(best, other);
    }
    if (best < m_merge.presentOf.size()) m_merge.problem.together.emplace_back(unit, best);
  }

  geo::Result<void> writeKept() {
    for (const std::string& name : m_options.pins.kept) {
      if (!m_options.present) return fail(ErrorCode::Invalid, "District " + name + " is to stay as it is, but no earlier result is given.", "Give it with --from.");
      const auto number = districtAt(name);
      if (!number) return fail(number);
      for (std::size_t u = 0; u < m_merge.presentOf.size(); ++u) {
        if (m_merge.presentOf[u] == *number) m_merge.problem.units[u].pin = *number;
      }
    }
    return {};
  }

  /// Districts that break a rule now: an amount changed, or an edge, or a bound.
  void touchBroken() {
    if (m_merge.presentOf.empty()) return;
    std::set<int> broken;
    for (const geo::Problem& found : geo::checkDistricts(m_merge.problem, m_merge.presentOf)) broken.insert(std::stoi(found.where.feature));
    for (std::size_t u = 0; u < m_merge.presentOf.size(); ++u) {
      if (broken.contains(m_merge.presentOf[u]) && m_merge.presentOf[u] >= 0) m_merge.touched.push_back(u);
    }
  }

  const UnitGraph& m_graph;
  const GraphMergeOptions& m_options;
  GraphMerge& m_merge;
  std::unordered_map<std::string_view, std::size_t> m_rowOf;
};

}  // namespace

geo::Result<void> applyPins(const UnitGraph& graph, const GraphMergeOptions& options, GraphMerge& merge) {
  const GraphPins& pins = options.pins;
  const bool hasPins = !pins.together.empty() || !pins.apart.empty() || !pins.locks.empty() || !pins.kept.empty() || !pins.touched.empty();
  if (!hasPins && !options.present) return {};
  return PinWriter(graph, options, merge).run();
}

}  // namespace pianqu::layers
