#include <algorithm>
#include <cmath>

#include "layers/sample/pipe_plan.hpp"

namespace pianqu::layers {
namespace {

class Mains {
 public:
  Mains(Workshop& shop, PipePlan& plan) : m_shop(shop), m_plan(plan), m_graph(plan.graph), m_random(shop.random(5)) {}

  void run() {
    m_plan.streetNode.assign(kNetCount, std::vector<int>(m_graph.nodes.size(), -1));
    findBanks();
    chooseSinks();
    layStorm();
    laySewage();
    for (const int net : {kNetHS, kNetWS, kNetYS}) layDeadStarts(net);
    findLinks();
    for (const int net : {kNetJS, kNetRQ, kNetDL, kNetTX, kNetRL, kNetGY, kNetQT}) layPressure(net);
  }

 private:
  /// Road nodes on the two riverside roads, from west to east.
  void findBanks() {
    for (const int cut : {m_shop.town.southBank, m_shop.town.northBank}) {
      auto& bank = m_banks.emplace_back();
      for (const auto& j : m_shop.town.cuts[static_cast<std::size_t>(cut)].junctions)
        if (bank.empty() || bank.back() != j.node) bank.push_back(j.node);
    }
  }

  /// Storm and combined outfalls stand at uneven distances; those nearest the old centre are combined.
  void chooseSinks() {
    const double step = std::clamp(m_shop.town.size.widthM / 12, 110.0, 420.0);
    for (const auto& bank : m_banks) {
      double last = -1e9;
      for (const int node : bank) {
        const double x = at(node).flat.x;
        if (x - last < step * m_random.uniform(0.8, 1.2)) continue;
        m_sinks.push_back(node);
        last = x;
      }
    }
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < m_sinks.size(); ++i)
      order.push_back({std::abs(at(m_sinks[i]).flat.x / m_shop.town.size.widthM - 0.42) + m_random.uniform(0, 0.12), i});
    std::sort(order.begin(), order.end());
    m_isCombinedSink.assign(m_sinks.size(), 0);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, order.size() * 45 / 100); ++i) m_isCombinedSink[order[i].second] = 1;
    m_ways = waysDown(m_graph, m_sinks);
    m_plan.isCombined.assign(m_graph.nodes.size(), 0);
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
      if (m_ways.source[i] >= 0) m_plan.isCombined[i] = m_isCombinedSink[static_cast<std::size_t>(m_ways.source[i])];
  }

  const RoadNode& at(int node) const { return m_graph.nodes[static_cast<std::size_t>(node)]; }
  int& street(int net, int node) { return m_plan.streetNode[static_cast<std::size_t>(net)][static_cast<std::size_t>(node)]; }

  static double loadOf(const Cut& road) { return road.widthM / 12; }

  /// The way from a node along an edge, beside the centre line, without its ends.
  geo::Line<geo::XY> beside(const RoadEdge& edge, int from, double offset) const {
    geo::Line<geo::XY> way;
    const double shift = offset * m_shop.town.cuts[static_cast<std::size_t>(edge.cut)].widthM / 2;
    for (std::size_t i = 1; i + 1 < edge.path.size(); ++i) {
      const geo::XY d = edge.path[i + 1] - edge.path[i - 1];
      const double length = std::hypot(d.x, d.y);
      way.push_back(edge.path[i] + geo::XY{-d.y / length, d.x / length} * shift);
    }
    if (edge.a != from) std::reverse(way.begin(), way.end());
    return way;
  }

  int yearOf(int cut) const { return 1984 + static_cast<int>(geo::seedFor(m_shop.seed, static_cast<std::uint64_t>(cut)) % 33); }

  void addTowards(int net, int node, int edgeId, double slope) {
    const auto& edge = m_graph.edges[static_cast<std::size_t>(edgeId)];
    const int parent = edge.a == node ? edge.b : edge.a;
    const double offset = m_plan.nets[static_cast<std::size_t>(net)].offset;
    NetNode n{besideNode(at(node), offset), net, street(net, parent), beside(edge, node, offset)};
    n.load = loadOf(m_shop.town.cuts[static_cast<std::size_t>(edge.cut)]);
    n.year = yearOf(edge.cut);
    street(net, node) = addNode(m_plan.nets, net, n, slope, at(node).z);
  }

  void layStorm() {
    for (const int node : m_ways.order) {
      const auto u = static_cast<std::size_t>(node);
      const int net = m_plan.isCombined[u] ? kNetHS : kNetYS;
      if (m_ways.edge[u] >= 0) addTowards(net, node, m_ways.edge[u], 0.0022);
      else addMouth(net, node);
    }
  }

  /// The outfall in the river's bank and the well on the riverside road before it.
  void addMouth(int net, int node) {
    const double riverY = m_shop.town.warp.riverFlatY(), side = at(node).flat.y < riverY ? -1 : 1;
    NetNode mouth{m_shop.town.warp({at(node).flat.x, riverY + side * (m_shop.town.size.riverWidthM / 2 - 0.5)})};
    mouth.kind = NetKind::Mouth;
    mouth.invert = std::round((at(node).z - 4.4) * 1000) / 1000;
    const int root = addNode(m_plan.nets, net, mouth, 0, at(node).z - 1.5);
    NetNode well{besideNode(at(node), m_plan.nets[static_cast<std::size_t>(net)].offset), net, root};
    well.load = 1;
    street(net, node) = addNode(m_plan.nets, net, well, 0.004, at(node).z);
  }

  /// Interceptors run east along both banks; separated streets reach them by their own shortest ways.
  void laySewage() {
    std::vector<int> sources;
    for (const auto& bank : m_banks) {
      sources.insert(sources.end(), bank.begin(), bank.end());
      layInterceptor(bank);
    }
    const WaysDown ways = waysDown(m_graph, sources);
    std::vector<char> isNeeded(m_graph.nodes.size(), 0);
    for (std::size_t i = ways.order.size(); i-- > 0;) {
      const int node = ways.order[i];
      const auto u = static_cast<std::size_t>(node);
      if (ways.edge[u] < 0 || (m_plan.isCombined[u] && !isNeeded[u])) continue;
      isNeeded[u] = 1;
      const auto& edge = m_graph.edges[static_cast<std::size_t>(ways.edge[u])];
      isNeeded[static_cast<std::size_t>(edge.a == node ? edge.b : edge.a)] = 1;
    }
    for (const int node : ways.order)
      if (isNeeded[static_cast<std::size_t>(node)] && ways.edge[static_cast<std::size_t>(node)] >= 0) addTowards(kNetWS, node, ways.edge[static_cast<std::size_t>(node)], 0.0025);
  }

  void layInterceptor(const std::vector<int>& bank) {
    int parent = -1;
    for (std::size_t i = bank.size(); i-- > 0;) {
      const int node = bank[i];
      if (parent < 0) {
        NetNode end{besideNode(at(node), -0.5)};
        end.invert = std::round((at(node).z - 5.2 - m_shop.town.size.widthM * 0.0003) * 1000) / 1000;
        street(kNetWS, node) = addNode(m_plan.nets, kNetWS, end, 0, at(node).z);
      } else {
        for (const int e : at(node).edges) {
          const auto& edge = m_graph.edges[static_cast<std::size_t>(e)];
          if (edge.a == parent || edge.b == parent) { addTowards(kNetWS, node, e, 0.0008); break; }
        }
        if (street(kNetWS, node) < 0) return;
      }
      parent = node;
    }
  }

  /// Streets that no way uses get a pipe that starts in them and drains to their lower end.
  void layDeadStarts(int net) {
    auto& network = m_plan.nets[static_cast<std::size_t>(net)];
    for (const auto& edge : m_graph.edges) {
      const int a = street(net, edge.a), b = street(net, edge.b);
      if (a < 0 || b < 0 || edge.isBridge || edge.lengthM < 24) continue;
      if (network.nodes[static_cast<std::size_t>(a)].parent == b || network.nodes[static_cast<std::size_t>(b)].parent == a) continue;
      const bool isTowardsA = network.nodes[static_cast<std::size_t>(a)].invert < network.nodes[static_cast<std::size_t>(b)].invert;
      const int low = isTowardsA ? edge.a : edge.b, high = isTowardsA ? edge.b : edge.a;
      auto way = beside(edge, high, network.offset);
      if (way.empty()) continue;
      NetNode head{way.front(), net, isTowardsA ? a : b, {way.begin() + 1, way.end()}};
      head.load = loadOf(m_shop.town.cuts[static_cast<std::size_t>(edge.cut)]);
      head.year = yearOf(edge.cut);
      addNode(m_plan.nets, net, head, 0.003, at(low).z * 0.2 + at(high).z * 0.8);
    }
  }

  void findLinks() {
    for (std::size_t e = 0; e < m_graph.edges.size(); ++e) {
      const auto& edge = m_graph.edges[e];
      if (edge.isBridge || edge.lengthM > 140) continue;
      const int ya = street(kNetYS, edge.a), yb = street(kNetYS, edge.b), ha = street(kNetHS, edge.a), hb = street(kNetHS, edge.b);
      if (ya >= 0 && hb >= 0) m_plan.links.push_back({static_cast<int>(e), ya, hb});
      else if (yb >= 0 && ha >= 0) m_plan.links.push_back({static_cast<int>(e), yb, ha});
    }
  }

  bool hasClass(int net, const RoadEdge& edge) const {
    const Cut& road = m_shop.town.cuts[static_cast<std::size_t>(edge.cut)];
    const double x = at(edge.a).flat.x / m_shop.town.size.widthM;
    const std::uint64_t key = geo::seedFor(m_shop.seed + 77, static_cast<std::uint64_t>(edge.cut) * 16 + static_cast<std::uint64_t>(net)) % 100;
    if (net == kNetRL) return road.kind != CutKind::Lane && x < 0.4 && key < 45;
    if (net == kNetGY) return x > 0.72 && (m_shop.town.size.estates <= 50 || (road.kind != CutKind::Lane && key < 30));
    if (net == kNetQT) return road.kind == CutKind::Lane && key < 5;
    return true;
  }

  static double diameterOf(int net, const Cut& road) {
    const int rank = road.widthM >= 24 ? 3 : road.widthM >= 16 ? 2 : road.widthM >= 9 ? 1 : 0;
    static constexpr double water[] = {110, 200, 300, 400}, gas[] = {90, 160, 250, 300}, duct[] = {200, 400, 600, 800};
    if (net == kNetJS) return water[rank];
    if (net == kNetRQ) return gas[rank];
    return net == kNetDL || net == kNetTX ? duct[rank] : 200 + 50 * rank;
  }

  /// A spanning tree from the widest street, then rings where streets close.
  void layPressure(int net) {
    auto& network = m_plan.nets[static_cast<std::size_t>(net)];
    for (std::size_t start = 0; start < m_graph.nodes.size(); ++start) {
      if (street(net, static_cast<int>(start)) >= 0) continue;
      std::vector<int> queue{static_cast<int>(start)};
      for (std::size_t q = 0; q < queue.size(); ++q)
        for (const int e : at(queue[q]).edges) extend(net, network, queue, queue[q], e);
    }
    for (const auto& edge : m_graph.edges) {
      const int a = street(net, edge.a), b = street(net, edge.b);
      if (!hasClass(net, edge) || a < 0 || b < 0 || network.nodes[static_cast<std::size_t>(a)].parent == b || network.nodes[static_cast<std::size_t>(b)].parent == a) continue;
      network.loops.push_back({a, b, beside(edge, edge.a, network.offset), diameterOf(net, m_shop.town.cuts[static_cast<std::size_t>(edge.cut)]), yearOf(edge.cut)});
    }
  }

  void extend(int net, Network& network, std::vector<int>& queue, int node, int edgeId) {
    const auto& edge = m_graph.edges[static_cast<std::size_t>(edgeId)];
    const int next = edge.a == node ? edge.b : edge.a;
    if (!hasClass(net, edge) || street(net, next) >= 0) return;
    const Cut& road = m_shop.town.cuts[static_cast<std::size_t>(edge.cut)];
    if (street(net, node) < 0) {
      NetNode root{besideNode(at(node), network.offset)};
      root.kind = NetKind::Junction;
      street(net, node) = addNode(m_plan.nets, net, root, 0, at(node).z);
    }
    NetNode n{besideNode(at(next), network.offset), net, street(net, node), beside(edge, next, network.offset)};
    n.kind = at(next).edges.size() > 2 ? (net == kNetJS && m_random.chance(0.2) ? NetKind::Hydrant : NetKind::Valve) : NetKind::Junction;
    n.diameterMm = diameterOf(net, road);
    n.year = yearOf(edge.cut);
    street(net, next) = addNode(m_plan.nets, net, n, 0, at(next).z);
    queue.push_back(next);
  }

  Workshop& m_shop;
  PipePlan& m_plan;
  RoadGraph& m_graph;
  geo::Random m_random;
  std::vector<std::vector<int>> m_banks;
  std::vector<int> m_sinks;
  std::vector<char> m_isCombinedSink;
  WaysDown m_ways;
};

}  // namespace

geo::XY besideNode(const RoadNode& node, double offset) { return node.world + node.normal * (offset * node.halfWidthM); }

void layStreetMains(Workshop& shop, PipePlan& plan) { Mains(shop, plan).run(); }

}  // namespace pianqu::layers
