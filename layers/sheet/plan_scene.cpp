#include "layers/sheet/plan_scene.hpp"

#include <algorithm>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/plan/red_line.hpp"

namespace pianqu::layers {
namespace {

using geo::XYGeometry;

XYGeometry shapeOf(const geo::MultiPolygon<geo::XY>& polygons) {
  return polygons.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Polygons{polygons}};
}
XYGeometry shapeOf(geo::XY point) { return XYGeometry{XYGeometry::Points{{point}}}; }

/// Six fills for districts so that neighbours differ, as long as none has more than five.
std::vector<int> coloursOf(const std::vector<District>& districts) {
  constexpr int kColours = 6;
  constexpr double kNearM = 30;   // across a road they still count as neighbours
  std::vector<geo::Box> boxes;
  for (const auto& district : districts) boxes.push_back(geo::boxOf(district.shape).grownBy(kNearM / 2));
  std::vector<int> colours;
  for (std::size_t i = 0; i < districts.size(); ++i) {
    std::vector<int> used(kColours + 1, 0);
    for (std::size_t j = 0; j < i; ++j) if (boxes[i].intersects(boxes[j])) used[static_cast<std::size_t>(colours[j])] += 1;
    colours.push_back(static_cast<int>(std::min_element(used.begin() + 1, used.end()) - used.begin()));
  }
  return colours;
}

class PlanDrawing {
 public:
  PlanDrawing(const City& city, const CityIndex& index, const Plan& plan, const Theme& theme, const District* only)
      : m_city(city), m_index(index), m_plan(plan), m_theme(theme), m_only(only), m_builder(theme) {}

  Scene draw(const SceneOptions& options) {
    SceneOptions own = options;
    drawPlan(own);
    m_builder.addLayers(sceneOf(m_city, m_theme, own));
    return std::move(m_builder).take();
  }

  Scene drawPlanOnly() {
    SceneOptions unused;
    drawPlan(unused);
    return std::move(m_builder).take();
  }

 private:
  /// Everything that the plan adds; what is drawn in place of an existing feature is added to `own.hidden`.
  void drawPlan(SceneOptions& own) {
    drawDistricts();
    drawMembers();
    drawLeftovers();
    for (const Measure& measure : m_plan.measures) if (isWanted(measure.districtUid)) drawMeasure(measure, own);
    for (const LiftStudy& study : m_plan.liftStudies) if (isWanted(study.districtUid)) drawLift(study);
    for (const ParkingStudy& study : m_plan.parkingStudies) if (isWanted(study.districtUid)) drawParking(study);
  }

  bool isWanted(const Uid& districtUid) const { return !m_only || m_only->uid == districtUid; }

  void drawDistricts() {
    const auto colours = coloursOf(m_plan.districts);
    for (std::size_t i = 0; i < m_plan.districts.size(); ++i) {
      const District& district = m_plan.districts[i];
      const bool isSubject = isWanted(district.uid);
      if (isSubject) m_builder.add("district_fill", "district.fill." + std::to_string(colours[i]), district.uid, shapeOf(district.shape));
      SceneItem* item = m_builder.add("district", isSubject ? "district.boundary" : "district.other", district.uid, shapeOf(district.shape));
      if (!item) continue;
      // On its own sheet a district is named in the title; there the name would only cover its buildings.
      if (!m_only || !isSubject) item->label = labelFor(item->geometry, district.code + "\n" + district.name);
    }
  }

  void drawMembers() {
    for (const District& district : m_plan.districts) {
      if (!isWanted(district.uid)) continue;
      for (const Member& member : district.members) {
        const bool isEstate = member.kind == TargetKind::Estate;
        const auto at = isEstate ? m_index.estate(member.targetUid) : m_index.building(member.targetUid);
        if (!at) continue;
        const auto& shape = isEstate ? m_city.estates[*at].shape : m_city.buildings[*at].shape;
        const std::string symbol = m_theme.classify(isEstate ? "member.role" : "member.single", member.role);
        m_builder.add(isEstate ? "member" : "member_single", symbol, member.targetUid, shapeOf(shape));
      }
    }
  }

  void drawLeftovers() {
    if (m_only) return;
    for (const Leftover& leftover : m_plan.leftovers) {
      const bool isEstate = leftover.kind == TargetKind::Estate;
      const auto at = isEstate ? m_index.estate(leftover.targetUid) : m_index.building(leftover.targetUid);
      if (at) m_builder.add("leftover", m_theme.classify("leftover.plain", ""), leftover.targetUid, shapeOf(isEstate ? m_city.estates[*at].shape : m_city.buildings[*at].shape));
    }
  }

  /// The symbol of a measure: by its code, else by the kind of its geometry. An action that ends a pipe wins over the code.
  std::string symbolOf(const Measure& measure, const ThemeLayer& layer) const {
    const std::string key = m_theme.classify(layer.classification, measure.catalogueCode);
    if (!key.empty()) return key;
    if (!m_theme.findLayer("measure_area") || m_hiddenCodes.count(measure.catalogueCode)) return {};
    return m_theme.classify(layer.classification, kKinds[measure.geometry.value.index()]);
  }

