#include "app/cli/plan_attach.hpp"

#include <algorithm>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_plan.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/plan/plan_index.hpp"
#include "layers/plan/pricing.hpp"
#include "layers/plan/red_line.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::XYGeometry;
using layers::TargetKind;

struct Target {
  TargetKind kind = TargetKind::None;
  layers::Uid uid;
  XYGeometry geometry;
};

XYGeometry geometryOf(const geo::MultiPolygon<geo::XY>& shape) { return shape.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Polygons{shape}}; }
XYGeometry geometryOf(const geo::MultiLine<geo::XY>& lines) { return lines.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Lines{lines}}; }
XYGeometry geometryOf(geo::XY point) { return {XYGeometry::Points{{point}}}; }

template <class T, class Name, class Shape>
std::vector<Target> named(const std::vector<T>& things, TargetKind kind, const std::string& code, Name nameOf, Shape shapeOf) {
  std::vector<Target> found;
  for (const T& thing : things) {
    if (thing.uid == code || nameOf(thing) == code) found.push_back({kind, thing.uid, shapeOf(thing)});
  }
  return found;
}

std::vector<Target> targetsNamed(const layers::City& city, TargetKind kind, const std::string& code) {
  const auto byCode = [](const auto& thing) { return thing.code; };
  const auto byShape = [](const auto& thing) { return geometryOf(thing.shape); };
  const auto byPoint = [](const auto& thing) { return geometryOf(thing.point); };
  switch (kind) {
    case TargetKind::Estate: return named(city.estates, kind, code, byCode, byShape);
    case TargetKind::Building: return named(city.buildings, kind, code, byCode, byShape);
    case TargetKind::Entrance: return named(city.entrances, kind, code, byCode, [](const auto& entrance) { return geometryOf(entrance.door); });
    case TargetKind::IllegalStructure: return named(city.illegalStructures, kind, code, byCode, byShape);
    case TargetKind::Pipe: return named(city.pipes, kind, code, byCode, [](const auto& pipe) { return geometryOf(geo::MultiLine<geo::XY>{pipe.line}); });
    case TargetKind::PipeNode: return named(city.pipeNodes, kind, code, byCode, byPoint);
    case TargetKind::Riser: return named(city.risers, kind, code, byCode, byPoint);
    case TargetKind::Road: return named(city.roads, kind, code, [](const auto& road) { return road.name; }, [](const auto& road) { return geometryOf(road.line); });
    case TargetKind::Green: return named(city.greens, kind, code, [](const auto& green) { return green.uid; }, byShape);
    default: return {};
  }
}

/// "building:L0123"
geo::Result<Target> parseTarget(const layers::City& city, const std::string& text) {
  const auto colon = text.find(':');
  const auto kind = colon == std::string::npos ? std::nullopt : layers::targetKindOf(text.substr(0, colon));
  if (!kind) return fail(ErrorCode::Invalid, "\"" + text + "\" is not a target", "write kind:code, such as building:L0123; kinds are estate building entrance illegal_structure pipe pipe_node riser road green");
  const std::string code = text.substr(colon + 1);
  const auto found = targetsNamed(city, *kind, code);
  if (found.empty()) return fail(ErrorCode::NotFound, "there is no " + text.substr(0, colon) + " \"" + code + "\"", "codes are listed by: pianqu ledger PROJECT --table buildings");
  if (found.size() > 1) return fail(ErrorCode::Undecided, std::to_string(found.size()) + " features are called " + text, "name it by its uid, such as " + text.substr(0, colon) + ":" + found.front().uid);
  return found.front();
}

class ByHand : public PlanByHand {
 public:
  explicit ByHand(CLI::App& app) {
    app.require_subcommand(0, 1);
    m_attach = app.add_subcommand("attach", "Attach a measure to a feature by hand");
    m_detach = app.add_subcommand("detach", "Take measures off a feature that were attached by hand");
    for (CLI::App* command : {m_attach, m_detach}) {
      command->add_option("--district", m_district, "Code of the district")->required();
      command->add_option("--measure", m_measure, "Code of the measure, as in measures.csv")->required();
      command->add_option("--target", m_target, "The feature, kind:code, such as building:L0123")->required();
    }
    m_attach->add_option("--quantity", m_quantity, "Quantity in the unit of the measure; default 1")->check(CLI::PositiveNumber);
    m_attach->add_option("--action", m_action, "保留 改建 新建 废弃 拆除 迁改 修缮; default 新建");
    m_attach->add_option("--note", m_note, "A remark, printed with the measure");
    m_attach->add_option("--prices", m_prices, "A table of unit prices: CSV with code, price_yuan, source");
  }
  bool isChosen() const override { return m_attach->parsed() || m_detach->parsed(); }
  geo::Result<void> run(const std::string& project, Context& context) override {
    auto open = openPlan(project, layers::Project::Access::Write, context);
    if (!open) return fail(std::move(open));
    const auto at = districtsOf(*open, m_district);
    if (!at) return fail(at);
    const auto target = parseTarget(open->city, m_target);
    if (!target) return fail(target);
    const layers::District& district = open->plan.districts[at->front()];
    return m_attach->parsed() ? attach(*open, district, *target, context) : detach(*open, district, *target, context);
  }

