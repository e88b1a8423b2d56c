#include "tests/app/edit/drawn_world.hpp"

#include <cctype>
#include <map>
#include <sstream>

#include "app/edit/tool_making.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::test {
namespace {

using geo::XY;
constexpr double kCellM = 100, kX = 500000, kY = 3400000;

geo::Polygon<XY> square(double x, double y, double side) { return {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}; }

layers::Uid uidOfCell(std::size_t column, std::size_t row) { return "b" + std::to_string(row) + "-" + std::to_string(column); }

}  // namespace

DrawnWorld::DrawnWorld(const std::string& drawing, bool withRoad) {
  std::istringstream lines(drawing);
  for (std::string row; std::getline(lines, row);)
    if (!row.empty()) m_rows.push_back(row);
  std::map<char, layers::District> districts;
  std::map<char, std::vector<geo::Polygon<XY>>> cells;
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    for (std::size_t column = 0; column < m_rows[row].size(); ++column) {
      const char letter = m_rows[row][column];
      if (letter == '#') continue;
      const XY corner = at(static_cast<double>(column), static_cast<double>(row) + 1);
      layers::Building building;
      building.uid = uidOfCell(column, row);
      building.code = building.uid.str();
      building.households = 20;
      building.built = 1985;
      building.shape = {square(corner.x + 30, corner.y + 30, 40)};
      city.buildings.push_back(building);
      if (letter == '.') continue;
      cells[letter].push_back(square(corner.x, corner.y, kCellM));
      districts[letter].members.push_back({layers::TargetKind::Building, building.uid, "并入", "手工"});
    }
  }
  if (withRoad) city.roads.push_back({.uid = "road", .line = {{at(-1, 1), at(static_cast<double>(m_rows[0].size()) + 1, 1)}}});
  layers::Plan plan;
  for (auto& [letter, district] : districts) {
    district.uid = std::string("d") + letter;
    district.code = district.name = std::string(1, letter);
    district.isPinned = std::islower(static_cast<unsigned char>(letter)) != 0;
    district.shape = *geo::coverageUnionOf(cells[letter]);
    plan.districts.push_back(std::move(district));
  }
  sortPlan(plan);
  scene.ground = std::make_shared<const app::EditGround>(city, geo::MultiLine<XY>{});
  setPlan(std::move(plan));
}

void DrawnWorld::setPlan(layers::Plan plan) {
  scene.plan = std::make_shared<const layers::Plan>(std::move(plan));
  scene.boundaries = std::make_shared<const geo::SnapIndex>(app::boundarySnaps(*scene.plan));
  if (tool) tool->setScene(scene);
}

XY DrawnWorld::at(double column, double row) const { return {kX + kCellM * column, kY - kCellM * row}; }

app::PointerEvent DrawnWorld::pointer(double column, double row) const {
  app::PointerEvent event;
  event.at = at(column, row);
  event.pixelM = 1;
  if (tool && tool->canSnap()) event.snap = scene.snap(event.at, 5);
  if (event.snap) event.at = event.snap->point;
  return event;
}

std::string DrawnWorld::draw() const {
  std::string text;
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    text += '\n';
    for (std::size_t column = 0; column < m_rows[row].size(); ++column) {
      char letter = m_rows[row][column] == '#' ? '#' : '.';
      for (const auto& district : scene.plan->districts)
        for (const auto& member : district.members)
          if (member.targetUid == uidOfCell(column, row)) letter = district.code.size() == 1 ? district.code[0] : 'N';
      text += letter;
    }
  }
  return text;
}

const layers::District& DrawnWorld::district(char letter) const { return *scene.plan->findDistrict(std::string(1, letter)); }
layers::Uid DrawnWorld::uidOf(char letter) const { return letter == ' ' ? layers::Uid{} : district(letter).uid; }

void DrawnWorld::take(app::ToolKind kind, char letter, app::ToolOptions options) {
  options.districtUid = uidOf(letter);
  tool = app::makeTool(kind, scene, options);
}

void DrawnWorld::click(double column, double row) {
  const auto event = pointer(column, row);
  tool->move(event);
  tool->press(event);
  tool->release(pointer(column, row));
}

void DrawnWorld::move(double column, double row) { tool->move(pointer(column, row)); }

void DrawnWorld::drag(double fromColumn, double fromRow, double toColumn, double toRow) {
  std::vector<XY> places;
  for (int i = 0; i <= 10; ++i) places.push_back({fromColumn + (toColumn - fromColumn) * i / 10, fromRow + (toRow - fromRow) * i / 10});
  dragAlong(places);
}

void DrawnWorld::dragAlong(const std::vector<XY>& places) {
  tool->move(pointer(places.front().x, places.front().y));
  tool->press(pointer(places.front().x, places.front().y));
  for (const XY place : places) tool->move(pointer(place.x, place.y));
  tool->release(pointer(places.back().x, places.back().y));
}

std::string DrawnWorld::accept() {
  auto outcome = tool->takeOutcome();
  if (!outcome || !outcome->edit) return "nothing";
  if (!*outcome->edit) return outcome->edit->error().text;
  auto after = layers::apply(city, scene.ground->index.positions(), *scene.plan, **outcome->edit);
  if (!after) return after.error().text;
  setPlan(std::move(*after));
  return "";
}

bool DrawnWorld::isExact() const {
  std::vector<geo::MultiPolygon<XY>> shapes;
  for (const auto& district : scene.plan->districts) shapes.push_back(district.shape);
  return geo::isCoverageValid(shapes);
}

}  // namespace pianqu::test
