#include "layers/feature/uid_positions.hpp"

#include <limits>
#include <numeric>
#include <utility>

#include "geo/base/big_pages.hpp"

namespace pianqu::layers {
namespace {

constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();

}  // namespace

void UidPositions::reserve(std::size_t expected) {
  const std::size_t slots = expected + expected / 7 + 8;
  if (slots > m_uids.size()) grow(slots);
}

void UidPositions::grow(std::size_t slots) {
  const auto uids = std::exchange(m_uids, {});
  const auto positions = std::exchange(m_positions, {});
  geo::reserveBig(m_uids, slots);
  geo::reserveBig(m_positions, slots);
  m_uids.resize(slots);
  m_positions.resize(slots, kFree);
  for (std::size_t i = 0; i < uids.size(); ++i) {
    if (positions[i] == kFree) continue;
    const std::size_t slot = slotOf(uids[i]);
    m_uids[slot] = uids[i];
    m_positions[slot] = positions[i];
  }
}

/// The slot of `uid`, or the free one where it belongs.
std::size_t UidPositions::slotOf(const Uid& uid) const {
  // The high part of a product in place of a remainder, so that there may be any number of slots.
  std::size_t slot = (uid.hash() >> 32U) * m_uids.size() >> 32U;
  while (m_positions[slot] != kFree && m_uids[slot] != uid) slot = slot + 1 == m_uids.size() ? 0 : slot + 1;
  return slot;
}

void UidPositions::add(const Uid& uid, std::size_t position) {
  if ((m_size + 1) * 8 > m_uids.size() * 7) grow(m_uids.size() * 2 + 8);
  const std::size_t slot = slotOf(uid);
  if (m_positions[slot] != kFree) return;
  m_uids[slot] = uid;
  m_positions[slot] = static_cast<std::uint32_t>(position);
  ++m_size;
}

std::optional<std::size_t> UidPositions::find(const Uid& uid) const {
  if (m_size == 0) return std::nullopt;
  const std::uint32_t position = m_positions[slotOf(uid)];
  return position == kFree ? std::nullopt : std::optional<std::size_t>(position);
}

UidGroups::UidGroups(const std::vector<Uid>& owners) {
  // Owners are far fewer than what they own: groups are numbered as they are met, then filled in one pass.
  std::vector<std::uint32_t> groupOf(owners.size(), kFree), sizes;
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (owners[i].empty()) continue;
    auto group = m_groups.find(owners[i]);
    if (!group) {
      group = sizes.size();
      m_groups.add(owners[i], *group);
      sizes.push_back(0);
    }
    groupOf[i] = static_cast<std::uint32_t>(*group);
    ++sizes[*group];
  }
  m_firsts.assign(sizes.size() + 1, 0);
  std::inclusive_scan(sizes.begin(), sizes.end(), m_firsts.begin() + 1);
  m_members.resize(m_firsts.back());
  std::vector<std::uint32_t> next(m_firsts.begin(), m_firsts.end() - 1);
  for (std::uint32_t i = 0; i < groupOf.size(); ++i)
    if (groupOf[i] != kFree) m_members[next[groupOf[i]]++] = i;
}

std::span<const std::uint32_t> UidGroups::of(const Uid& owner) const {
  const auto group = m_groups.find(owner);
  if (!group) return {};
  return std::span(m_members).subspan(m_firsts[*group], m_firsts[*group + 1] - m_firsts[*group]);
}

}  // namespace pianqu::layers
