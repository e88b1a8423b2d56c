#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/units.hpp"
#include "geo/shape/shape.hpp"
#include "layers/feature/city.hpp"

/// The document: districts, what belongs to them, and what is to be done there. A value; edits are functions on it (edit.hpp).
namespace pianqu::layers {

enum class TargetKind { Estate, Building, Entrance, Pipe, PipeNode, Riser, Road, Green, IllegalStructure, District, None };
std::string tableOf(TargetKind kind);                       ///< "estate", "building", ...
std::optional<TargetKind> targetKindOf(std::string_view table);

struct Member {
  TargetKind kind = TargetKind::Building;   ///< Estate or Building; the buildings of an estate are members through it
  Uid targetUid;
  std::string role = "并入";                 ///< 主体: the estate or building the district grew from; 并入; 借用
  std::string reason;                       ///< why it is here: phase of the merge, or "手工"
  auto operator<=>(const Member&) const = default;
};

struct District {
  Uid uid;
  std::string code;                         ///< "PQ01": unique in the plan, printed on sheets
  std::string name;                         ///< "梅园片区"
  bool isPinned = false;                    ///< merge leaves it as it is
  std::string note;
  std::vector<Member> members;              ///< sorted by kind, uid
  geo::MultiPolygon<geo::XY> shape;         ///< the boundary; all districts of a plan form an exact coverage
  bool operator==(const District&) const = default;
};

/// A unit that merging could not place, or that a person took out.
struct Leftover {
  TargetKind kind = TargetKind::Building;
  Uid targetUid;
  std::string reasonCode;                   ///< "component-below-minimum", "unit-too-big", "no-room", "by-hand"
  std::string reason;                       ///< a sentence with the numbers
  auto operator<=>(const Leftover&) const = default;
};

struct Measure {
  Uid uid;
  Uid districtUid;
  std::string catalogueCode;                ///< row of data/catalogue/measures.csv
  TargetKind targetKind = TargetKind::None;
  Uid targetUid;
  std::string action;                       ///< 保留, 改建, 新建, 废弃, 拆除, 迁改, 修缮
  geo::XYGeometry geometry;
  double quantity = 0, quantityInside = 0, quantityOutside = 0;  ///< in `unit`; inside + outside = quantity (red line)
  std::string unit;
  std::optional<geo::Fen> unitPrice;        ///< nullopt: to be priced
  std::optional<geo::Fen> cost;             ///< quantity x unit price, or nullopt
  std::string status = "谋划";
  std::string origin;                       ///< rule that made it ("rule:roof-leak", "drainage", "lift", "parking") or "手工"
  std::string note;
  bool operator==(const Measure&) const = default;
};

/// Verdict on one stair unit. `verdict`: 可行, 有条件, 不可行, 资料不足.
struct LiftStudy {
  Uid uid;
  Uid districtUid, entranceUid;
  std::string verdict;
  std::vector<std::string> reasons;
  std::string consent;                      ///< 满足, 不满足, 待定
  geo::MultiPolygon<geo::XY> shaft;         ///< empty when there is no place
  std::map<int, geo::Fen> shareByFloor;     ///< resident part of the cost, a household on that floor
  bool operator==(const LiftStudy&) const = default;
};

/// A laid-out lot. `profile`: strict-50067 or roadside-50180; both are studied, the plan's measures follow the one that is chosen.
struct ParkingStudy {
  Uid uid;
  Uid districtUid;
  std::string profile;
  geo::XY entrance;
  geo::MultiPolygon<geo::XY> freeSpace, aisles;
  std::vector<geo::Polygon<geo::XY>> stalls;
  bool isVerified = false;
  bool operator==(const ParkingStudy&) const = default;
};

struct Plan {
  std::string label = "方案A";
  std::map<std::string, std::string> parameters;   ///< of the merge that made it, as printed
  std::vector<District> districts;                 ///< by code
  std::vector<Leftover> leftovers;                 ///< by kind, uid
  std::vector<Measure> measures;                   ///< by district, catalogue code, uid
  std::vector<LiftStudy> liftStudies;
  std::vector<ParkingStudy> parkingStudies;

  const District* findDistrict(const std::string& codeOrUid) const;
  /// The district of a building, through its estate or by itself; nullptr when unassigned. O(members).
  const District* districtOf(const City& city, const Building& building) const;
  bool operator==(const Plan&) const = default;
};

/// Puts every list into the order stated above, so that the same plan always prints and stores the same.
void sortPlan(Plan& plan);

/// A lasting identifier from content alone: 32 hexadecimal digits; the same content gives the same one.
Uid planUidOf(const std::vector<std::string>& content);

}  // namespace pianqu::layers
