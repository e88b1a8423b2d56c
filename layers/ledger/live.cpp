#include "layers/ledger/live.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "geo/measure/measure.hpp"
#include "layers/ledger/summary_parts.hpp"
#include "layers/plan/edit_units.hpp"

namespace pianqu::layers {
namespace {

using geo::MultiPolygon;
using geo::XY;

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr double kCellM = 60;       // a few buildings a cell in a dense quarter

struct Part {
  XY centre;
  std::uint32_t building = kNone, estate = kNone, tenure = 0;
  bool hasGround = false;
  Summary summary;
};

}  // namespace

struct LiveLedger::State {
  const PlanIndex& index;
  std::vector<Part> parts;                    ///< by cell, then position in the city
  std::vector<std::uint32_t> partOfBuilding;
  std::vector<Summary> estateExtra;           ///< what a whole estate adds beside its buildings
  std::vector<std::uint32_t> estateSize;
  std::vector<std::string> tenures;
  XY origin;
  std::size_t columns = 0, rows = 0;
  std::vector<std::size_t> firstOfCell;       ///< into parts; one more than there are cells

  explicit State(const PlanIndex& of) : index(of) {}
  std::size_t cellOf(XY p) const {
    const auto at = [](double metres, std::size_t count) { return std::min(count - 1, static_cast<std::size_t>(std::max(0.0, metres / kCellM))); };
    return at(p.y - origin.y, rows) * columns + at(p.x - origin.x, columns);
  }

  /// Adds up parts as they come; estates that turn out whole are completed at the end.
  class Sum {
   public:
    explicit Sum(const State& state) : m_state(state), m_byTenure(state.tenures.size(), 0) {}
    void add(const Part& part) {
      m_figures.summary += part.summary;
      ++m_byTenure[part.tenure];
      if (part.estate != kNone) ++m_inEstate[part.estate];
    }
    void addEstate(std::size_t estate) { m_inEstate.try_emplace(static_cast<std::uint32_t>(estate), 0); }
    LiveFigures take() {
      for (const auto& [estate, count] : m_inEstate) {
        if (count == m_state.estateSize[estate]) m_figures.summary += m_state.estateExtra[estate];
        else ++m_figures.summary.estates;
      }
      for (std::size_t t = 0; t < m_byTenure.size(); ++t) if (m_byTenure[t] > 0) m_figures.buildingsByTenure[m_state.tenures[t]] = m_byTenure[t];
      return std::move(m_figures);
    }

