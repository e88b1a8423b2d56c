#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include "app/edit/paint_tool.hpp"
#include "app/map/layer_builder.hpp"
#include "app/map/layer_change.hpp"
#include "app/map/map_geometry.hpp"
#include "app/map/scene_drawing.hpp"
#include "app/model/snapshot.hpp"
#include "geo/measure/measure.hpp"
#include "layers/plan/edit_gestures.hpp"
#include "layers/plan/edit_units.hpp"
#include "layers/plan/merge.hpp"
#include "layers/sample/sample_city.hpp"
#include "layers/style/style.hpp"

/// What a stroke of the brush costs, step by step, in a generated city: argument 0, 1, 2 for S, M, L. 200 buildings and more lie under it.
namespace pianqu::app {
namespace {

constexpr std::size_t kPainted = 200;

struct Town {
  SnapshotPtr snapshot;
  EditScene scene;
  layers::Theme theme;
  layers::Uid district;
  geo::Line<geo::XY> stroke;
  double radiusM = 60;
};

/// A stroke from the middle of the largest district outwards until enough buildings are under it.
geo::Line<geo::XY> strokeOver(const EditScene& scene, geo::XY from, double radiusM) {
  geo::Line<geo::XY> path{from};
  std::set<layers::Member> units;
  std::size_t buildings = 0;
  for (int step = 0; buildings < kPainted && step < 400; ++step) {
    const double angle = step * 0.25, reach = 20.0 * step;
    path.push_back({from.x + reach * std::cos(angle), from.y + reach * std::sin(angle)});
    const auto area = layers::brushArea({path[path.size() - 2], path.back()}, radiusM);
    const auto picked = area ? layers::pickUnits(scene.ground->index, *area, layers::PickRule::Touch) : geo::Result<std::vector<layers::Member>>{};
    if (!picked) continue;
    for (const auto& unit : *picked)
      if (units.insert(unit).second) buildings += unit.kind == layers::TargetKind::Estate ? scene.ground->index.positions().buildingsOf(unit.targetUid).size() : 1;
  }
  return path;
}

const Town& town(int size) {
  static std::map<int, Town> towns;
  if (const auto found = towns.find(size); found != towns.end()) return found->second;
  Town& made = towns[size];
  const auto sizes = {layers::SampleSize::S, layers::SampleSize::M, layers::SampleSize::L};
  auto sample = layers::generateCity(*(sizes.begin() + size), 1);
  Snapshot start;
  start.crs = geo::Crs::localCity(114, 500000);
  start.content = std::make_shared<const CityContent>(std::move(sample->city));
  start.plan = std::make_shared<const layers::Plan>();
  const layers::City& city = start.content->city;
  const auto rules = layers::MergeRules::read(PIANQU_SOURCE_DIR "/data");
  auto proposal = layers::proposeDistricts(city, {}, {}, *rules);
  auto plan = layers::apply(city, *start.content->index, {}, std::vector<layers::Edit>{proposal->edit});
  made.snapshot = withPlan(start, std::move(*plan));
  made.scene.ground = *EditGround::make(city, PIANQU_SOURCE_DIR "/data");
  made.scene.plan = made.snapshot->plan;
  made.scene.boundaries = std::make_shared<const geo::SnapIndex>(boundarySnaps(*made.scene.plan));
  made.theme = *layers::Style::read(PIANQU_SOURCE_DIR "/data")->theme("screen");
  const auto& districts = made.scene.plan->districts;
  const auto largest = std::max_element(districts.begin(), districts.end(), [](const auto& a, const auto& b) { return a.members.size() < b.members.size(); });
  made.district = largest->uid;
  made.stroke = strokeOver(made.scene, geo::centroidOf(largest->shape), made.radiusM);
  return made;
}

layers::Edit paintedEdit(const Town& t) {
  PaintTool tool(t.scene, {.districtUid = t.district, .radiusM = t.radiusM});
  PointerEvent event;
  event.at = t.stroke.front();
  tool.press(event);
  for (const auto at : t.stroke) {
    event.at = at;
    tool.move(event);
  }
  tool.release(event);
  return **tool.takeOutcome()->edit;
}

/// One movement of the mouse in the middle of the stroke: what is under the brush, and the ledger before it is accepted.
void movement(benchmark::State& state) {
  const Town& t = town(static_cast<int>(state.range(0)));
  PaintTool tool(t.scene, {.districtUid = t.district, .radiusM = t.radiusM});
  PointerEvent event;
  event.at = t.stroke.front();
  tool.press(event);
  std::size_t next = 0;
  for (auto _ : state) {
    event.at = t.stroke[next++ % t.stroke.size()];
    tool.move(event);
    if (tool.preview().pending && *tool.preview().pending) benchmark::DoNotOptimize(t.scene.ground->ledger.changes(*t.scene.plan, **tool.preview().pending));
  }
}
BENCHMARK(movement)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

/// A corner of the largest district that is dragged a few metres to and fro: both boundaries, the members that follow, and the ledger.
void corner(benchmark::State& state) {
  const Town& t = town(static_cast<int>(state.range(0)));
  const geo::XY at = t.scene.plan->findDistrict(t.district)->shape.front().outer.front();
  int turn = 0;
  for (auto _ : state) {
    const geo::XY to{at.x + 1 + turn++ % 5, at.y + 2};
    const auto edit = layers::moveVertex(t.scene.ground->index, *t.scene.plan, at, to, 0.01, layers::FollowRule::Majority);
    if (edit) benchmark::DoNotOptimize(t.scene.ground->ledger.changes(*t.scene.plan, *edit));
    else state.SkipWithError(edit.error().text.c_str());
  }
}
BENCHMARK(corner)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

/// The plan after the stroke, boundaries and all.
void acceptance(benchmark::State& state) {
  const Town& t = town(static_cast<int>(state.range(0)));
  const layers::Edit edit = paintedEdit(t);
  for (auto _ : state) benchmark::DoNotOptimize(layers::apply(t.snapshot->content->city, *t.snapshot->content->index, *t.scene.plan, std::vector<layers::Edit>{edit}));
  state.counters["units"] = static_cast<double>(std::get<layers::AssignMembers>(edit).members.size());
}
BENCHMARK(acceptance)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

/// The ledger of every district that the panels show.
void ledger(benchmark::State& state) {
  const Town& t = town(static_cast<int>(state.range(0)));
  auto plan = layers::apply(t.snapshot->content->city, *t.snapshot->content->index, *t.scene.plan, std::vector<layers::Edit>{paintedEdit(t)});
  for (auto _ : state) benchmark::DoNotOptimize(withPlan(*t.snapshot, *plan));
}
BENCHMARK(ledger)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

/// The layers of the plan as the map draws them.
void picture(benchmark::State& state) {
  const Town& t = town(static_cast<int>(state.range(0)));
  LayerJob job{t.snapshot, t.theme, 96 / 25.4, std::make_shared<std::atomic<bool>>(false)};
  for (auto _ : state) buildPlanLayers(job, [](const auto&) {});
}
BENCHMARK(picture)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

std::vector<TiledLayerPtr> planLayersOf(const Town& t, const SnapshotPtr& snapshot) {
  std::vector<TiledLayerPtr> made;
  const LayerJob job{snapshot, t.theme, 96 / 25.4, std::make_shared<std::atomic<bool>>(false), {}};
  buildPlanLayers(job, [&made](const std::shared_ptr<BuiltLayer>& layer) { made.push_back(layer->tiles); });
  return made;
}

/// The squares of the map that are drawn differently after the stroke, made anew: all of them, in view or not.
std::size_t makeChanged(const TiledLayer& before, const TiledLayer& after) {
  std::size_t made = 0;
  const LayerChange change(before, after);
  std::vector<std::vector<bool>> isKept;
  for (const auto& group : after.groups()) isKept.emplace_back(group.tree.leaves().size());
  for (std::size_t g = 0; g < before.groups().size(); ++g)
    for (std::size_t leaf = 0; change.groupOf(g) && leaf < before.groups()[g].tree.leaves().size(); ++leaf)
      if (const auto kept = change.leafOf(g, leaf)) isKept[*change.groupOf(g)][*kept] = true;
  for (std::size_t g = 0; g < after.groups().size(); ++g)
    for (std::size_t leaf = 0; leaf < isKept[g].size(); ++leaf)
      if (!isKept[g][leaf] && after.makeTile(after.groups()[g], after.groups()[g].tree.leaves()[leaf])) ++made;
  return made;
}

/// The picture after a stroke: layers of the plan, and those of their squares that changed.
void pictureAfterPainting(benchmark::State& state) {
  const Town& t = town(static_cast<int>(state.range(0)));
  auto plan = layers::apply(t.snapshot->content->city, *t.snapshot->content->index, *t.scene.plan, std::vector<layers::Edit>{paintedEdit(t)});
  const SnapshotPtr painted = withPlan(*t.snapshot, std::move(*plan));
  const auto before = planLayersOf(t, t.snapshot);
  std::size_t made = 0;
  for (auto _ : state) {
    made = 0;
    for (const auto& after : planLayersOf(t, painted))
      for (const auto& each : before)
        if (each->source().layer().key == after->source().layer().key) made += makeChanged(*each, *after);
  }
  state.counters["squares"] = static_cast<double>(made);
}
BENCHMARK(pictureAfterPainting)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pianqu::app

BENCHMARK_MAIN();
