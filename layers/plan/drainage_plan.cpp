#include "layers/plan/drainage_plan.hpp"

#include <array>
#include <cstdio>

#include "geo/drainage/sizing.hpp"
#include "layers/plan/red_line.hpp"
#include "layers/plan/sewer_loads.hpp"

namespace pianqu::layers {

namespace {

using geo::DesignAction;
using geo::DesignItem;
using geo::fail;

constexpr const char* kOrigin = "drainage";

std::size_t at(int index) { return static_cast<std::size_t>(index); }

geo::XYGeometry pointOf(geo::XY point) { return {geo::XYGeometry::Points{{point}}}; }
geo::XYGeometry lineOf(const geo::Line<geo::XY>& line) { return {geo::XYGeometry::Lines{{line}}}; }

std::string newPipeCode(geo::Water water) { return water == geo::Water::Storm ? "PS-01" : "PS-02"; }

/// Row of measures.csv and the word for what is done.
struct Work {
  std::string code, action;
};

Work workOf(const DesignItem& item) {
  switch (item.kind) {
    case DesignItem::Kind::NewPipe: return {newPipeCode(item.water), "新建"};
    case DesignItem::Kind::NewManhole: return {"PS-03", "新建"};
    case DesignItem::Kind::Reconnection: return {"PS-07", "改建"};
    case DesignItem::Kind::Source: return item.action == DesignAction::Keep ? Work{"PS-08", "保留"} : Work{"PS-04", "改建"};
    case DesignItem::Kind::Link: break;
  }
  if (item.action == DesignAction::Convert) return {"PS-06", "改建"};
  if (item.action == DesignAction::Abandon) return {"PS-05", "废弃"};
  if (item.action == DesignAction::Rebuild) return {newPipeCode(item.water), "改建"};
  return {"PS-00", "保留"};
}

/// "DN400 i=3.0‰ Q=85L/s": what the diameter was chosen for.
std::string sizeText(const DesignItem& item) {
  std::array<char, 64> text{};
  if (item.flowLs > 0) std::snprintf(text.data(), text.size(), "DN%.0f i=%.1f‰ Q=%.1fL/s", item.diameterMm, item.slope * 1000, item.flowLs);
  else std::snprintf(text.data(), text.size(), "DN%.0f", item.diameterMm);
  return text.data();
}

class MeasureMaking {
 public:
  MeasureMaking(const City& city, const CitySewers& sewers) : m_city(city), m_sewers(sewers) {}

  Measure measureOf(const DesignItem& item) const {
    const Work work = workOf(item);
    Measure measure{.catalogueCode = work.code, .action = work.action, .origin = kOrigin, .note = item.note};
    const bool isLine = item.kind == DesignItem::Kind::Link || item.kind == DesignItem::Kind::NewPipe;
    measure.geometry = isLine ? lineOf(item.line) : pointOf(item.line.front());
    measure.quantity = isLine ? item.lengthM : 1;
    measure.unit = isLine ? "m" : item.kind == DesignItem::Kind::NewManhole ? "座" : item.kind == DesignItem::Kind::Source ? "根" : "处";
    if (item.kind == DesignItem::Kind::NewPipe) {
      measure.note = sizeText(item) + (item.note.empty() ? "" : "; " + item.note);
    }
    aim(measure, item);
    return measure;
  }

 private:
  /// New pipes and manholes have no target yet: theirs is what caused them, named in the note.
  void aim(Measure& measure, const DesignItem& item) const {
    const bool isExisting = item.kind != DesignItem::Kind::NewPipe && item.kind != DesignItem::Kind::NewManhole;
    if (!isExisting) return;
    if (item.link >= 0) {
      measure.targetKind = TargetKind::Pipe;
      measure.targetUid = m_city.pipes[m_sewers.pipes[at(item.link)]].uid;
    } else if (item.source >= 0 && m_sewers.risers[at(item.source)] != kNoRiser) {
      measure.targetKind = TargetKind::Riser;
      measure.targetUid = m_city.risers[m_sewers.risers[at(item.source)]].uid;
    } else if (item.source >= 0) {
      measure.targetKind = TargetKind::PipeNode;
      measure.targetUid = m_city.pipeNodes[m_sewers.nodes[at(m_sewers.system.sources[at(item.source)].node)]].uid;
    }
  }

  const City& m_city;
  const CitySewers& m_sewers;
};

void listUnplanned(const CitySewers& sewers, const geo::DesignScope& scope, DrainagePlan& result) {
  for (std::size_t i = 0; i < scope.links.size(); ++i) {
    if (scope.links[i] >= 0) continue;
    result.unplannedPipes.push_back(sewers.system.links[i].code);
    result.unplannedM += sewers.system.links[i].lengthM;
  }
}

geo::Result<void> addMeasures(const City& city, const CitySewers& sewers, const geo::SeparationDesign& design, DrainagePlan& result,
                              geo::Progress& progress) {
  const RedLines redLines(city);
  const MeasureMaking making(city, sewers);
  for (std::size_t i = 0; i < design.items.size(); ++i) {
    const DesignItem& item = design.items[i];
    if (i % 1024 == 0) {
      if (progress.isCancelled()) return fail(geo::ErrorCode::Cancelled, "Planning the drainage was stopped");
      progress.report(0.5 + 0.4 * static_cast<double>(i) / static_cast<double>(design.items.size()), "drainage measures");
    }
    if (item.zone < 0) continue;
    Measure measure = making.measureOf(item);
    measure.districtUid = result.edits[at(item.zone)].districtUid;
    if (auto split = redLines.apply(measure); !split) return fail(std::move(split));
    result.edits[at(item.zone)].measures.push_back(std::move(measure));
  }
  return {};
}

}  // namespace

geo::Result<DrainagePlan> planDrainage(const City& city, const Plan& plan, const CitySewers& sewers, const DrainageCatalogue& catalogue,
                                       geo::Progress& progress) {
  const auto check = geo::check(sewers.system, catalogue.limits, progress);
  if (!check) return fail(check);
  geo::DesignScope scope = scopeOf(sewers, plan, catalogue.districtDistanceM);
  scope.ground = std::make_shared<const geo::PipeRouter>(sewerGroundOf(city, catalogue.route));
  geo::SewerSystem loaded = sewers.system;
  addLoads(city, sewers, catalogue.loads, loaded);
  auto designed = geo::designSeparation(loaded, *check, scope, catalogue.design, progress);
  if (!designed) return fail(std::move(designed));
  geo::SeparationDesign& design = *designed;
  geo::sizeNewPipes(design, catalogue.sizing, catalogue.limits.minFallM);
  const auto after = geo::check(design.after, catalogue.limits, progress);
  if (!after) return fail(after);
  DrainagePlan result;
  for (const District& district : plan.districts) result.edits.push_back({.districtUid = district.uid, .origin = kOrigin});
  if (auto added = addMeasures(city, sewers, design, result, progress); !added) return fail(std::move(added));
  result.before = proofsOf(sewers.system, *check, scope, plan);
  result.after = proofsOf(design.after, *after, design.scope, plan);
  for (const DesignItem& item : design.items) {
    if (item.kind == DesignItem::Kind::NewPipe && item.zone >= 0) result.newPipesM[{item.water, static_cast<int>(item.diameterMm)}] += item.lengthM;
  }
  listUnplanned(sewers, scope, result);
  return result;
}

}  // namespace pianqu::layers
