#include <nlohmann/json.hpp>

#include "layers/sample/delivery.hpp"

namespace pianqu::layers {

std::string truthJson(const SampleCity& sample, const DeliveredRows& rows) {
  nlohmann::ordered_json truth;
  truth["city"] = "云梅市";
  truth["size"] = std::string(nameOf(sample.size));
  truth["seed"] = sample.seed;
  truth["crs"] = "CGCS2000 CM 115.5 FE 500000";
  truth["counts"] = sample.truth.counts;
  truth["files"] = rows;
  auto& faults = truth["faults"] = nlohmann::ordered_json::array();
  for (const auto& fault : sample.truth.faults) {
    nlohmann::ordered_json entry{{"id", fault.id}, {"kind", fault.kind}, {"x", fault.place.x}, {"y", fault.place.y}, {"pipes", fault.pipes}, {"nodes", fault.nodes}};
    if (!fault.riser.empty()) entry["riser"] = fault.riser;
    entry["note"] = fault.note;
    faults.push_back(std::move(entry));
  }
  return truth.dump(1) + "\n";
}

}  // namespace pianqu::layers
