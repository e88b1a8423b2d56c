#include <algorithm>
#include <cmath>
#include <set>

#include "geo/measure/measure.hpp"
#include "layers/sample/fault_log.hpp"
#include "layers/sample/pipe_plan.hpp"

namespace pianqu::layers {
namespace {

class Planter {
 public:
  Planter(Workshop& shop, PipePlan& plan) : m_shop(shop), m_plan(plan), m_log(shop.sample.truth), m_random(shop.random(11)), m_wanted(shop.town.size.faultsPerKind) {}

  void run() {
    recordYards();
    collect();
    linkStormAndCombined();
    each("reverse-slope", m_mains, [this](std::size_t p) { reverse(p); });
    each("diameter-decrease", m_mains, [this](std::size_t p) { shrink(p); });
    each("dead-end", m_roots, [this](std::size_t p) { cutOff(p); });
    each("duplicate-node", m_mains, [this](std::size_t p) { duplicateNode(p); });
    each("cycle", m_chains, [this](std::size_t p) { closeCycle(p); });
    each("unknown-invert", m_mains, [this](std::size_t p) { forgetInverts(p); });
    each("missing-point", m_laterals, [this](std::size_t p) { losePoint(p); });
    each("duplicate-code", m_laterals, [this](std::size_t p) { duplicateCode(p); });
  }

 private:
  City& city() { return m_shop.city(); }
  Pipe& pipe(std::size_t p) { return city().pipes[p]; }
  const NetNode& netNode(int net, int node) const { return m_plan.nets[static_cast<std::size_t>(net)].nodes[static_cast<std::size_t>(node)]; }

  void recordYards() {
    for (std::size_t i = 0; i < m_shop.sites.size(); ++i) {
      const YardFault fault = m_plan.faultOfSite[i];
      if (fault == YardFault::None) continue;
      const auto& roots = m_plan.rootsOfSite[i];
      if (fault == YardFault::SewageIntoStorm) recordRoot("M1", i, kNetWS, roots.sewage, "小区污水支管接入市政雨水管");
      if (fault == YardFault::StormIntoSewage) recordRoot("M2", i, kNetYS, roots.storm, "小区雨水支管接入市政污水管");
      if (fault != YardFault::Remixed) continue;
      auto* entry = recordRoot("M3", i, kNetWS, roots.sewage, "小区已分流，出口合并入合流管");
      if (entry && roots.storm >= 0) {
        const NetNode& storm = netNode(kNetYS, roots.storm);
        entry->pipes.push_back(pipe(storm.lastPipe - 1).code);
        m_used.insert(storm.lastPipe - 1);
      }
    }
  }

  PlantedFault* recordRoot(const char* kind, std::size_t siteIndex, int net, int root, const char* note) {
    if (root < 0) return nullptr;
    const NetNode& node = netNode(net, root);
    const std::size_t last = node.lastPipe - 1;
    for (std::size_t p = node.firstPipe; p < node.lastPipe; ++p) m_used.insert(p);
    auto& fault = m_log.add(kind, pipe(last).line.back(), city().estates[static_cast<std::size_t>(m_shop.sites[siteIndex].estate)].name + note);
    fault.pipes = {pipe(last).code};
    fault.nodes = {city().pipeNodes[netNode(node.parentNet, node.parent).cityNode].code};
    return &fault;
  }

  /// What each kind may be planted into: street pipes, whole ways, yard outlets of healthy yards, laterals.
  void collect() {
    for (const int net : {kNetWS, kNetYS, kNetHS}) {
      for (const auto& node : m_plan.nets[static_cast<std::size_t>(net)].nodes) {
        if (node.parent < 0 || node.lastPipe == node.firstPipe) continue;
        const std::size_t middle = (node.firstPipe + node.lastPipe) / 2;
        if (node.isYard && node.kind == NetKind::Outlet) m_laterals.push_back(middle);
        if (!node.isYard && node.lastPipe - node.firstPipe >= 3) m_mains.push_back(middle);
        if (!node.isYard && node.lastPipe - node.firstPipe >= 5) m_chains.push_back(node.firstPipe + 2);
      }
    }
    for (std::size_t i = 0; i < m_shop.sites.size(); ++i) {
      const int root = m_plan.rootsOfSite[i].sewage;
      if (m_plan.faultOfSite[i] == YardFault::None && root >= 0) m_roots.push_back(netNode(kNetWS, root).lastPipe - 1);
    }
  }