 private:
  geo::Result<void> attach(OpenPlan& open, const layers::District& district, const Target& target, Context& context) {
    const auto catalogue = layers::MeasureCatalogue::read(context.dataFolder);
    if (!catalogue) return fail(catalogue);
    layers::PriceTable prices;
    if (!m_prices.empty()) {
      auto read = layers::readPrices(m_prices, *catalogue);
      if (!read) return fail(std::move(read));
      prices = std::move(*read);
    }
    const auto count = std::count_if(open.plan.measures.begin(), open.plan.measures.end(), [](const auto& measure) { return measure.origin == "手工"; });
    const std::string seed = "by-hand" + district.uid + m_measure + target.uid + context.author().at + std::to_string(count);
    layers::Measure measure{.uid = layers::uidFor(seed), .districtUid = district.uid, .catalogueCode = m_measure, .targetKind = target.kind, .targetUid = target.uid, .action = m_action,
                            .geometry = target.geometry, .quantity = m_quantity, .origin = "手工", .note = m_note};
    if (auto split = layers::RedLines(open.city).apply(measure); !split) return split;
    std::vector<layers::Measure> one{std::move(measure)};
    if (auto priced = layers::price(one, *catalogue, prices); !priced) return priced;
    const auto plan = open.project.commit(open.city, open.plan, layers::AddMeasure{one.front()}, context.author(), "attach " + m_measure);
    if (!plan) return fail(plan);
    const layers::Measure& added = one.front();
    if (context.isJson) {
      context.print({{"uid", added.uid}, {"quantity", added.quantity}, {"inside", added.quantityInside}, {"outside", added.quantityOutside}, {"unit", added.unit}, {"cost_yuan", added.cost ? nlohmann::json(geo::toYuan(*added.cost)) : nlohmann::json()}});
      return {};
    }
    context.out() << "attached " << m_measure << ' ' << catalogue->find(m_measure)->nameZh << " to " << m_target << ": " << layers::formatNumber(added.quantity, 2) << ' ' << added.unit << " (inside the red line "
                  << layers::formatNumber(added.quantityInside, 2) << ", outside " << layers::formatNumber(added.quantityOutside, 2) << "), " << (added.cost ? geo::toYuan(*added.cost) + " yuan" : "to be priced (待定价)") << '\n';
    return {};
  }

  geo::Result<void> detach(OpenPlan& open, const layers::District& district, const Target& target, Context& context) {
    std::vector<layers::Edit> edits;
    bool isByRule = false;
    for (const auto& measure : open.plan.measures) {
      if (measure.districtUid != district.uid || measure.catalogueCode != m_measure || measure.targetUid != target.uid) continue;
      if (measure.origin == "手工") edits.emplace_back(layers::RemoveMeasure{measure.uid});
      else isByRule = true;
    }
    if (edits.empty()) {
      return fail(ErrorCode::NotFound, "no measure " + m_measure + " was attached to " + m_target + " by hand in " + m_district, isByRule ? "the one there follows from a rule; change the flag or the rule, then plan again" : "see what there is with: pianqu ledger PROJECT --table measures");
    }
    const auto plan = open.project.commit(open.city, open.plan, edits, context.author(), "detach " + m_measure);
    if (!plan) return fail(plan);
    if (context.isJson) context.print({{"detached", edits.size()}});
    else context.out() << "detached " << edits.size() << ' ' << m_measure << " from " << m_target << '\n';
    return {};
  }

  CLI::App* m_attach = nullptr;
  CLI::App* m_detach = nullptr;
  std::string m_district, m_measure, m_target, m_action = "新建", m_note, m_prices;
  double m_quantity = 1;
};

}  // namespace

std::shared_ptr<PlanByHand> addAttachAndDetach(CLI::App& app) { return std::make_shared<ByHand>(app); }

}  // namespace pianqu::app