   private:
    const State& m_state;
    LiveFigures m_figures;
    std::vector<int> m_byTenure;
    std::unordered_map<std::uint32_t, std::uint32_t> m_inEstate;
  };
};

namespace {

/// Fills in what each building and each estate adds.
void addParts(const PlanIndex& index, std::vector<Part>& parts, std::vector<std::string>& tenures, std::vector<Summary>& extra, std::vector<std::uint32_t>& sizes) {
  const City& city = index.city();
  std::unordered_map<std::string, std::uint32_t> known;
  parts.resize(city.buildings.size());
  for (std::size_t b = 0; b < city.buildings.size(); ++b) {
    const Building& building = city.buildings[b];
    Part& part = parts[b];
    part.building = static_cast<std::uint32_t>(b);
    part.hasGround = !building.shape.empty();
    if (part.hasGround) part.centre = geo::centroidOf(building.shape);
    if (const auto estate = index.estate(building.estateUid)) part.estate = static_cast<std::uint32_t>(*estate);
    const auto [found, isNew] = known.try_emplace(building.tenure, static_cast<std::uint32_t>(tenures.size()));
    if (isNew) tenures.push_back(building.tenure);
    part.tenure = found->second;
    addBuilding(part.summary, city, index.positions(), building);
  }
  for (std::size_t e = 0; e < city.estates.size(); ++e) {
    Summary own;
    for (const std::size_t b : index.buildingsOf(e)) own += parts[b].summary;
    sizes.push_back(static_cast<std::uint32_t>(own.buildings));
    addEstate(extra.emplace_back(), city, index.positions(), e, own);
  }
}

}  // namespace

LiveFigures& LiveFigures::operator+=(const LiveFigures& other) {
  summary += other.summary;
  for (const auto& [tenure, count] : other.buildingsByTenure) buildingsByTenure[tenure] += count;
  return *this;
}

LiveLedger::LiveLedger(const PlanIndex& index) : m_state(std::make_unique<State>(index)) {
  State& s = *m_state;
  addParts(index, s.parts, s.tenures, s.estateExtra, s.estateSize);
  geo::Box box;
  for (const Part& part : s.parts) if (part.hasGround) box.add(part.centre);
  // Far outliers make wider rows of cells, never more cells than a few times the buildings.
  if (!box.isEmpty()) s.origin = {box.minX, box.minY};
  const double most = 4 * std::sqrt(static_cast<double>(s.parts.size()) + 1) + 16;
  s.columns = static_cast<std::size_t>(std::clamp(std::ceil(box.width() / kCellM), 1.0, most));
  s.rows = static_cast<std::size_t>(std::clamp(std::ceil(box.height() / kCellM), 1.0, most));
  std::stable_sort(s.parts.begin(), s.parts.end(), [&s](const Part& a, const Part& b) { return s.cellOf(a.centre) < s.cellOf(b.centre); });
  s.firstOfCell.assign(s.columns * s.rows + 1, 0);
  s.partOfBuilding.resize(s.parts.size());
  for (std::size_t p = 0; p < s.parts.size(); ++p) {
    ++s.firstOfCell[s.cellOf(s.parts[p].centre) + 1];
    s.partOfBuilding[s.parts[p].building] = static_cast<std::uint32_t>(p);
  }
  for (std::size_t c = 1; c < s.firstOfCell.size(); ++c) s.firstOfCell[c] += s.firstOfCell[c - 1];
}
LiveLedger::~LiveLedger() = default;
LiveLedger::LiveLedger(LiveLedger&&) noexcept = default;

LiveFigures LiveLedger::of(const std::vector<Member>& units) const {
  const State& s = *m_state;
  State::Sum sum(s);
  for (const Member& unit : units) {
    if (unit.kind == TargetKind::Estate) {
      const auto estate = s.index.estate(unit.targetUid);
      if (!estate) continue;
      sum.addEstate(*estate);
      for (const std::size_t b : s.index.buildingsOf(*estate)) sum.add(s.parts[s.partOfBuilding[b]]);
    } else if (const auto building = s.index.building(unit.targetUid)) {
      sum.add(s.parts[s.partOfBuilding[*building]]);
    }
  }
  return sum.take();
}

LiveFigures LiveLedger::of(const District& district) const {
  LiveFigures figures = of(district.members);
  figures.summary.areaM2 = geo::areaOf(district.shape).value;
  figures.summary.compactness = geo::polsbyPopper(district.shape);
  return figures;
}

LiveFigures LiveLedger::inside(const MultiPolygon<XY>& area) const {
  const State& s = *m_state;
  State::Sum sum(s);
  const AreaTest test(area);
  if (!test.box().isEmpty() && !s.parts.empty()) {
    const std::size_t low = s.cellOf({test.box().minX, test.box().minY}), high = s.cellOf({test.box().maxX, test.box().maxY});
    for (std::size_t row = low / s.columns; row <= high / s.columns; ++row) {
      const std::size_t end = s.firstOfCell[row * s.columns + high % s.columns + 1];
      for (std::size_t p = s.firstOfCell[row * s.columns + low % s.columns]; p < end; ++p) {
        if (s.parts[p].hasGround && test.contains(s.parts[p].centre)) sum.add(s.parts[p]);
      }
    }
  }
  LiveFigures figures = sum.take();
  figures.summary.areaM2 = geo::areaOf(area).value;
  figures.summary.compactness = geo::polsbyPopper(area);
  return figures;
}

std::vector<LiveChange> LiveLedger::stroke(const Plan& plan, const Uid& districtUid, const std::vector<Member>& units) const {
  std::map<std::pair<TargetKind, Uid>, const Member*> moving;
  for (const Member& unit : units) moving[{unit.kind, unit.targetUid}] = &unit;
  std::vector<LiveChange> changes;
  for (const District& district : plan.districts) {
    std::vector<Member> after;
    bool isChanged = false;
    for (const Member& member : district.members) {
      const bool isMoving = moving.contains({member.kind, member.targetUid});
      if (isMoving && district.uid == districtUid) moving.erase({member.kind, member.targetUid});
      if (!isMoving || district.isPinned || district.uid == districtUid) after.push_back(member);
      else isChanged = true;
      if (isMoving && district.isPinned) moving.erase({member.kind, member.targetUid});
    }
    if (!isChanged) continue;
    changes.push_back({district.uid, of(district), of(after)});
    changes.back().after.summary.areaM2 = changes.back().before.summary.areaM2;
    changes.back().after.summary.compactness = changes.back().before.summary.compactness;
  }
  const District* target = districtUid.empty() ? nullptr : plan.findDistrict(districtUid);
  if (!target || target->isPinned) return changes;
  std::vector<Member> after = target->members;
  for (const auto& [key, unit] : moving) after.push_back(*unit);
  LiveChange gain{target->uid, of(*target), of(after)};
  gain.after.summary.areaM2 = gain.before.summary.areaM2;
  gain.after.summary.compactness = gain.before.summary.compactness;
  changes.insert(changes.begin(), std::move(gain));
  return changes;
}

}  // namespace pianqu::layers
