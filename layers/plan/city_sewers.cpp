#include "layers/plan/city_sewers.hpp"

#include <cmath>
#include <numbers>
#include <unordered_map>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {

namespace {

using geo::OutfallKind;
using geo::SewerLink;
using geo::SewerNode;
using geo::SewerRole;
using geo::SewerSource;

class SewerReading {
 public:
  SewerReading(const City& city, const DrainageCatalogue& catalogue) : m_city(city), m_catalogue(catalogue) {}

  CitySewers run() {
    for (std::size_t i = 0; i < m_city.pipeNodes.size(); ++i) {
      if (m_city.pipeNodes[i].pipeClass == "PS") addNode(i);
    }
    for (const Outfall& outfall : m_city.outfalls) addOutfall(outfall);
    for (std::size_t i = 0; i < m_city.pipes.size(); ++i) {
      if (m_city.pipes[i].pipeClass == "PS") addPipe(i);
    }
    for (std::size_t i = 0; i < m_city.risers.size(); ++i) addRiser(i);
    return std::move(m_result);
  }

 private:
  geo::Water waterOf(const std::string& subclass) const {
    const std::string value = m_catalogue.meaningOf("water", subclass);
    return value == "YS" ? geo::Water::Storm : value == "WS" ? geo::Water::Sewage : value == "HS" ? geo::Water::Combined : geo::Water::Unknown;
  }

  void addNode(std::size_t position) {
    const PipeNode& surveyed = m_city.pipeNodes[position];
    const int index = static_cast<int>(m_result.system.nodes.size());
    std::string role = m_catalogue.meaningOf("node-role", surveyed.attachment);
    if (role.empty()) role = m_catalogue.meaningOf("node-role", surveyed.feature);
    SewerNode node{.code = surveyed.code, .point = surveyed.point, .water = waterOf(surveyed.subclass),
                   .groundM = surveyed.groundZ, .invertM = surveyed.invertZ};
    if (role == "gully") node.role = SewerRole::Gully;
    if (role == "house-outlet") node.role = SewerRole::HouseOutlet;
    if (role == "terminal") {
      node.role = SewerRole::Terminal;
      node.outfall = OutfallKind::Unknown;
    }
    m_nodeOf.emplace(surveyed.uid, index);
    m_result.nodes.push_back(position);
    if (node.role == SewerRole::Gully || node.role == SewerRole::HouseOutlet) addNodeSource(node, index);
    m_result.system.nodes.push_back(std::move(node));
  }

  void addNodeSource(const SewerNode& node, int index) {
    SewerSource source{.code = node.code, .node = index, .point = node.point};
    if (node.role == SewerRole::Gully) {
      source.kind = SewerSource::Kind::Gully;
      source.carriesRain = true;
    } else {
      source.kind = SewerSource::Kind::HouseOutlet;
      source.carriesSewage = node.water != geo::Water::Storm;
      source.carriesRain = node.water == geo::Water::Storm;
    }
    m_result.system.sources.push_back(std::move(source));
    m_result.risers.push_back(kNoRiser);
  }

  int nodeOf(const Uid& uid) const {
    const auto there = m_nodeOf.find(uid);
    return uid.empty() || there == m_nodeOf.end() ? -1 : there->second;
  }

  void addProblem(const char* code, const char* layer, const std::string& feature, std::string text, geo::XY place) {
    m_result.problems.push_back({.severity = geo::Severity::Warning, .code = code, .text = std::move(text),
                                 .where = {.layer = layer, .feature = feature, .x = place.x, .y = place.y}});
  }

  void addOutfall(const Outfall& outfall) {
    const int node = nodeOf(outfall.nodeUid);
    if (node < 0) {
      addProblem("outfall-without-node", "outfall", outfall.code, "its manhole is not among the drainage points", outfall.point);
      return;
    }
    const std::string kind = m_catalogue.meaningOf("outfall", outfall.kind);
    m_result.system.nodes[static_cast<std::size_t>(node)].outfall = kind == "storm"      ? OutfallKind::Storm
                                                                    : kind == "river"    ? OutfallKind::River
                                                                    : kind == "sewage"   ? OutfallKind::Sewage
                                                                    : kind == "combined" ? OutfallKind::Combined
                                                                                         : OutfallKind::Unknown;
  }

