#include "app/map/layer_change.hpp"

#include <algorithm>

namespace pianqu::app {

LayerChange::LayerChange(const TiledLayer& before, const TiledLayer& after)
    : m_groups(before.groups().size()), m_leaves(before.groups().size()), m_changed(before.groups().size()) {
  const bool isAlike = before.hasSameStyle(after);
  for (std::size_t g = 0; g < before.groups().size(); ++g) {
    m_leaves[g].resize(before.groups()[g].tree.leaves().size());
    if (isAlike) compare(before, after, g);
  }
}

void LayerChange::compare(const TiledLayer& before, const TiledLayer& after, std::size_t group) {
  const auto& groups = after.groups();
  const auto same = std::find_if(groups.begin(), groups.end(), [&](const ScaleGroup& other) { return other.maxScale == before.groups()[group].maxScale; });
  if (same == groups.end()) return;
  m_groups[group] = static_cast<std::size_t>(same - groups.begin());
  std::multimap<std::uint64_t, std::size_t> news;
  const auto& leaves = same->tree.leaves();
  for (std::size_t i = 0; i < leaves.size(); ++i) news.emplace(leaves[i].looks, i);
  const auto& olds = before.groups()[group].tree.leaves();
  for (std::size_t i = 0; i < olds.size(); ++i) {
    const auto found = news.find(olds[i].looks);
    if (found == news.end()) {
      m_changed[group].push_back(olds[i].world);
      continue;
    }
    m_leaves[group][i] = found->second;
    news.erase(found);
  }
  for (const auto& [looks, leaf] : news) m_changed[group].push_back(leaves[leaf].world);
}

bool LayerChange::touches(std::size_t group, const geo::Box& world) const {
  return std::any_of(m_changed[group].begin(), m_changed[group].end(), [&](const geo::Box& changed) { return changed.intersects(world); });
}

}  // namespace pianqu::app
