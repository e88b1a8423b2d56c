#include "geo/drainage/sizing.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

constexpr double kHectareM2 = 10000;
constexpr double kSecondsADay = 86400;

/// What drains to a manhole.
struct Load {
  double runoffM2 = 0, persons = 0;
  double minutes = 0;        ///< that the farthest water has taken
  double diameterMm = 0;     ///< largest new pipe that flows in
};

class Sizing {
 public:
  Sizing(SeparationDesign& design, const SizingRules& rules, double minFallM)
      : m_design(design), m_rules(rules), m_graph(flowGraphOf(design.after, minFallM)), m_itemOf(design.after.links.size(), -1) {
    for (std::size_t i = 0; i < design.items.size(); ++i) {
      if (design.items[i].kind == DesignItem::Kind::NewPipe && design.items[i].newLink >= 0) m_itemOf[at(design.items[i].newLink)] = static_cast<int>(i);
    }
  }

  void run(Water water) {
    m_water = water;
    m_loads.assign(m_design.after.nodes.size(), {.minutes = m_rules.inletMinutes});
    for (const SewerSource& source : m_design.after.sources) {
      if (source.node < 0) continue;
      if (source.carriesRain) m_loads[at(source.node)].runoffM2 += source.runoffM2;
      if (source.carriesSewage) m_loads[at(source.node)].persons += source.persons;
    }
    for (const int node : fromAbove()) passOn(node);
  }

  /// Leads of risers are in no network: theirs is the water of one source.
  void sizeLeads() {
    for (DesignItem& item : m_design.items) {
      if (item.kind != DesignItem::Kind::NewPipe || item.newLink >= 0 || item.source < 0) continue;
      const SewerSource& source = m_design.after.sources[at(item.source)];
      m_water = item.water;
      size(item, {.runoffM2 = source.runoffM2, .persons = source.persons, .minutes = m_rules.inletMinutes}, 0);
    }
  }

 private:
  bool carries(int link) const {
    const SewerLink& pipe = m_design.after.links[at(link)];
    return !pipe.isAbandoned && (pipe.water == m_water || pipe.water == Water::Combined || pipe.water == Water::Unknown);
  }

  /// Nodes with everything that flows into them before them; those on a cycle last.
  std::vector<int> fromAbove() const {
    std::vector<int> waiting(at(m_graph.nodeCount()), 0), order;
    for (int node = 0; node < m_graph.nodeCount(); ++node) {
      for (const FlowHop hop : m_graph.downstream(node)) waiting[at(hop.node)] += carries(hop.link) ? 1 : 0;
    }
    for (int node = 0; node < m_graph.nodeCount(); ++node) {
      if (waiting[at(node)] == 0) order.push_back(node);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (const FlowHop hop : m_graph.downstream(order[i])) {
        if (carries(hop.link) && --waiting[at(hop.node)] == 0) order.push_back(hop.node);
      }
    }
    for (int node = 0; node < m_graph.nodeCount(); ++node) {
      if (waiting[at(node)] > 0) order.push_back(node);
    }
    return order;
  }

  void passOn(int node) {
    const auto hops = m_graph.downstream(node);
    const auto ways = std::count_if(hops.begin(), hops.end(), [&](FlowHop hop) { return carries(hop.link); });
    for (const FlowHop hop : hops) {
      if (!carries(hop.link)) continue;
      Load load = m_loads[at(node)];
      load.runoffM2 /= static_cast<double>(ways);
      load.persons /= static_cast<double>(ways);
      const double velocity = velocityIn(hop.link, load);
      Load& below = m_loads[at(hop.node)];
      below.runoffM2 += load.runoffM2;
      below.persons += load.persons;
      below.minutes = std::max(below.minutes, load.minutes + m_graph.lengthM(hop.link) / velocity / 60);
      if (m_itemOf[at(hop.link)] >= 0) below.diameterMm = std::max(below.diameterMm, *m_design.after.links[at(hop.link)].diameterMm);
    }
  }

