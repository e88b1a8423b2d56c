#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "layers/sample/network.hpp"

namespace pianqu::layers {
namespace {

struct Looks { std::string material, laying, owner; };

Looks looksOf(const Network& net, double diameterMm, int year, geo::Random& random) {
  if (net.isGravity) return {diameterMm >= 400 && random.chance(0.7) ? "T" : year > 2004 ? "PE" : random.chance(0.8) ? "T" : "PVC", "ZM", "云梅市排水管理处"};
  if (net.pipeClass == "JS") return {diameterMm >= 150 ? (year > 2002 ? "QM" : "ZT") : year > 2002 ? "PE" : "G", "ZM", "云梅市自来水公司"};
  if (net.pipeClass == "RQ") return {diameterMm >= 250 ? "G" : "PE", "ZM", "云梅市燃气公司"};
  if (net.pipeClass == "DL") return {"TZ", random.chance(0.6) ? "GG" : "ZM", "云梅市供电公司"};
  if (net.pipeClass == "TX") return {"GX", random.chance(0.7) ? "GM" : "GK", random.chance(0.5) ? "电信云梅分公司" : "移动云梅分公司"};
  if (net.pipeClass == "QT") return {"", "ZM", ""};
  return {"G", net.pipeClass == "RL" ? "GG" : "ZM", net.pipeClass == "RL" ? "云梅市热力公司" : "云梅市工业园"};
}

class Surveyor {
 public:
  Surveyor(Workshop& shop, std::vector<Network>& nets, double spacingM)
      : m_shop(shop), m_nets(nets), m_spacingM(spacingM), m_nodeUids(14, shop.seed), m_pipeUids(15, shop.seed), m_random(shop.random(9)) {}

  void run() {
    for (auto& net : m_nets) {
      m_net = &net;
      m_number = 0;
      for (auto& node : net.nodes) node.cityNode = addPoint(node.place, node.kind, node.invert, node.parent < 0);
    }
    for (auto& net : m_nets) {
      m_net = &net;
      m_number = net.nodes.size();
      for (auto& node : net.nodes) if (node.parent >= 0) addWay(node);
      for (const auto& loop : net.loops) addLoop(loop);
    }
  }

 private:
  City& city() { return m_shop.city(); }

  std::size_t addPoint(geo::XY place, NetKind kind, double invert, bool isEnd) {
    PipeNode point{m_nodeUids.next()};
    point.code = (m_net->subclass.empty() ? m_net->pipeClass : m_net->isGravity ? m_net->subclass : m_net->pipeClass) + std::to_string(++m_number);
    point.pipeClass = m_net->pipeClass;
    point.subclass = m_net->subclass;
    describe(point, kind, isEnd);
    point.point = {std::round(place.x * 1000) / 1000, std::round(place.y * 1000) / 1000};
    point.groundZ = std::round(groundZ(m_shop, place) * 1000) / 1000;
    point.invertZ = invert;
    city().pipeNodes.push_back(std::move(point));
    return city().pipeNodes.size() - 1;
  }

  void describe(PipeNode& point, NetKind kind, bool isEnd) {
    const std::string& c = m_net->pipeClass;
    switch (kind) {
      case NetKind::Gully: point.attachment = "雨水箅"; return;
      case NetKind::Septic: point.attachment = "化粪池"; return;
      case NetKind::Outlet: point.feature = c == "PS" ? "出户点" : "入户"; return;
      case NetKind::Mouth: point.attachment = "出水口"; return;
      case NetKind::Valve: point.attachment = c == "DL" || c == "TX" ? "人孔井" : "阀门井"; return;
      case NetKind::Hydrant: point.attachment = "消防栓"; return;
      case NetKind::Box: point.attachment = c == "TX" ? "交接箱" : "配电箱"; return;
      case NetKind::Junction: point.feature = isEnd ? "起讫点" : "三通"; return;
      case NetKind::Well: break;
    }
    if (m_net->isGravity) point.attachment = "检查井";
    else if (m_random.chance(0.12)) point.attachment = c == "DL" || c == "TX" ? "手孔井" : "阀门井";
    else point.feature = m_random.chance(0.2) ? "转折点" : "直线点";
  }

