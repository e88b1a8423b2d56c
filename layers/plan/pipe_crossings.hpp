#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/index/box_index.hpp"
#include "layers/feature/city.hpp"

/// Where pipes of any class cross in plan, how far apart they lie there in height, and how far they must.
namespace pianqu::layers {

/// Bottom and top of a pipe at a place, metres; nullopt: the survey does not tell.
struct PipeLevels {
  std::optional<double> bottomM, topM;
};

/// Vertical clearances at crossings: data/catalogue/pipe_clearance.csv.
class ClearanceRules {
 public:
  /// errors  NotFound, Invalid naming the row
  static geo::Result<ClearanceRules> read(const std::string& dataFolder);
  struct Required {
    double metres = 0;
    std::string source;            ///< "GB 50289-2016 4.1.14"
    bool isVerified = false;
  };
  /// The larger value where the laying of a cable is not known; nullopt for pairs that the standard does not name.
  std::optional<Required> find(const Pipe& a, const Pipe& b) const;

 private:
  std::map<std::pair<std::string, std::string>, Required> m_rows;
};

/// Unknown never passes.
enum class ClearanceState { Pass, Fail, Unknown };

struct PipeCrossing {
  std::size_t other = 0;           ///< position in City::pipes
  geo::XY at;
  double share = 0;                ///< along the asked pipe's line, 0 start, 1 end
  PipeLevels own, others;
  std::optional<double> clearanceM;   ///< free height between them, negative where they meet; nullopt: not known
  std::optional<ClearanceRules::Required> required;
  ClearanceState state = ClearanceState::Unknown;
};

/// Pipes of a City by box, with the levels of their ends. Keeps a reference: the City must outlive it.
class PipeIndex {
 public:
  explicit PipeIndex(const City& city);

  const City& city() const { return m_city; }
  /// Levels at a share of the pipe's length, in a straight line between its ends. A depth is to the inner bottom of a drain and to the top of every
  /// other pipe (CJJ 61).
  PipeLevels levelsAt(std::size_t pipe, double share) const;
  /// Pipes that cross it in plan, by share, then position; those that share a point with it do not count.
  std::vector<PipeCrossing> crossingsOf(std::size_t pipe, const ClearanceRules& rules) const;

  /// What a cut through the ground from `from` to `to` meets, by distance from `from`.
  struct Cut {
    std::size_t pipe = 0;
    double distanceM = 0;
    geo::XY at;
    PipeLevels levels;
  };
  std::vector<Cut> cut(geo::XY from, geo::XY to) const;

 private:
  std::optional<double> groundOf(const Uid& node) const;
  PipeLevels levelsAtEnd(const Pipe& pipe, bool isStart) const;

  const City& m_city;
  geo::BoxIndex m_index;
  std::unordered_map<Uid, std::size_t> m_nodes;
};

/// Height of a pipe, metres: its diameter, of a box its height.
std::optional<double> heightOf(const Pipe& pipe);

}  // namespace pianqu::layers