  /// Sizes the link if it is new; the speed of the water in it, full.
  double velocityIn(int link, const Load& load) {
    SewerLink& pipe = m_design.after.links[at(link)];
    const double slope = slopeOf(pipe);
    const int item = m_itemOf[at(link)];
    if (item >= 0 && pipe.water == m_water) {
      size(m_design.items[at(item)], load, slope);
      pipe.diameterMm = m_design.items[at(item)].diameterMm;
      return fullVelocity(*pipe.diameterMm, m_design.items[at(item)].slope);
    }
    return pipe.diameterMm && slope > 0 ? fullVelocity(*pipe.diameterMm, slope) : m_rules.assumedVelocityMs;
  }

  double slopeOf(const SewerLink& pipe) const {
    if (!pipe.fromInvertM || !pipe.toInvertM || pipe.lengthM <= 0) return 0;
    return std::abs(*pipe.fromInvertM - *pipe.toInvertM) / pipe.lengthM;
  }

  double fullVelocity(double diameterMm, double slope) const {
    const double metres = diameterMm / 1000, area = std::numbers::pi * metres * metres / 4;
    return std::max(0.1, capacityLs(diameterMm, slope, 1, m_rules.manningN) / 1000 / area);
  }

  double flowOf(const Load& load) const {
    if (m_water == Water::Storm) return intensityOf(m_rules.storm, m_rules.returnPeriodA, load.minutes) * load.runoffM2 / kHectareM2;
    return sewageFlowLs(load.persons, m_rules);
  }

  void size(DesignItem& item, const Load& load, double slope) const {
    item.flowLs = flowOf(load);
    const double least = std::max(item.diameterMm, item.isLead ? 0 : load.diameterMm);
    for (const PipeSize& size : m_rules.sizes) {
      if (size.diameterMm + 1e-9 < least) continue;
      item.diameterMm = size.diameterMm;
      item.slope = std::max(slope, size.minSlope);
      if (capacityLs(size.diameterMm, item.slope, m_water == Water::Storm ? 1 : size.maxFill, m_rules.manningN) >= item.flowLs) return;
    }
    item.note += "; 流量超出管径系列";
  }

  SeparationDesign& m_design;
  const SizingRules& m_rules;
  FlowGraph m_graph;
  std::vector<int> m_itemOf;   ///< by link of `after`
  std::vector<Load> m_loads;   ///< by node
  Water m_water = Water::Storm;
};

}  // namespace

double intensityOf(const StormFormula& storm, double returnPeriodA, double minutes) {
  return storm.a * (1 + storm.c * std::log10(returnPeriodA)) / std::pow(minutes + storm.b, storm.n);
}

double capacityLs(double diameterMm, double slope, double fill, double manningN) {
  const double metres = diameterMm / 1000, angle = 2 * std::acos(1 - 2 * std::clamp(fill, 0.0, 1.0));
  if (angle <= 0 || slope <= 0) return 0;
  const double area = metres * metres / 8 * (angle - std::sin(angle)), wetted = metres * angle / 2;
  return 1000 / manningN * area * std::pow(area / wetted, 2.0 / 3) * std::sqrt(slope);
}

double sewageFlowLs(double persons, const SizingRules& rules) {
  const double mean = persons * rules.litresPerPersonDay / kSecondsADay;
  if (rules.peaks.empty() || mean <= rules.peaks.front().flowLs) return mean * (rules.peaks.empty() ? 1 : rules.peaks.front().factor);
  for (std::size_t i = 1; i < rules.peaks.size(); ++i) {
    const PeakFactor &low = rules.peaks[i - 1], &high = rules.peaks[i];
    if (mean <= high.flowLs) return mean * (low.factor + (high.factor - low.factor) * (mean - low.flowLs) / (high.flowLs - low.flowLs));
  }
  return mean * rules.peaks.back().factor;
}

void sizeNewPipes(SeparationDesign& design, const SizingRules& rules, double minFallM) {
  Sizing sizing(design, rules, minFallM);
  for (const Water water : {Water::Storm, Water::Sewage}) sizing.run(water);
  sizing.sizeLeads();
}

}  // namespace pianqu::geo
