#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/command.hpp"
#include "geo/base/result.hpp"

/// `pianqu merge --units ...`: merging over somebody's own graph of units.
namespace pianqu::app {

struct MergeGraphOptions {
  std::string units, edges, labels, layer, whole;
  std::vector<std::string> minimum, maximum, target;   ///< NAME=VALUE
  std::vector<std::string> together, apart, locks, kept, touched;
  std::string from, pins;                              ///< files: an earlier result; pins
  std::vector<std::string> like;                       ///< columns
  unsigned cutFlags = 0;
  bool isSplitting = false;
  int threads = 0;                                     ///< 0: all
  std::optional<int> effort;
  std::optional<double> compactWeight, likenessWeight, boundaryWeight, changeWeight;
};

/// What the two modes share.
struct MergeGraphRun {
  std::optional<double> maxSpanM;
  std::uint64_t seed = 1;
  std::string explain;
};

/// A=B. in: as the command line has checked it
std::pair<std::string, std::string> pairIn(const std::string& text);

/// Of options that only a graph of units knows, the first that is given; empty when there is none.
std::string graphOnlyOptionIn(const MergeGraphOptions& options);

void addMergeGraphOptions(CLI::App& app, MergeGraphOptions& options);

geo::Result<void> runMergeGraph(const MergeGraphOptions& options, const MergeGraphRun& run, Context& context);

}  // namespace pianqu::app
