#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/catalogue/pinyin.hpp"
#include "layers/feature/city.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// Something that was looked for.
struct Found {
  std::string table;       ///< "estate", "building", ...; "district"; "place" for a coordinate
  Uid uid;                 ///< empty for a place
  std::string name;        ///< what a person calls it
  std::string detail;      ///< why it was found: "X04", "myxq", "EPSG:4326"
  geo::XY at;              ///< in the project CRS, inside or on it
  geo::Box box;            ///< what to zoom to; a point for points
  int rank = 0;            ///< smaller is better; see findIn
};

/// What can be found in a city and its plan by name, number, address, code and initials of the pinyin. Made once, asked often.
class FindIndex {
 public:
  /// `city` and `plan` must outlive it. cost  2 us a feature with a name
  FindIndex(const City& city, const Plan& plan, const PinyinInitials& initials);

  /// By rank: the whole name or code, its beginning, a part of it, initials from the beginning, initials within; then districts, estates,
  /// streets before the rest; then by name. At most `limit`.
  std::vector<Found> find(const std::string& text, std::size_t limit = 50) const;

 private:
  struct Entry {
    Found found;
    std::string code;        ///< in lower case, to compare with
    std::vector<std::uint64_t> keys;
    int order = 0;
  };
  template <class Shape>
  void add(const char* table, int order, const Uid& uid, const std::string& name, const std::string& code, const Shape& shape);
  const PinyinInitials& m_initials;
  std::vector<Entry> m_entries;
};

/// Coordinates as people write them: "114.305, 30.593", "30.593N 114.305E", "500123.4 3400012.5", "38500123 3400012", each with an optional
/// system behind: "114.305 30.593 gcj02", "500123 3400012 EPSG:4547", "... CGCS2000 CM 115.5 FE 500000".
///
/// returns   places in `crs`, the likeliest first; empty when the text holds no two numbers
std::vector<Found> placesOf(const std::string& text, const geo::Crs& crs);

}  // namespace pianqu::layers