  /// Plants one kind into pipes that no other fault touches, at random.
  template <class F>
  void each(const char* kind, const std::vector<std::size_t>& places, F plant) {
    m_kind = kind;
    int done = 0;
    for (int attempt = 0; attempt < 200 && done < m_wanted && !places.empty(); ++attempt) {
      const std::size_t p = places[static_cast<std::size_t>(m_random.integer(0, static_cast<int>(places.size()) - 1))];
      bool isFree = true;
      for (std::size_t q = p < 3 ? 0 : p - 3; q <= p + 3; ++q) isFree = isFree && !m_used.contains(q);
      if (!isFree || p < 3 || p + 3 >= city().pipes.size()) continue;
      for (std::size_t q = p - 3; q <= p + 3; ++q) m_used.insert(q);
      plant(p);
      ++done;
    }
  }

  PlantedFault& note(std::size_t p, std::string text) {
    auto& fault = m_log.add(m_kind, geo::pointAlong(pipe(p).line, geo::lengthOf(pipe(p).line).value / 2), std::move(text));
    fault.pipes = {pipe(p).code};
    return fault;
  }

  PipeNode& nodeOf(const Uid& uid) {
    auto& nodes = city().pipeNodes;
    return *std::lower_bound(nodes.begin(), nodes.end(), uid, [](const PipeNode& n, const Uid& u) { return n.uid < u; });
  }

  void level(Pipe& p) {
    if (p.fromInvert) p.fromDepth = std::round((*nodeOf(p.fromUid).groundZ - *p.fromInvert) * 1000) / 1000;
    if (p.toInvert) p.toDepth = std::round((*nodeOf(p.toUid).groundZ - *p.toInvert) * 1000) / 1000;
  }

  /// The lower end stands higher than the upper one, against the arrow that the surveyors saw.
  void reverse(std::size_t p) {
    Pipe& q = pipe(p);
    const double rise = std::round(m_random.uniform(0.08, 0.3) * 1000) / 1000;
    q.toInvert = std::round((*q.fromInvert + rise) * 1000) / 1000;
    level(q);
    note(p, "逆坡 " + std::to_string(static_cast<int>(rise * 1000)) + " mm");
  }

  void shrink(std::size_t p) {
    static constexpr double sizes[] = {110, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500};
    Pipe& q = pipe(p);
    const auto at = std::find(std::begin(sizes), std::end(sizes), *q.diameterMm) - std::begin(sizes);
    const double before = *q.diameterMm;
    q.diameterMm = sizes[std::max<std::ptrdiff_t>(0, at - 3)];
    note(p, "管径由 " + std::to_string(static_cast<int>(before)) + " 变为 " + std::to_string(static_cast<int>(*q.diameterMm)));
  }

  /// The pipe from the yard to the street is missing: the last one is moved to an own end point short of the street well.
  void cutOff(std::size_t p) {
    Pipe& q = pipe(p);
    const geo::XY end = geo::pointAlong(q.line, geo::lengthOf(q.line).value * 0.55);
    PipeNode stub = nodeOf(q.toUid);
    stub.pipeClass = q.pipeClass;
    stub.subclass = q.subclass;
    stub.attachment.clear();
    stub.feature = "起讫点";
    stub.point = {std::round(end.x * 1000) / 1000, std::round(end.y * 1000) / 1000};
    stub.groundZ = std::round(groundZ(m_shop, end) * 1000) / 1000;
    stub.invertZ = q.toInvert = std::round((*q.fromInvert - 0.01) * 1000) / 1000;
    addNode(stub, "D");
    q.toUid = stub.uid;
    q.code = nodeOf(q.fromUid).code + "-" + stub.code;
    q.line = {q.line.front(), stub.point};
    level(q);
    note(p, "断头，未接市政管").nodes = {stub.code};
  }

  /// What is added comes after all that was surveyed, so that the vectors stay sorted by uid.
  static Uid last(UidMaker& uids) {
    std::string digits = uids.next();
    digits[2] = 'f';
    return digits;
  }

  void addNode(PipeNode& node, const char* prefix) {
    node.uid = last(m_uids);
    node.code = node.subclass + prefix + std::to_string(++m_extra);
    city().pipeNodes.push_back(node);
  }

  Pipe& addPipe(Pipe pipe) {
    pipe.uid = last(m_pipeUids);
    city().pipes.push_back(std::move(pipe));
    return city().pipes.back();
  }

