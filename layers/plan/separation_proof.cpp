#include <algorithm>
#include <limits>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/network/trace.hpp"
#include "layers/plan/drainage_plan.hpp"

namespace pianqu::layers {

namespace {

using geo::Outcome;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

double distanceTo(const geo::MultiPolygon<geo::XY>& shape, geo::XY point) {
  double best = std::numeric_limits<double>::infinity();
  for (const auto& polygon : shape) {
    best = std::min(best, geo::distanceToLine(point, polygon.outer));
    for (const auto& hole : polygon.holes) best = std::min(best, geo::distanceToLine(point, hole));
  }
  return best;
}

class Zones {
 public:
  Zones(const Plan& plan, double distanceM) : m_plan(plan), m_distanceM(distanceM) {
    std::vector<geo::Box> boxes;
    for (const District& district : plan.districts) boxes.push_back(geo::boxOf(district.shape));
    m_index = geo::BoxIndex(boxes);
  }

  int zoneAt(geo::XY point) const {
    geo::Box box;
    box.add(point);
    int nearest = -1;
    double nearestM = m_distanceM;
    for (const std::size_t zone : m_index.find(box.grownBy(m_distanceM))) {
      const auto& shape = m_plan.districts[zone].shape;
      if (geo::contains(shape, point)) return static_cast<int>(zone);
      const double metres = distanceTo(shape, point);
      if (metres >= nearestM) continue;
      nearestM = metres;
      nearest = static_cast<int>(zone);
    }
    return nearest;
  }

 private:
  const Plan& m_plan;
  double m_distanceM;
  geo::BoxIndex m_index;
};

geo::XY middleOf(const geo::SewerSystem& system, const geo::SewerLink& link) {
  if (link.line.size() > 1) return geo::pointAlong(link.line, link.lengthM / 2);
  return (system.nodes[at(link.from)].point + system.nodes[at(link.to)].point) * 0.5;
}

/// Where water meets a combined pipe of a district on its way.
geo::Reach combinedInDistricts(const geo::SewerSystem& system, const geo::SewerCheck& check, const geo::DesignScope& scope) {
  std::vector<int> nodes;
  for (int link = 0; link < check.graph.linkCount(); ++link) {
    const geo::SewerLink& pipe = system.links[at(link)];
    if (scope.links[at(link)] >= 0 && !pipe.isAbandoned && pipe.water == geo::Water::Combined) nodes.push_back(check.graph.upNode(link));
  }
  return geo::reachDown(check.graph, nodes);
}

void addOutcome(SeparationProof& proof, geo::Water water, Outcome outcome, const std::string& code) {
  if (outcome == Outcome::NotCarried) return;
  ++(water == geo::Water::Sewage ? proof.sewage : proof.rain)[static_cast<std::size_t>(outcome)];
  if (outcome == Outcome::Proven) return;
  proof.exceptions.push_back(code + " " + std::string(zhOf(water)) + " " + std::string(zhOf(outcome)));
}

}  // namespace

std::int64_t SeparationProof::sourcesOf(geo::Water water) const {
  const auto& counts = water == geo::Water::Sewage ? sewage : rain;
  std::int64_t sum = 0;
  for (const std::int64_t count : counts) sum += count;
  return sum;
}

std::int64_t SeparationProof::provenOf(geo::Water water) const {
  return (water == geo::Water::Sewage ? sewage : rain)[static_cast<std::size_t>(Outcome::Proven)];
}

geo::DesignScope scopeOf(const CitySewers& sewers, const Plan& plan, double districtDistanceM) {
  const Zones zones(plan, districtDistanceM);
  geo::DesignScope scope;
  for (const geo::SewerLink& link : sewers.system.links) scope.links.push_back(zones.zoneAt(middleOf(sewers.system, link)));
  for (const geo::SewerSource& source : sewers.system.sources) scope.sources.push_back(zones.zoneAt(source.point));
  return scope;
}

std::vector<SeparationProof> proofsOf(const geo::SewerSystem& system, const geo::SewerCheck& check, const geo::DesignScope& scope, const Plan& plan) {
  std::vector<SeparationProof> proofs(plan.districts.size() + 2);
  for (std::size_t i = 0; i < plan.districts.size(); ++i) {
    proofs[i].districtUid = plan.districts[i].uid;
    proofs[i].code = plan.districts[i].code;
    proofs[i].name = plan.districts[i].name;
  }
  proofs[plan.districts.size()].name = "片区外";
  proofs.back().name = "全市";
  // Each thing counts in its zone (or outside) and in the city.
  const auto inBoth = [&](int zone, auto&& count) {
    count(proofs[zone < 0 ? plan.districts.size() : at(zone)]);
    count(proofs.back());
  };
  // What is mixed only below the districts is separated here: the municipal sewer that takes it is nobody's plan yet.
  const geo::Reach mixedHere = combinedInDistricts(system, check, scope);
  const auto shown = [&](Outcome outcome, const geo::SewerSource& source) {
    return outcome == Outcome::Combined && source.node >= 0 && !mixedHere.reaches(source.node) ? Outcome::Separated : outcome;
  };
  for (std::size_t i = 0; i < check.proofs.size(); ++i) {
    const geo::SewerSource& source = system.sources[i];
    inBoth(scope.sources[i], [&](SeparationProof& proof) {
      addOutcome(proof, geo::Water::Sewage, shown(check.proofs[i].sewage, source), source.code);
      addOutcome(proof, geo::Water::Storm, shown(check.proofs[i].rain, source), source.code);
    });
  }
  std::vector<std::uint8_t> isCross(system.links.size(), 0);
  for (const geo::Finding& finding : check.findings) {
    if (finding.element != geo::SewerElement::Link) continue;
    const bool isCrossFault = finding.fault == geo::Fault::SewageIntoStorm || finding.fault == geo::Fault::StormIntoSewage ||
                              finding.fault == geo::Fault::StormCombinedLink;
    const bool isNewCross = isCrossFault && !isCross[at(finding.index)];
    if (isCrossFault) isCross[at(finding.index)] = 1;
    inBoth(scope.links[at(finding.index)], [&](SeparationProof& proof) {
      if (isNewCross) ++proof.crossLinks;
      if (finding.fault == geo::Fault::CombinedPipe) {
        ++proof.combinedPipes;
        proof.combinedM += system.links[at(finding.index)].lengthM;
      }
      if (finding.fault == geo::Fault::Unknown) ++proof.unknownPipes;
    });
  }
  return proofs;
}

}  // namespace pianqu::layers
