#include "layers/plan/measure_rules.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/feature/city_schema.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::XY;
using geo::XYGeometry;

XYGeometry pointsOf(XY point) { return {XYGeometry::Points{{point}}}; }
XYGeometry polygonsOf(const geo::MultiPolygon<XY>& shape) { return shape.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Polygons{shape}}; }

geo::Error ruleError(const MeasureRule& rule, const std::string& text) {
  return {ErrorCode::Invalid, text, "see docs/cli/plan.md for the tests and quantities that a rule can name", {.file = "measure_rules.csv", .feature = rule.name}};
}

/// Whether the flag is set. An unknown value never is.
geo::Result<bool> holds(const MeasureRule& rule, const Value& value) {
  if (std::holds_alternative<std::monostate>(value) || toText(value).empty()) return false;
  const auto number = toNumber(value);
  if (rule.test == "is") return toText(value) == rule.value;
  if (rule.test == "in") return ("|" + rule.value + "|").find("|" + toText(value) + "|") != std::string::npos;
  if (rule.test == "below") {
    const auto limit = toNumber(Value(rule.value));
    if (!limit) return tl::unexpected(ruleError(rule, "\"" + rule.value + "\" is not a number to be below"));
    return number && *number < *limit;
  }
  return tl::unexpected(ruleError(rule, "the test \"" + rule.test + "\" is not known"));
}

/// Only the attributes, in the order of the city.
std::vector<FeatureTable> attributeTables(const City& city) {
  City light;
  light.estates = city.estates;
  for (auto& estate : light.estates) estate.shape.clear();
  light.buildings = city.buildings;
  for (auto& building : light.buildings) building.shape.clear();
  light.illegalStructures = city.illegalStructures;
  for (auto& structure : light.illegalStructures) structure.shape.clear();
  light.roads = city.roads;
  for (auto& road : light.roads) road.line.clear();
  return toTables(light);
}

std::optional<TargetKind> targetOf(const std::string& subject) {
  if (subject == "estate") return TargetKind::Estate;
  if (subject == "building") return TargetKind::Building;
  if (subject == "illegal_structure") return TargetKind::IllegalStructure;
  if (subject == "road") return TargetKind::Road;
  return std::nullopt;
}

}  // namespace

/// One feature that a rule applies to, with what the quantity is taken from.
struct FlagMeasures::Subject {
  TargetKind kind = TargetKind::None;
  std::size_t at = 0;
  Uid uid;
  XYGeometry geometry;     ///< of the measure
  std::string note;
};

FlagMeasures::FlagMeasures(const PlanIndex& index, const RedLines& redLines, const FlagRules& rules)
    : m_index(index), m_redLines(redLines), m_rules(rules), m_tables(attributeTables(index.city())) {}

/// The ground on which the length of a road counts: the estates of the district, or what connects them outside every red line.
geo::Result<geo::MultiPolygon<XY>> FlagMeasures::groundOf(const MeasureRule& rule, const DistrictScope& scope) const {
  geo::MultiPolygon<XY> shapes;
  for (const std::size_t at : scope.estates) {
    const auto& shape = m_index.city().estates[at].shape;
    shapes.insert(shapes.end(), shape.begin(), shape.end());
  }
  auto estates = geo::unionOf(shapes);
  if (!estates || rule.quantity != "length_outside") return estates;
  auto reach = geo::bufferOf(*estates, m_rules.roadReachM);
  if (reach && !scope.district->shape.empty()) reach = geo::intersectionOf(*reach, scope.district->shape);
  if (!reach) return reach;
  const auto redLines = m_redLines.near(geo::boxOf(*reach));
  return redLines ? geo::differenceOf(*reach, *redLines) : redLines;
}

geo::Result<std::vector<FlagMeasures::Subject>> FlagMeasures::subjectsOf(const MeasureRule& rule, const DistrictScope& scope) const {
  const City& city = m_index.city();
  const auto kind = targetOf(rule.subject);
  if (!kind) return tl::unexpected(ruleError(rule, "the subject \"" + rule.subject + "\" is not known"));
  std::vector<Subject> subjects;
  switch (*kind) {
    case TargetKind::Estate:
      for (const std::size_t at : scope.estates) {
        if (const auto point = geo::pointInside(city.estates[at].shape)) subjects.push_back({*kind, at, city.estates[at].uid, pointsOf(*point), {}});
      }
      break;
    case TargetKind::Building:
      for (const std::size_t at : scope.buildings) subjects.push_back({*kind, at, city.buildings[at].uid, polygonsOf(city.buildings[at].shape), {}});
      break;
    case TargetKind::IllegalStructure:
      for (const std::size_t at : scope.illegalStructures) subjects.push_back({*kind, at, city.illegalStructures[at].uid, polygonsOf(city.illegalStructures[at].shape), {}});
      break;
    default:
      for (const std::size_t at : scope.roads) subjects.push_back({*kind, at, city.roads[at].uid, {}, {}});
      break;
  }
  if (rule.test == "lacks-facility") {
    // A city whose survey has no such thing anywhere has not looked for it.
    const auto isKind = [&rule](const Facility& facility) { return facility.kind == rule.field; };
    if (std::none_of(city.facilities.begin(), city.facilities.end(), isKind)) return std::vector<Subject>();
    std::erase_if(subjects, [&](const Subject& subject) {
      const auto& shape = city.estates[subject.at].shape;
      const auto found = m_index.facilities.find(geo::boxOf(shape));
      return std::any_of(found.begin(), found.end(), [&](std::size_t i) { return isKind(city.facilities[i]) && geo::contains(shape, city.facilities[i].point); });
    });
    return subjects;
  }
  const auto table = std::find_if(m_tables.begin(), m_tables.end(), [&rule](const FeatureTable& t) { return t.name == rule.subject; });
  const auto column = table == m_tables.end() ? std::nullopt : table->columnOf(rule.field);
  if (!column) return tl::unexpected(ruleError(rule, "the field \"" + rule.field + "\" is not one of " + rule.subject));
  std::vector<Subject> flagged;
  for (Subject& subject : subjects) {
    const auto isSet = holds(rule, table->columns[*column][subject.at]);
    if (!isSet) return fail(isSet);
    if (*isSet) flagged.push_back(std::move(subject));
  }
  return flagged;
}