  /// A measure in two parts: what the fund of the estate pays, and what lies outside its red line.
  void drawCut(const Measure& measure) {
    if (measure.geometry.isEmpty() || measure.catalogueCode == "PS-00") return;
    if (!m_redLines) m_redLines.emplace(m_city);
    auto parts = m_redLines->cut(measure.geometry);
    if (!parts) return;
    const char* kind = kKinds[measure.geometry.value.index()];
    m_builder.add("redline_inside", m_theme.classify("measure.inside", kind), measure.uid, std::move(parts->inside));
    m_builder.add("redline_outside", m_theme.classify("measure.outside", kind), measure.uid, std::move(parts->outside));
  }

  void drawMeasure(const Measure& measure, SceneOptions& options) {
    static constexpr const char* layers[] = {"", "measure", "measure_line", "measure_area"};
    if (m_theme.findLayer("redline_inside")) return drawCut(measure);
    const ThemeLayer* layer = m_theme.findLayer(layers[measure.geometry.value.index()]);
    const std::string key = layer ? symbolOf(measure, *layer) : std::string{};
    if (key.empty()) return;
    SceneItem* item = m_builder.add(layers[measure.geometry.value.index()], key, measure.uid, measure.geometry);
    if (!item) return;
    item->flow = flowOf(measure);
    const Symbol* symbol = m_theme.find(key);
    if (measure.targetKind == TargetKind::Pipe) options.hidden.insert(measure.targetUid);
    if (symbol->label.isShown()) item->label = labelFor(item->geometry, labelOf(measure, *symbol));
  }

  /// New pipes are drawn from their upper to their lower end; a rebuilt one keeps the direction that was surveyed.
  int flowOf(const Measure& measure) const {
    const auto at = measure.targetKind == TargetKind::Pipe ? m_index.pipe(measure.targetUid) : std::nullopt;
    return at ? m_city.pipes[*at].flow.value_or(0) : 1;
  }

  std::string labelOf(const Measure& measure, const Symbol& symbol) {
    if (symbol.key == "measure.misconnection") return "混" + std::to_string(++m_misconnections);
    if (symbol.shape == SymbolShape::Line) return pipeLabelOf(measure);
    return symbol.zh == "公共服务设施" ? measure.note : std::string();
  }

  /// Diameter and slope of a new pipe, which its note begins with; the diameter that a converted one has.
  std::string pipeLabelOf(const Measure& measure) const {
    const auto at = measure.targetKind == TargetKind::Pipe ? m_index.pipe(measure.targetUid) : std::nullopt;
    if (!at) return measure.note.substr(0, std::min(measure.note.find(';'), measure.note.find(" Q=")));
    const auto& diameter = m_city.pipes[*at].diameterMm;
    return diameter ? "d" + formatNumber(*diameter, 0) : std::string();
  }

  void drawLift(const LiftStudy& study) {
    const auto at = m_index.entrance(study.entranceUid);
    if (!study.shaft.empty()) m_builder.add("lift", m_theme.classify("shaft.verdict", study.verdict), study.uid, shapeOf(study.shaft));
    const auto centre = study.shaft.empty() ? std::nullopt : geo::pointInside(study.shaft);
    if (centre || at) m_builder.add("lift", m_theme.classify("lift.verdict", study.verdict), study.uid, shapeOf(centre ? *centre : m_city.entrances[*at].door));
  }

  void drawParking(const ParkingStudy& study) {
    // Both profiles are studied; one is drawn: the strict one of a district when it has one.
    const auto isStricter = [&study](const ParkingStudy& other) { return other.districtUid == study.districtUid && other.profile > study.profile; };
    if (std::any_of(m_plan.parkingStudies.begin(), m_plan.parkingStudies.end(), isStricter)) return;
    m_builder.add("parking", "parking.aisle", study.uid, shapeOf(study.aisles));
    for (const auto& stall : study.stalls) m_builder.add("parking", "parking.stall", study.uid, shapeOf({stall}));
    if (!study.stalls.empty()) m_builder.add("parking", "parking.entrance", study.uid, shapeOf(study.entrance));
  }

  const City& m_city;
  const CityIndex& m_index;
  const Plan& m_plan;
  const Theme& m_theme;
  const District* m_only;
  SceneBuilder m_builder;
  static constexpr const char* kKinds[] = {"", "point:*", "line:*", "area:*"};
  std::optional<RedLines> m_redLines;
  std::unordered_set<std::string> m_hiddenCodes{"PS-00", "DT-01", "TC-01"};   // drawn as pipes, lifts and stalls
  int m_misconnections = 0;
};

}  // namespace

Scene sceneOf(const City& city, const Plan& plan, const Theme& theme, const SceneOptions& options) {
  const CityIndex index(city);
  return PlanDrawing(city, index, plan, theme, nullptr).draw(options);
}

Scene planSceneOf(const City& city, const CityIndex& index, const Plan& plan, const Theme& theme) {
  return PlanDrawing(city, index, plan, theme, nullptr).drawPlanOnly();
}

Scene sceneOf(const City& city, const Plan& plan, const District& district, const Theme& theme, const SceneOptions& options) {
  const CityIndex index(city);
  return PlanDrawing(city, index, plan, theme, &district).draw(options);
}

}  // namespace pianqu::layers