  /// Points along the way at even distances, and the pipes between them.
  void addWay(NetNode& node) {
    const NetNode& parent = m_nets[static_cast<std::size_t>(node.parentNet)].nodes[static_cast<std::size_t>(node.parent)];
    geo::Line<geo::XY> way{node.place};
    way.insert(way.end(), node.between.begin(), node.between.end());
    way.push_back(parent.place);
    node.firstPipe = city().pipes.size();
    addPipes(way, node.lengthM, {node.cityNode, parent.cityNode}, {node.invert, parent.invert}, node.diameterMm, node.year);
    node.lastPipe = city().pipes.size();
  }

  void addLoop(const NetLoop& loop) {
    const NetNode &a = m_net->nodes[static_cast<std::size_t>(loop.a)], &b = m_net->nodes[static_cast<std::size_t>(loop.b)];
    geo::Line<geo::XY> way{a.place};
    way.insert(way.end(), loop.between.begin(), loop.between.end());
    way.push_back(b.place);
    addPipes(way, geo::lengthOf(way).value, {a.cityNode, b.cityNode}, {a.invert, b.invert}, loop.diameterMm, loop.year);
  }

  void addPipes(const geo::Line<geo::XY>& way, double lengthM, std::pair<std::size_t, std::size_t> ends, std::pair<double, double> z, double diameterMm, int year) {
    const auto parts = std::max<std::int64_t>(1, std::llround(lengthM / m_spacingM));
    const Looks looks = looksOf(*m_net, diameterMm, year, m_random);
    std::size_t last = ends.first;
    double lastZ = z.first;
    for (std::int64_t k = 1; k <= parts; ++k) {
      const double share = static_cast<double>(k) / static_cast<double>(parts);
      const geo::XY place = k == parts ? way.back() : geo::pointAlong(way, lengthM * share);
      double nextZ = k == parts ? z.second : std::round((z.first + (z.second - z.first) * share) * 1000) / 1000;
      if (!m_net->isGravity && k < parts) nextZ = std::round((groundZ(m_shop, place) - m_net->depthM) * 1000) / 1000;
      const std::size_t next = k == parts ? ends.second : addPoint(place, NetKind::Well, nextZ, false);
      addPipe(last, next, lastZ, nextZ, diameterMm, year, looks);
      last = next;
      lastZ = nextZ;
    }
  }

  void addPipe(std::size_t from, std::size_t to, double fromZ, double toZ, double diameterMm, int year, const Looks& looks) {
    const PipeNode &a = city().pipeNodes[from], &b = city().pipeNodes[to];
    Pipe pipe{m_pipeUids.next()};
    pipe.code = a.code + "-" + b.code;
    pipe.pipeClass = m_net->pipeClass;
    pipe.subclass = m_net->subclass;
    pipe.fromUid = a.uid;
    pipe.toUid = b.uid;
    pipe.fromInvert = fromZ;
    pipe.toInvert = toZ;
    pipe.fromDepth = std::round((*a.groundZ - fromZ) * 1000) / 1000;
    pipe.toDepth = std::round((*b.groundZ - toZ) * 1000) / 1000;
    if (m_net->pipeClass == "DL" || m_net->pipeClass == "TX") { pipe.widthMm = diameterMm; pipe.heightMm = diameterMm / 2; }
    else pipe.diameterMm = diameterMm;
    pipe.material = looks.material;
    pipe.laying = looks.laying;
    pipe.owner = looks.owner;
    pipe.year = year;
    pipe.status = "在用";
    if (m_net->isGravity) pipe.flow = 1;
    pipe.line = {a.point, b.point};
    city().pipes.push_back(std::move(pipe));
  }

  Workshop& m_shop;
  std::vector<Network>& m_nets;
  double m_spacingM;
  UidMaker m_nodeUids, m_pipeUids;
  geo::Random m_random;
  Network* m_net = nullptr;
  std::size_t m_number = 0;
};

}  // namespace

void survey(Workshop& shop, std::vector<Network>& nets, double spacingM) { Surveyor(shop, nets, spacingM).run(); }

}  // namespace pianqu::layers
