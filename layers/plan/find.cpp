#include "layers/plan/find.hpp"

#include <algorithm>
#include <cctype>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

enum Order { Districts, Estates, Areas, Roads, Waters, Buildings, Facilities, Entrances, Nodes };

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string trimmed(const std::string& text) {
  const char* const blank = " \t\r\n";
  const std::size_t from = text.find_first_not_of(blank);
  return from == std::string::npos ? std::string() : text.substr(from, text.find_last_not_of(blank) - from + 1);
}

geo::XY anyPoint(const geo::XY& point) { return point; }
geo::XY anyPoint(const geo::MultiLine<geo::XY>& lines) { return lines.empty() || lines.front().empty() ? geo::XY{} : lines.front()[lines.front().size() / 2]; }
geo::XY anyPoint(const geo::MultiPolygon<geo::XY>& shape) { return shape.empty() ? geo::XY{} : geo::centroidOf(shape); }

geo::XYGeometry geometryOf(const geo::XY& point) { return {geo::XYGeometry::Points{{point}}}; }
geo::XYGeometry geometryOf(const geo::MultiLine<geo::XY>& lines) { return {geo::XYGeometry::Lines{lines}}; }
geo::XYGeometry geometryOf(const geo::MultiPolygon<geo::XY>& shape) { return {geo::XYGeometry::Polygons{shape}}; }

/// How well text fits; nullopt: not at all.
std::optional<int> rankIn(const std::string& text, const std::string& wanted, int whole) {
  const std::size_t at = text.find(wanted);
  if (at == std::string::npos) return std::nullopt;
  return text.size() == wanted.size() ? whole : at == 0 ? 2 : 4;
}

}  // namespace

template <class Shape>
void FindIndex::add(const char* table, int order, const Uid& uid, const std::string& name, const std::string& code, const Shape& shape) {
  if (name.empty() && code.empty()) return;
  const geo::Box box = geo::boxOf(geometryOf(shape));
  if (box.isEmpty()) return;
  Entry entry{{table, uid, name.empty() ? code : name, code, anyPoint(shape), box, 0}, lower(code), m_initials.keysOf(name), order};
  m_entries.push_back(std::move(entry));
}

FindIndex::FindIndex(const City& city, const Plan& plan, const PinyinInitials& initials) : m_initials(initials) {
  for (const auto& d : plan.districts) add("district", Districts, d.uid, d.name, d.code, d.shape);
  for (const auto& e : city.estates) add("estate", Estates, e.uid, e.name.empty() ? e.alias.str() : e.alias.empty() ? e.name.str() : e.name + " (" + e.alias + ")", e.code, e.shape);
  for (const auto& a : city.adminAreas) add("admin_area", Areas, a.uid, a.name, a.code, a.shape);
  for (const auto& r : city.roads) add("road", Roads, r.uid, r.name, {}, r.line);
  for (const auto& w : city.waters) add("water", Waters, w.uid, w.name, {}, w.shape);
  for (const auto& b : city.buildings) add("building", Buildings, b.uid, b.address.empty() ? b.number.str() : b.number.empty() ? b.address.str() : b.address + " " + b.number, b.code, b.shape);
  for (const auto& f : city.facilities) add("facility", Facilities, f.uid, f.name, {}, f.point);
  for (const auto& n : city.pipeNodes) add("pipe_node", Nodes, n.uid, {}, n.code, n.point);
}

std::vector<Found> FindIndex::find(const std::string& text, std::size_t limit) const {
  const std::string wanted = lower(trimmed(text));
  if (wanted.empty()) return {};
  struct Hit {
    int rank = 0;
    const Entry* entry = nullptr;
    bool isByCode = false, isByInitials = false;
  };
  std::vector<Hit> hits;
  for (const auto& entry : m_entries) {
    const auto byName = rankIn(lower(entry.found.name), wanted, 0);
    const auto byCode = entry.code.empty() ? std::nullopt : rankIn(entry.code, wanted, 1);
    if (byName || byCode) {
      const bool isByCode = byCode && (!byName || *byCode < *byName);
      hits.push_back({isByCode ? *byCode : *byName, &entry, isByCode, false});
    } else if (const int at = PinyinInitials::find(entry.keys, wanted); at >= 0) {
      hits.push_back({at > 0 ? 5 : entry.keys.size() == wanted.size() ? 2 : 3, &entry, false, true});
    }
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    return a.entry->order != b.entry->order ? a.entry->order < b.entry->order : a.entry->found.name < b.entry->found.name;
  });
  std::vector<Found> found;
  for (std::size_t i = 0; i < hits.size() && i < limit; ++i) {
    Found each = hits[i].entry->found;
    each.rank = hits[i].rank;
    if (hits[i].isByInitials) each.detail = wanted;
    found.push_back(std::move(each));
  }
  return found;
}

}  // namespace pianqu::layers
