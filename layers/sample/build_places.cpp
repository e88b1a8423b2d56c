#include <array>

#include "layers/sample/names.hpp"
#include "layers/sample/workshop.hpp"

namespace pianqu::layers {
namespace {

std::string roadClassOf(CutKind kind) {
  switch (kind) {
    case CutKind::Arterial: return "主干路";
    case CutKind::Secondary: return "次干路";
    case CutKind::Riverside:
    case CutKind::Branch: return "支路";
    case CutKind::Railway: return "铁路";
    case CutKind::Edge:
    case CutKind::River:
    case CutKind::Lane: break;
  }
  return "巷道";
}

void buildAreas(Workshop& shop) {
  UidMaker uids(0, shop.seed);
  PlaceNames names(shop.seed);
  const std::string city = "421199";  // no such county
  for (std::size_t i = 0; i < shop.town.streets.size(); ++i) {
    AdminArea area{uids.next(), "街道", city + numbered("", i + 1, 3), names.street(static_cast<int>(i))};
    area.shape.push_back({outlineOf(shop.town, shop.town.streets[i]), {}});
    shop.streetUids.push_back(area.uid);
    shop.streetNames.push_back(area.name);
    shop.city().adminAreas.push_back(std::move(area));
  }
  std::vector<std::size_t> count(shop.town.streets.size(), 0);
  for (std::size_t i = 0; i < shop.town.communities.size(); ++i) {
    const auto street = static_cast<std::size_t>(shop.town.streetOfCommunity[i]);
    AdminArea area{uids.next(), "社区", city + numbered("", street + 1, 3) + numbered("", ++count[street], 3), names.community(), shop.streetUids[street]};
    area.shape.push_back({outlineOf(shop.town, shop.town.communities[i]), {}});
    shop.communityNames.push_back(area.name);
    shop.communityCodes.push_back(area.code);
    shop.city().adminAreas.push_back(std::move(area));
  }
}

void buildRoads(Workshop& shop) {
  UidMaker uids(6, shop.seed);
  geo::Random random = shop.random(0);
  for (const auto& cut : shop.town.cuts) {
    if (!isRoad(cut.kind) && cut.kind != CutKind::Railway) continue;
    Road road{uids.next(), cut.name, roadClassOf(cut.kind)};
    road.widthM = cut.widthM;
    if (cut.kind == CutKind::Lane || cut.kind == CutKind::Branch) road.clearWidthM = cut.widthM - (random.chance(0.6) ? 0.5 * random.integer(0, 3) : 0.0);
    geo::Line<geo::XY> line;
    for (const auto& flat : stretch(cut, cut.roadFrom - 1e-3, cut.roadTo + 1e-3)) line.push_back(shop.town.warp(flat));
    if (line.size() < 2) continue;
    road.line.push_back(std::move(line));
    shop.city().roads.push_back(std::move(road));
  }
}

void buildWater(Workshop& shop) {
  UidMaker waters(8, shop.seed), greens(9, shop.seed);
  shop.city().waters.push_back({waters.next(), shop.town.cuts[shop.town.river].name, "河流", {{shop.town.riverRing, {}}}});
  for (const auto& ring : shop.town.riverBelts) shop.city().greens.push_back({greens.next(), "防护绿地", true, {{ring, {}}}});
  for (const auto& parcel : shop.town.parcels)
    if (parcel.use == ParcelUse::Park) shop.city().greens.push_back({greens.next(), "公园绿地", true, {{parcel.ring, {}}}});
}

}  // namespace

void buildPlaces(Workshop& shop) {
  buildAreas(shop);
  buildRoads(shop);
  buildWater(shop);
}

}  // namespace pianqu::layers
