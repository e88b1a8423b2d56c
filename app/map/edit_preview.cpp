#include "app/map/edit_preview.hpp"

#include "app/map/scene_drawing.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::app {
namespace {

using geo::XY;
using Points = geo::XYGeometry::Points;
using Lines = geo::XYGeometry::Lines;
using Polygons = geo::XYGeometry::Polygons;

/// More buildings are not drawn while the mouse moves: building their geometry would hold it up.
constexpr std::size_t kMostHighlighted = 1500;

/// Units that an edit would move, and whether they leave their district for none.
struct Moving {
  std::vector<layers::Member> units;
  bool isLosing = false;
};

Moving movingIn(const Preview& preview) {
  if (!preview.pending || !*preview.pending) return {};
  const layers::Edit& edit = **preview.pending;
  if (const auto* assign = std::get_if<layers::AssignMembers>(&edit)) return {assign->members, assign->districtUid.empty()};
  if (const auto* add = std::get_if<layers::AddDistrict>(&edit)) return {add->district.members, false};
  return {};
}

void addGround(const EditScene& scene, const layers::Member& unit, std::size_t pen, Drawing& drawing) {
  const layers::PlanIndex& index = scene.ground->index;
  const layers::City& city = index.city();
  if (unit.kind == layers::TargetKind::Building) {
    if (const auto at = index.building(unit.targetUid)) drawing.features.push_back({{Polygons{city.buildings[*at].shape}}, pen});
    return;
  }
  const auto estate = index.estate(unit.targetUid);
  if (!estate) return;
  const auto buildings = index.buildingsOf(*estate);
  if (buildings.empty()) drawing.features.push_back({{Polygons{city.estates[*estate].shape}}, pen});
  for (const std::size_t b : buildings) drawing.features.push_back({{Polygons{city.buildings[b].shape}}, pen});
}

}  // namespace

Pen penOf(const layers::Theme& theme, const char* key, double pixelsPerMm) {
  const layers::Symbol* symbol = theme.find(key);
  return symbol ? penOf(*symbol, pixelsPerMm) : Pen{};
}

std::shared_ptr<const MapGeometry> geometryOf(Drawing drawing, const geo::Crs& crs) {
  if (drawing.features.empty()) return nullptr;
  auto geometry = buildGeometry(std::move(drawing), crs);
  return geometry ? std::make_shared<const MapGeometry>(std::move(*geometry)) : nullptr;
}

EditPreview::EditPreview(const layers::Theme& theme, double pixelsPerMm) : m_pens(PenCount) {
  const char* keys[] = {"screen.sketch.line", "screen.sketch.area", "screen.brush", "screen.gain", "screen.lose", "screen.after", "screen.corner", "screen.corner.hot"};
  for (std::size_t i = 0; i < PenCount; ++i) m_pens[i] = penOf(theme, keys[i], pixelsPerMm);
  for (const PenKind point : {Corner, Hot}) m_pens[point].groundRadiusM = 0;   // handles keep their size
}

void EditPreview::clear() {
  m_shown.clear();
  m_members.setGeometry(nullptr);
  m_strokes.setGeometry(nullptr);
}

void EditPreview::show(const Preview& preview, const EditScene& scene, const geo::Crs& crs) {
  Drawing drawing{m_pens, {}};
  if (!preview.area.empty()) drawing.features.push_back({{Polygons{preview.area}}, Area});
  if (preview.pathWidthM > 0 && !preview.path.empty()) {
    Pen& brush = drawing.pens[Brush];
    brush.groundWidthM = static_cast<float>(preview.pathWidthM);
    brush.widthPx = 1;
    brush.radiusPx = 4096;   // a disc takes the smaller of both: the brush on the ground
    brush.groundRadiusM = static_cast<float>(preview.pathWidthM / 2);
    drawing.features.push_back({{Lines{preview.path}}, Brush});
    drawing.features.push_back({{Points{{preview.path.back().back()}}}, Brush});
  } else if (!preview.path.empty()) {
    drawing.features.push_back({{Lines{preview.path}}, Line});
  }
  if (preview.pending && *preview.pending)
    if (const auto* redraw = std::get_if<layers::RedrawDistricts>(&**preview.pending))
      for (const auto& district : redraw->districts) {
        geo::MultiLine<XY> rings;
        for (const auto& part : district.shape) {
          rings.push_back(part.outer);
          rings.insert(rings.end(), part.holes.begin(), part.holes.end());
        }
        drawing.features.push_back({{Lines{std::move(rings)}}, After});
      }
  if (!preview.corners.empty()) drawing.features.push_back({{Points{preview.corners}}, Corner});
  if (preview.hovered) drawing.features.push_back({{Points{{*preview.hovered}}}, Hot});
  m_strokes.setGeometry(geometryOf(std::move(drawing), crs));
  showMembers(preview, scene, crs);
}

void EditPreview::showMembers(const Preview& preview, const EditScene& scene, const geo::Crs& crs) {
  Moving moving = movingIn(preview);
  if (moving.units == m_shown && moving.isLosing == m_isLosing) return;
  m_shown = std::move(moving.units);
  m_isLosing = moving.isLosing;
  Drawing drawing{m_pens, {}};
  for (const auto& unit : m_shown) {
    if (drawing.features.size() >= kMostHighlighted) break;
    addGround(scene, unit, m_isLosing ? Lose : Gain, drawing);
  }
  m_members.setGeometry(geometryOf(std::move(drawing), crs));
}

}  // namespace pianqu::app
