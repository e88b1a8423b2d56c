#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/units.hpp"
#include "geo/shape/shape.hpp"

/// The typed content of a project: what was imported, in the project CRS. Engines and sheets work on this; the store reads and writes it.
/// std::nullopt and empty text mean "not known"; nothing here is a guess. Codes of enumerations are the Chinese terms of the dictionaries
/// (`dict` table), since these are what files deliver and sheets print.
namespace pianqu::layers {

using Uid = std::string;  ///< stable 32-digit hexadecimal identifier; empty: none

struct AdminArea {
  Uid uid;
  std::string kind;        ///< 街道, 社区, ...
  std::string code, name;
  Uid parentUid;
  geo::MultiPolygon<geo::XY> shape;
};

struct Estate {
  Uid uid;
  std::string code, name, alias;
  std::optional<int> builtFrom, builtTo;
  std::string tenure;            ///< prevailing: 商品房, 房改房, 单位自管房, 直管公房, 集资房, ...
  std::string formerOwner;
  std::string propertyMode;      ///< 专业物业, 社区托管, 业主自治, 单位管理, 无
  std::string redlineStatus;     ///< 确权, 勘定, 推定
  std::string drainageSystem;    ///< 合流, 不完全分流, 分流
  std::string street, community; ///< as the source names them
  std::optional<int> households, buildings, stalls;   ///< as declared by the source; the derived ones are in the ledger
  std::optional<bool> hasPartyBranch, hasSecurity, hasSportSite;
  geo::MultiPolygon<geo::XY> shape;  ///< the red line (小区红线)
};

struct Building {
  Uid uid;
  std::string code, number, address;
  Uid estateUid;                 ///< empty: single or scattered building (独栋、零星楼)
  std::optional<int> floors, floorsBelow, entrances, households, built;
  std::optional<double> heightM, floorAreaM2, roofAreaM2, facadeAreaM2;
  std::string use;               ///< 住宅, 底商住, 商业, 公建, ...
  std::string structure;         ///< 砖木, 砖混, 底框, 框架, ...
  std::string tenure;
  std::string safety;            ///< A, B, C, D, 未鉴定
  std::optional<bool> isRoofLeaking, isFacadeLoose, isInsulated, isHeritage;
  geo::MultiPolygon<geo::XY> shape;
};

struct Entrance {                ///< stair unit (单元)
  Uid uid;
  std::string code, number;
  Uid buildingUid;
  std::optional<int> floors, perFloor;
  std::string groundUse;         ///< 住宅, 商铺, 架空, 车库
  std::string access;            ///< 平层, 错层, 外廊
  std::string liftStatus;        ///< empty, 已装, 意向, 公示, 在建, ...
  geo::XY door;
  geo::Line<geo::XY> facade;     ///< the stretch of outer wall that belongs to the stairwell, 2 points; empty when not known
};

struct Consent {                 ///< sums only; no person
  Uid uid;
  Uid entranceUid;
  std::string topic;             ///< 加装电梯
  std::optional<double> totalAreaM2, attendedAreaM2, agreedAreaM2;
  std::optional<int> totalOwners, attendedOwners, agreedOwners;
};

struct IllegalStructure {
  Uid uid;
  std::string code, kind, stage;  ///< stage: 排查, 认定, 告知, 拆除, 复绿
  std::optional<double> areaM2;
  geo::MultiPolygon<geo::XY> shape;
};

struct Road {
  Uid uid;
  std::string name;
  std::string roadClass;         ///< 快速路, 主干路, 次干路, 支路, 巷道, 铁路
  std::optional<double> widthM, clearWidthM;
  geo::MultiLine<geo::XY> line;  ///< centre line
};

struct Barrier {
  Uid uid;
  std::string kind;              ///< 围墙, 栏杆, 门, 高差, 绿篱
  std::optional<bool> isPassable, isRemovable;
  geo::MultiLine<geo::XY> line;
};

struct Water { Uid uid; std::string name, kind; geo::MultiPolygon<geo::XY> shape; };          ///< kind: 河流, 湖塘, 水渠
struct Green { Uid uid; std::string kind; std::optional<bool> isProtected; geo::MultiPolygon<geo::XY> shape; };
struct Tree { Uid uid; std::string species; std::optional<double> trunkCm; std::optional<bool> isProtected; geo::XY point; };
struct Stall { Uid uid; std::string kind; geo::MultiPolygon<geo::XY> shape; };                 ///< existing parking stall: 垂直, 平行, 斜列
struct Facility { Uid uid; std::string kind, name; std::optional<double> areaM2; geo::XY point; };
struct TerrainPoint { Uid uid; double z = 0; geo::XY point; };

struct PipeNode {
  Uid uid;
  std::string code;              ///< survey number (物探点号)
  std::string pipeClass;         ///< CJJ 61 code: JS PS RQ RL DL TX GY QT
  std::string subclass;          ///< YS WS HS for drainage, others by class
  std::string feature;           ///< 特征: 弯头, 三通, ... or empty
  std::string attachment;        ///< 附属物: 检查井, 雨水箅, 化粪池, 出水口, ... or empty; never both
  std::optional<double> groundZ, invertZ;
  geo::XY point;
};

struct Pipe {
  Uid uid;
  std::string code;
  std::string pipeClass, subclass;
  Uid fromUid, toUid;            ///< as surveyed; the direction of flow is decided by geo/network
  std::optional<double> fromInvert, toInvert, fromDepth, toDepth;
  std::optional<double> diameterMm, widthMm, heightMm;   ///< round: diameter; box: width and height
  std::string material;          ///< CJJ 61 code: T, PE, PVC, ZT, ...
  std::string laying;            ///< ZM, GG, ...
  std::optional<int> year;
  std::string owner, status;     ///< status: 在用, 废弃, 空管
  std::optional<int> flow;       ///< surveyed arrow: 1 from->to, -1 to->from, 0 none seen; nullopt not recorded
  geo::Line<geo::XY> line;
};

struct Riser {                   ///< building riser (立管)
  Uid uid;
  std::string code;
  Uid buildingUid, toNodeUid;    ///< toNodeUid empty: spills on the ground or not recorded
  std::string category;          ///< 雨水, 污水, 合流
  std::string source;            ///< 洗衣机, 空调, 厨房, 卫生间, 地漏, 雨水, 其他; several joined by "、"
  std::string material;
  std::optional<double> diameterMm, invertZ;
  std::optional<bool> isMixed, isSpilling;
  geo::XY point;
};

struct Outfall {
  Uid uid;
  std::string code;
  std::string kind;              ///< 市政雨水, 市政污水, 河道, 合流
  std::string receiving;
  Uid nodeUid;
  std::optional<double> limitZ;
  geo::XY point;
};

/// Everything imported. Positions in the vectors follow uid order, so the same project always gives the same City.
struct City {
  std::vector<AdminArea> adminAreas;
  std::vector<Estate> estates;
  std::vector<Building> buildings;
  std::vector<Entrance> entrances;
  std::vector<Consent> consents;
  std::vector<IllegalStructure> illegalStructures;
  std::vector<Road> roads;
  std::vector<Barrier> barriers;
  std::vector<Water> waters;
  std::vector<Green> greens;
  std::vector<Tree> trees;
  std::vector<Stall> stalls;
  std::vector<Facility> facilities;
  std::vector<TerrainPoint> terrain;
  std::vector<PipeNode> pipeNodes;
  std::vector<Pipe> pipes;
  std::vector<Riser> risers;
  std::vector<Outfall> outfalls;
};

}  // namespace pianqu::layers
