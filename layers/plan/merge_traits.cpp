#include "layers/plan/merge_traits.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "layers/feature/city_index.hpp"

namespace pianqu::layers {
namespace {

constexpr std::array<std::pair<MergeTrait, std::string_view>, 3> kNames{{{MergeTrait::Year, "year"}, {MergeTrait::Tenure, "tenure"}, {MergeTrait::Condition, "condition"}}};
const std::set<std::string, std::less<>> kOwnedByOthers{"单位自管房", "直管公房", "保障房"};

std::optional<double> tenureOf(const Text& tenure) {
  if (tenure.empty()) return std::nullopt;
  return kOwnedByOthers.contains(tenure.str()) ? 1 : 0;
}

std::optional<double> traitOf(const Building& building, MergeTrait trait) {
  switch (trait) {
    case MergeTrait::Year: return building.built ? std::optional<double>(*building.built) : std::nullopt;
    case MergeTrait::Tenure: return tenureOf(building.tenure);
    case MergeTrait::Condition: {
      const bool isKnown = !building.safety.empty() || building.isRoofLeaking;
      if (!isKnown) return std::nullopt;
      return (building.safety == "C" || building.safety == "D" ? 1 : 0) + (building.isRoofLeaking.value_or(false) ? 1 : 0);
    }
  }
  return std::nullopt;
}

std::optional<double> traitOf(const Estate& estate, MergeTrait trait) {
  if (trait == MergeTrait::Tenure) return tenureOf(estate.tenure);
  if (trait != MergeTrait::Year || (!estate.builtFrom && !estate.builtTo)) return std::nullopt;
  const auto from = estate.builtFrom ? estate.builtFrom : estate.builtTo, to = estate.builtTo ? estate.builtTo : estate.builtFrom;
  return (*from + *to) / 2.0;
}

class Traits {
 public:
  explicit Traits(const City& city) : m_city(city), m_index(city) {}

  std::optional<double> of(const MergeUnit& unit, MergeTrait trait) const {
    if (unit.kind != TargetKind::Estate) {
      const auto at = m_index.building(unit.uid);
      return at ? traitOf(m_city.buildings[*at], trait) : std::nullopt;
    }
    double sum = 0;
    int known = 0;
    for (const std::size_t b : m_index.buildingsOf(unit.uid)) {
      const auto value = traitOf(m_city.buildings[b], trait);
      sum += value.value_or(0);
      known += value ? 1 : 0;
    }
    if (known > 0) return sum / known;
    const auto at = m_index.estate(unit.uid);
    return at ? traitOf(m_city.estates[*at], trait) : std::nullopt;
  }

 private:
  const City& m_city;
  CityIndex m_index;
};

}  // namespace

std::string_view nameOf(MergeTrait trait) {
  return std::find_if(kNames.begin(), kNames.end(), [trait](const auto& each) { return each.first == trait; })->second;
}

std::optional<MergeTrait> mergeTraitFrom(std::string_view name) {
  const auto found = std::find_if(kNames.begin(), kNames.end(), [name](const auto& each) { return each.second == name; });
  return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

std::vector<std::vector<double>> traitsOf(const City& city, const MergeUnits& found, const std::vector<MergeTrait>& traits) {
  std::vector<std::vector<double>> all(found.units.size());
  if (traits.empty()) return all;
  const Traits reader(city);
  for (const MergeTrait trait : traits) {
    std::vector<std::optional<double>> values;
    double sum = 0;
    std::size_t known = 0;
    for (const MergeUnit& unit : found.units) {
      values.push_back(reader.of(unit, trait));
      sum += values.back().value_or(0);
      known += values.back() ? 1 : 0;
    }
    const double mean = known > 0 ? sum / static_cast<double>(known) : 0;
    for (std::size_t u = 0; u < all.size(); ++u) all[u].push_back(values[u].value_or(mean));
  }
  return all;
}

}  // namespace pianqu::layers
