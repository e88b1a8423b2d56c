#include "app/cli/member_words.hpp"

#include <algorithm>

#include "layers/plan/units.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;
using layers::Member;

geo::Result<Member> memberOf(const layers::City& city, const layers::CityIndex& index, const std::string& word) {
  std::vector<Member> found;
  const auto add = [&found](Member member) {
    if (std::find(found.begin(), found.end(), member) == found.end()) found.push_back(std::move(member));
  };
  for (const auto& estate : city.estates) {
    if (estate.uid == word || estate.code == word || estate.name == word) add({layers::TargetKind::Estate, estate.uid, "并入", "手工"});
  }
  for (const auto& building : city.buildings) {
    if (building.uid == word || building.code == word) add(layers::unitOf(index, building));
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) return fail(ErrorCode::NotFound, "there is no estate or building \"" + word + "\"", "name it by code, name or uid; pianqu ledger lists them");
  return fail(ErrorCode::Undecided, "\"" + word + "\" means " + std::to_string(found.size()) + " units", "name it by uid");
}

}  // namespace

geo::Result<std::vector<Member>> membersOf(const layers::City& city, const std::string& list) {
  const layers::CityIndex index(city);
  std::vector<Member> members;
  for (std::size_t from = 0; from < list.size();) {
    const std::size_t to = std::min(list.find(',', from), list.size());
    const std::string word = list.substr(from, to - from);
    from = to + 1;
    if (word.empty()) continue;
    auto member = memberOf(city, index, word);
    if (!member) return fail(std::move(member));
    if (std::find(members.begin(), members.end(), *member) == members.end()) members.push_back(std::move(*member));
  }
  return members;
}

}  // namespace pianqu::app