  void duplicateNode(std::size_t p) {
    PipeNode twin = nodeOf(pipe(p).toUid);
    const std::string original = twin.code;
    addNode(twin, "C");
    Pipe& q = pipe(p);
    q.toUid = twin.uid;
    q.code = nodeOf(q.fromUid).code + "-" + twin.code;
    note(p, "同一位置两个点号").nodes = {original, twin.code};
  }

  /// A pipe from three steps down back up, with heights that let it flow.
  void closeCycle(std::size_t p) {
    const Pipe first = pipe(p - 1), last = pipe(p + 1);
    if (first.toUid != pipe(p).fromUid || pipe(p).toUid != last.fromUid) return;
    Pipe back = first;
    const PipeNode &from = nodeOf(last.toUid), &to = nodeOf(first.fromUid);
    back.fromUid = from.uid;
    back.toUid = to.uid;
    back.code = from.code + "-" + to.code;
    back.fromInvert = std::round((*first.fromInvert + 0.12) * 1000) / 1000;
    back.toInvert = std::round((*first.fromInvert + 0.05) * 1000) / 1000;
    back.line = {from.point, to.point};
    level(back);
    const std::string code = addPipe(back).code;
    auto& fault = note(p, "环状");
    fault.pipes = {first.code, pipe(p).code, last.code, code};
    fault.nodes = {from.code, to.code};
  }

  void forgetInverts(std::size_t p) {
    Pipe& q = pipe(p);
    q.fromInvert.reset(), q.toInvert.reset(), q.fromDepth.reset(), q.toDepth.reset();
    q.flow.reset();
    note(p, "管底标高未测");
  }

  /// The line table names a point that the point table has not.
  void losePoint(std::size_t p) {
    Pipe& q = pipe(p);
    const std::string lost = q.subclass + "X" + std::to_string(++m_extra);
    m_shop.sample.lostPoints.push_back({q.uid, true, lost});
    q.code = lost + "-" + nodeOf(q.toUid).code;
    q.fromUid.clear();
    note(p, "线表点号在点表中缺失").nodes = {lost};
  }

  /// Two different points bear the same number.
  void duplicateCode(std::size_t p) {
    PipeNode stray = nodeOf(pipe(p).fromUid);
    stray.uid = last(m_uids);
    stray.point = {stray.point.x + 6.5, stray.point.y - 3.25};
    city().pipeNodes.push_back(stray);
    note(p, "点号重复").nodes = {stray.code};
  }

  void linkStormAndCombined() {
    m_kind = "M6";
    int done = 0;
    for (std::size_t i = 0; i < m_plan.links.size() && done < m_wanted; ++i) {
      const auto& link = m_plan.links[(i * 7) % m_plan.links.size()];
      const NetNode &storm = netNode(kNetYS, link.stormNode), &combined = netNode(kNetHS, link.combinedNode);
      const PipeNode a = city().pipeNodes[storm.cityNode], b = city().pipeNodes[combined.cityNode];
      Pipe pipe{.pipeClass = "PS", .subclass = "YS", .fromUid = a.uid, .toUid = b.uid};
      pipe.code = a.code + "-" + b.code;
      pipe.fromInvert = *a.invertZ;
      pipe.toInvert = std::round(std::max(*b.invertZ, *a.invertZ - 0.4) * 1000) / 1000;
      if (*pipe.toInvert >= *pipe.fromInvert) continue;
      pipe.diameterMm = 400;
      pipe.material = "T";
      pipe.laying = "ZM";
      pipe.year = 1996;
      pipe.status = "在用";
      pipe.flow = 1;
      pipe.line = {a.point, b.point};
      level(pipe);
      addPipe(pipe);
      auto& fault = note(city().pipes.size() - 1, "雨水管与合流管连通");
      fault.nodes = {a.code, b.code};
      ++done;
    }
  }

  Workshop& m_shop;
  PipePlan& m_plan;
  FaultLog m_log;
  geo::Random m_random;
  int m_wanted;
  UidMaker m_uids{14, 4242}, m_pipeUids{15, 4242};
  std::string m_kind;
  std::set<std::size_t> m_used;
  std::vector<std::size_t> m_mains, m_chains, m_roots, m_laterals;
  int m_extra = 0;
};

}  // namespace

void plantFaults(Workshop& shop, PipePlan& plan) { Planter(shop, plan).run(); }

}  // namespace pianqu::layers