geo::Result<double> FlagMeasures::quantityOf(const MeasureRule& rule, const Subject& subject) const {
  const City& city = m_index.city();
  const auto areaOfShape = [&subject] {
    const auto* polygons = std::get_if<XYGeometry::Polygons>(&subject.geometry.value);
    return polygons == nullptr ? 0.0 : geo::areaOf(polygons->polygons).value;
  };
  const auto lengthOfLines = [&subject] {
    const auto* lines = std::get_if<XYGeometry::Lines>(&subject.geometry.value);
    return lines == nullptr ? 0.0 : geo::lengthOf(lines->lines).value;
  };
  if (rule.quantity == "one") return 1.0;
  if (rule.quantity == "area") {
    if (subject.kind == TargetKind::IllegalStructure) return city.illegalStructures[subject.at].areaM2.value_or(areaOfShape());
    return areaOfShape();
  }
  if (rule.quantity == "roof_area" && subject.kind == TargetKind::Building) return city.buildings[subject.at].roofAreaM2.value_or(areaOfShape());
  if (rule.quantity == "facade_area" && subject.kind == TargetKind::Building) {
    const Building& building = city.buildings[subject.at];
    if (building.facadeAreaM2) return *building.facadeAreaM2;
    const double height = building.heightM ? *building.heightM : building.floors.value_or(0) * m_rules.storeyHeightM;
    return geo::perimeterOf(building.shape).value * height;
  }
  if (rule.quantity == "lamps") return std::ceil(lengthOfLines() / m_rules.lampSpacingM - 1e-9);
  if (rule.quantity == "length_inside" || rule.quantity == "length_outside") return lengthOfLines();
  return tl::unexpected(ruleError(rule, "the quantity \"" + rule.quantity + "\" is not known for " + rule.subject));
}

geo::Result<ReplaceMeasures> FlagMeasures::apply(const MeasureRule& rule, const DistrictScope& scope) const {
  const City& city = m_index.city();
  ReplaceMeasures edit{scope.district->uid, "rule:" + rule.name, {}};
  auto subjects = subjectsOf(rule, scope);
  if (!subjects) return fail(std::move(subjects));
  const bool isLength = rule.quantity.starts_with("length_"), isLamps = rule.quantity == "lamps";
  if (isLength && !subjects->empty()) {
    const auto ground = groundOf(rule, scope);
    if (!ground) return fail(ground);
    for (Subject& subject : *subjects) {
      const auto parts = geo::splitLines(city.roads[subject.at].line, *ground);
      if (!parts) return fail(parts);
      if (!parts->inside.empty()) subject.geometry = {XYGeometry::Lines{parts->inside}};
    }
  }
  for (Subject& subject : *subjects) {
    if (isLamps) {
      const auto& shape = city.estates[subject.at].shape;
      geo::MultiLine<XY> lines;
      for (const std::size_t road : m_index.roads.find(geo::boxOf(shape))) {
        const auto parts = geo::splitLines(city.roads[road].line, shape);
        if (!parts) return fail(parts);
        lines.insert(lines.end(), parts->inside.begin(), parts->inside.end());
      }
      subject.geometry = lines.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Lines{std::move(lines)}};
    }
    const auto quantity = quantityOf(rule, subject);
    if (!quantity) return fail(quantity);
    if (roundedQuantity(*quantity) <= 0) continue;
    Measure measure{.uid = uidFor(edit.districtUid + edit.origin + subject.uid), .districtUid = edit.districtUid, .catalogueCode = rule.measureCode, .targetKind = subject.kind, .targetUid = subject.uid,
                    .action = rule.action, .geometry = std::move(subject.geometry), .quantity = roundedQuantity(*quantity), .origin = edit.origin, .note = rule.note};
    // A thing that is counted lies on one side of the line; a length or area is cut by it.
    XYGeometry counted = measure.geometry;
    if (const auto* shape = std::get_if<XYGeometry::Polygons>(&measure.geometry.value); shape != nullptr && rule.quantity == "one") counted = pointsOf(geo::centroidOf(shape->polygons));
    const auto split = m_redLines.split(counted, measure.quantity);
    if (!split) return fail(split);
    measure.quantityInside = split->inside;
    measure.quantityOutside = split->outside;
    edit.measures.push_back(std::move(measure));
  }
  return edit;
}

geo::Result<std::vector<ReplaceMeasures>> FlagMeasures::of(const DistrictScope& scope) const {
  std::vector<ReplaceMeasures> edits;
  for (const MeasureRule& rule : m_rules.rows) {
    auto edit = apply(rule, scope);
    if (!edit) return fail(std::move(edit));
    edits.push_back(std::move(*edit));
  }
  return edits;
}

}  // namespace pianqu::layers