  static std::optional<double> diameterOf(const Pipe& pipe) {
    if (pipe.diameterMm) return pipe.diameterMm;
    if (pipe.widthMm && pipe.heightMm) return 2 * std::sqrt(*pipe.widthMm * *pipe.heightMm / std::numbers::pi);
    return std::nullopt;
  }

  void addPipe(std::size_t position) {
    const Pipe& pipe = m_city.pipes[position];
    SewerLink link{.code = pipe.code, .from = nodeOf(pipe.fromUid), .to = nodeOf(pipe.toUid), .water = waterOf(pipe.subclass),
                   .fromInvertM = pipe.fromInvert, .toInvertM = pipe.toInvert, .fromDepthM = pipe.fromDepth, .toDepthM = pipe.toDepth,
                   .diameterMm = diameterOf(pipe), .arrow = pipe.flow.value_or(0),
                   .isAbandoned = m_catalogue.meaningOf("pipe-status", pipe.status) == "abandoned", .line = pipe.line};
    if (link.from < 0 || link.to < 0) {
      addProblem("pipe-without-node", "pipe", pipe.code, "the point at its " + std::string(link.from < 0 ? "start" : "end") + " is not in the point table; the pipe is left out",
                 pipe.line.empty() ? geo::XY{} : pipe.line.front());
      return;
    }
    const auto& nodes = m_result.system.nodes;
    link.lengthM = link.line.size() > 1 ? geo::lengthOf(link.line).value
                                        : geo::distance(nodes[static_cast<std::size_t>(link.from)].point, nodes[static_cast<std::size_t>(link.to)].point);
    m_result.system.links.push_back(std::move(link));
    m_result.pipes.push_back(position);
  }

  void addRiser(std::size_t position) {
    const Riser& riser = m_city.risers[position];
    SewerSource source{.code = riser.code, .node = nodeOf(riser.toNodeUid), .isSpilling = riser.isSpilling.value_or(false), .point = riser.point};
    if (source.node < 0 && !riser.toNodeUid.empty()) {
      addProblem("riser-without-node", "riser", riser.code, "its manhole is not among the drainage points", riser.point);
    }
    const auto carry = [&source](const std::string& water) {
      if (water == "rain" || water == "both") source.carriesRain = true;
      if (water == "sewage" || water == "both") source.carriesSewage = true;
    };
    carry(m_catalogue.meaningOf("riser-category", riser.category));
    for (std::size_t begin = 0; begin < riser.source.size();) {
      constexpr std::string_view kComma = "、";
      const std::size_t end = std::min(riser.source.view().find(kComma, begin), riser.source.size());
      carry(m_catalogue.meaningOf("riser-source", riser.source.view().substr(begin, end - begin)));
      begin = end + kComma.size();
    }
    if (riser.isMixed.value_or(false)) carry("both");
    m_result.system.sources.push_back(std::move(source));
    m_result.risers.push_back(position);
  }

  const City& m_city;
  const DrainageCatalogue& m_catalogue;
  CitySewers m_result;
  std::unordered_map<Uid, int> m_nodeOf;
};

}  // namespace

CitySewers sewersOf(const City& city, const DrainageCatalogue& catalogue) { return SewerReading(city, catalogue).run(); }

geo::RepairPrices repairPricesOf(const geo::SewerSystem& system, const RepairTariff& tariff) {
  geo::RepairPrices prices;
  for (const SewerLink& link : system.links) {
    const geo::Fen newPerM = link.water == geo::Water::Storm ? tariff.stormPerM : tariff.sewagePerM;
    prices.links.push_back(tariff.misconnection + geo::priceOf(link.lengthM, tariff.sealPerM) + geo::priceOf(link.lengthM, newPerM));
  }
  for (const SewerSource& source : system.sources) {
    prices.sources.push_back(tariff.misconnection + (source.kind == SewerSource::Kind::Riser ? tariff.riser : geo::Fen{}));
  }
  return prices;
}

}  // namespace pianqu::layers
