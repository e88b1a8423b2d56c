#pragma once

#include "layers/sample/workshop.hpp"

namespace pianqu::layers {

/// Numbers faults as they are planted.
class FaultLog {
 public:
  explicit FaultLog(SampleTruth& truth) : m_truth(truth) {}
  PlantedFault& add(std::string kind, geo::XY place, std::string note) {
    m_truth.faults.push_back({numbered("F", m_truth.faults.size() + 1, 4), std::move(kind), {}, {}, {}, place, std::move(note)});
    return m_truth.faults.back();
  }

 private:
  SampleTruth& m_truth;
};

}  // namespace pianqu::layers
