#pragma once

#include <deque>
#include <vector>

#include "layers/scene/map_labels.hpp"

namespace pianqu::layers {

/// Labels of lines that continue each other, where a surveyor cut a pipe or a street at every manhole: one label a run.
struct LabelRuns {
  std::vector<WantedLabel> wanted;
  std::deque<SceneLabel> labels;   ///< of the runs; `wanted` points into it
};

/// Joins the labels of lines of one symbol that carry the same text and meet end to end where no third one does. A run longer than `repeatM`
/// is cut into equal stretches not longer than that, each with a label. Order of the first member; all other labels pass as they are.
/// cost      O(labels)
LabelRuns joinRuns(std::vector<WantedLabel> wanted, double repeatM);

}  // namespace pianqu::layers
