#pragma once

#include <vector>

#include "geo/base/units.hpp"
#include "geo/shape/shape.hpp"
#include "layers/feature/maybe.hpp"
#include "layers/feature/text.hpp"
#include "layers/feature/uid.hpp"

/// The typed content of a project: what was imported, in the project CRS. Engines and sheets work on this; the store reads and writes it.
/// An unknown number and an empty text mean "not known"; nothing here is a guess. Codes of enumerations are the Chinese terms of the dictionaries
/// (`dict` table), since these are what files deliver and sheets print.
namespace pianqu::layers {

struct AdminArea {
  Uid uid;
  Text kind;               ///< 街道, 社区, ...
  Text code, name;
  Uid parentUid;
  geo::MultiPolygon<geo::XY> shape;
};

struct Estate {
  Uid uid;
  Text code, name, alias;
  Maybe<int> builtFrom, builtTo;
  Text tenure;                   ///< prevailing: 商品房, 房改房, 单位自管房, 直管公房, 集资房, ...
  Text formerOwner;
  Text propertyMode;             ///< 专业物业, 社区托管, 业主自治, 单位管理, 无
  Text redlineStatus;            ///< 确权, 勘定, 推定
  Text drainageSystem;           ///< 合流, 不完全分流, 分流
  Text street, community; ///< as the source names them
  Maybe<int> households, buildings, stalls;   ///< as declared by the source; the derived ones are in the ledger
  Maybe<bool> hasPartyBranch, hasSecurity, hasSportSite;
  geo::MultiPolygon<geo::XY> shape;  ///< the red line (小区红线)
};

struct Building {
  Uid uid;
  Text code, number, address;
  Uid estateUid;                 ///< empty: single or scattered building (独栋、零星楼)
  Maybe<int> floors, floorsBelow, entrances, households, built;
  Maybe<bool> isRoofLeaking, isFacadeLoose, isInsulated, isHeritage;
  Maybe<double> heightM, floorAreaM2, roofAreaM2, facadeAreaM2;
  Text use;                      ///< 住宅, 底商住, 商业, 公建, ...
  Text structure;                ///< 砖木, 砖混, 底框, 框架, ...
  Text tenure;
  Text safety;                   ///< A, B, C, D, 未鉴定
  geo::MultiPolygon<geo::XY> shape;
};

struct Entrance {                ///< stair unit (单元)
  Uid uid;
  Text code, number;
  Uid buildingUid;
  Maybe<int> floors, perFloor;
  Text groundUse;                ///< 住宅, 商铺, 架空, 车库
  Text access;                   ///< 平层, 错层, 外廊
  Text liftStatus;               ///< empty, 已装, 意向, 公示, 在建, ...
  geo::XY door;
  geo::Line<geo::XY> facade;     ///< the stretch of outer wall that belongs to the stairwell, 2 points; empty when not known
};

struct Consent {                 ///< sums only; no person
  Uid uid;
  Uid entranceUid;
  Text topic;                    ///< 加装电梯
  Maybe<double> totalAreaM2, attendedAreaM2, agreedAreaM2;
  Maybe<int> totalOwners, attendedOwners, agreedOwners;
};

struct IllegalStructure {
  Uid uid;
  Text code, kind, stage;         ///< stage: 排查, 认定, 告知, 拆除, 复绿
  Maybe<double> areaM2;
  geo::MultiPolygon<geo::XY> shape;
};

struct Road {
  Uid uid;
  Text name;
  Text roadClass;                ///< 快速路, 主干路, 次干路, 支路, 巷道, 铁路
  Maybe<double> widthM, clearWidthM;
  geo::MultiLine<geo::XY> line;  ///< centre line
};

struct Barrier {
  Uid uid;
  Text kind;                     ///< 围墙, 栏杆, 门, 高差, 绿篱
  Maybe<bool> isPassable, isRemovable;
  geo::MultiLine<geo::XY> line;
};

struct Water { Uid uid; Text name, kind; geo::MultiPolygon<geo::XY> shape; };          ///< kind: 河流, 湖塘, 水渠
struct Green { Uid uid; Text kind; Maybe<bool> isProtected; geo::MultiPolygon<geo::XY> shape; };
struct Tree { Uid uid; Text species; Maybe<double> trunkCm; Maybe<bool> isProtected; geo::XY point; };
struct Stall { Uid uid; Text kind; geo::MultiPolygon<geo::XY> shape; };                 ///< existing parking stall: 垂直, 平行, 斜列
struct Facility { Uid uid; Text kind, name; Maybe<double> areaM2; geo::XY point; };
struct TerrainPoint { Uid uid; double z = 0; geo::XY point; };

struct PipeNode {
  Uid uid;
  Text code;                     ///< survey number (物探点号)
  Text pipeClass;                ///< CJJ 61 code: JS PS RQ RL DL TX GY QT
  Text subclass;                 ///< YS WS HS for drainage, others by class
  Text feature;                  ///< 特征: 弯头, 三通, ... or empty
  Text attachment;               ///< 附属物: 检查井, 雨水箅, 化粪池, 出水口, ... or empty; never both
  Maybe<double> groundZ, invertZ;
  geo::XY point;
};

struct Pipe {
  Uid uid;
  Text code;
  Text pipeClass, subclass;
  Uid fromUid, toUid;            ///< as surveyed; the direction of flow is decided by geo/network
  Maybe<double> fromInvert, toInvert, fromDepth, toDepth;
  Maybe<double> diameterMm, widthMm, heightMm;   ///< round: diameter; box: width and height
  Text material;                 ///< CJJ 61 code: T, PE, PVC, ZT, ...
  Text laying;                   ///< ZM, GG, ...
  Maybe<int> year;
  Text owner, status;            ///< status: 在用, 废弃, 空管
  Maybe<int> flow;       ///< surveyed arrow: 1 from->to, -1 to->from, 0 none seen; nullopt not recorded
  geo::Line<geo::XY> line;
};

struct Riser {                   ///< building riser (立管)
  Uid uid;
  Text code;
  Uid buildingUid, toNodeUid;    ///< toNodeUid empty: spills on the ground or not recorded
  Text category;                 ///< 雨水, 污水, 合流
  Text source;                   ///< 洗衣机, 空调, 厨房, 卫生间, 地漏, 雨水, 其他; several joined by "、"
  Text material;
  Maybe<double> diameterMm, invertZ;
  Maybe<bool> isMixed, isSpilling;
  geo::XY point;
};

struct Outfall {
  Uid uid;
  Text code;
  Text kind;                     ///< 市政雨水, 市政污水, 河道, 合流
  Text receiving;
  Uid nodeUid;
  Maybe<double> limitZ;
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
