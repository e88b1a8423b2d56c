#include "layers/sample/delivery.hpp"

namespace pianqu::layers {
namespace {

template <class T, class Keep, class Shape>
FeatureTable drawn(std::string name, GeometryKind kind, const std::vector<T>& items, Keep keep, Shape shape) {
  FeatureTable table;
  table.name = std::move(name);
  table.geometry = kind;
  for (const auto& item : items) if (keep(item)) table.geometries.push_back(shape(item));
  return table;
}

}  // namespace

std::vector<FeatureTable> baseDrawing(const City& city) {
  auto all = [](const auto&) { return true; };
  auto isKind = [](std::string kind) { return [kind](const Barrier& b) { return b.kind == kind; }; };
  auto barrierLine = [](const Barrier& b) { return lines(b.line); };
  auto area = [](const auto& item) { return polygons(item.shape); };
  auto spot = [](const auto& item) { return onePoint(item.point); };
  std::vector<FeatureTable> layers;
  layers.push_back(drawn("围墙", GeometryKind::Line, city.barriers, isKind("围墙"), barrierLine));
  layers.push_back(drawn("栏杆", GeometryKind::Line, city.barriers, isKind("栏杆"), barrierLine));
  layers.push_back(drawn("大门", GeometryKind::Line, city.barriers, isKind("门"), barrierLine));
  layers.push_back(drawn("绿地", GeometryKind::Polygon, city.greens, all, area));
  layers.push_back(drawn("乔木", GeometryKind::Point, city.trees, [](const Tree& t) { return !t.isProtected.value_or(false); }, spot));
  layers.push_back(drawn("古树", GeometryKind::Point, city.trees, [](const Tree& t) { return t.isProtected.value_or(false); }, spot));
  layers.push_back(drawn("停车位", GeometryKind::Polygon, city.stalls, all, area));
  layers.push_back(drawn("违法建设", GeometryKind::Polygon, city.illegalStructures, all, area));
  FeatureTable terrain = drawn("高程点", GeometryKind::Point, city.terrain, all, spot);
  terrain.fields = {{"z", FieldType::Real}, {"label", FieldType::Real}};
  terrain.columns.resize(2);
  for (const auto& point : city.terrain) for (auto& column : terrain.columns) column.push_back(point.z);
  layers.push_back(std::move(terrain));
  return layers;
}

}  // namespace pianqu::layers
