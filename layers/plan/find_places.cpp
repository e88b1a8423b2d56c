#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "layers/plan/find.hpp"

namespace pianqu::layers {
namespace {

constexpr double kMinLon = 72, kMaxLon = 138, kMinLat = 0.5, kMaxLat = 56;  // China, roughly

/// One number of the text with the letters that stand beside it.
struct Number {
  double value = 0;
  bool isNorth = false, isEast = false;
};

struct Parsed {
  std::vector<Number> numbers;
  std::string system;     ///< what is left behind the two numbers
};

bool isAround(double lon, double lat) { return lon >= kMinLon && lon <= kMaxLon && lat >= kMinLat && lat <= kMaxLat; }

Parsed parse(const std::string& text) {
  Parsed parsed;
  std::size_t at = 0;
  while (at < text.size() && parsed.numbers.size() < 2) {
    const auto c = static_cast<unsigned char>(text[at]);
    const bool isLetter = std::isalpha(c) || c >= 0x80;
    if (std::isdigit(c) || ((c == '-' || c == '.') && at + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[at + 1])))) {
      char* end = nullptr;
      Number number{std::strtod(text.c_str() + at, &end)};
      at = static_cast<std::size_t>(end - text.c_str());
      while (at < text.size() && (text.compare(at, 2, "\xC2\xB0") == 0 || text[at] == ' ')) at += text[at] == ' ' ? 1 : 2;
      if (at < text.size() && (text[at] == 'N' || text[at] == 'n' || text[at] == 'E' || text[at] == 'e') && (at + 1 == text.size() || !std::isalpha(static_cast<unsigned char>(text[at + 1])))) {
        (std::tolower(static_cast<unsigned char>(text[at])) == 'n' ? number.isNorth : number.isEast) = true;
        ++at;
      }
      parsed.numbers.push_back(number);
    } else if (isLetter && parsed.numbers.empty() && c != 'X' && c != 'x' && c != 'Y' && c != 'y' && c != 'E' && c != 'N') {
      return {};  // a name, perhaps with numbers in it
    } else {
      ++at;
    }
  }
  if (parsed.numbers.size() == 2) {
    const std::size_t from = text.find_first_not_of(" ,;\t", at);
    if (from != std::string::npos) parsed.system = text.substr(from);
  }
  return parsed;
}

class Places {
 public:
  explicit Places(const geo::Crs& crs) : m_crs(crs) {}

  void addLonLat(geo::LonLat place, const std::string& detail) {
    const auto at = geo::fromLonLat(m_crs, place);
    if (at && std::isfinite(at->x) && std::isfinite(at->y)) add(*at, detail);
  }
  void add(geo::XY at, const std::string& detail) {
    geo::Box box;
    box.add(at);
    char words[96];
    std::snprintf(words, sizeof words, "X %.2f  Y %.2f", at.x, at.y);
    m_found.push_back({"place", {}, words, detail, at, box, static_cast<int>(m_found.size())});
  }
  /// Easting first; numbers that only make sense the other way round are turned.
  void addIn(const geo::Crs& system, double a, double b, const std::string& detail) {
    const bool isTurned = system.isGeographic() ? !isAround(a, b) && isAround(b, a) : false;
    const auto place = geo::toLonLat(system, isTurned ? geo::XY{b, a} : geo::XY{a, b});
    if (place && isAround(place->lon, place->lat)) return addLonLat(*place, detail);
    const auto turned = geo::toLonLat(system, {b, a});
    if (turned && isAround(turned->lon, turned->lat)) addLonLat(*turned, detail);
  }
  std::vector<Found> take() { return std::move(m_found); }

 private:
  const geo::Crs& m_crs;
  std::vector<Found> m_found;
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

std::vector<Found> placesOf(const std::string& text, const geo::Crs& crs) {
  const Parsed parsed = parse(text);
  if (parsed.numbers.size() < 2) return {};
  double a = parsed.numbers[0].value, b = parsed.numbers[1].value;
  if (parsed.numbers[0].isNorth || parsed.numbers[1].isEast) std::swap(a, b);
  Places places(crs);
  const std::string system = lower(parsed.system);
  if (system == "gcj02" || system == "bd09") {
    const geo::LonLat shifted = isAround(a, b) ? geo::LonLat{a, b} : geo::LonLat{b, a};
    places.addLonLat(geo::fromShifted(system == "gcj02" ? geo::ShiftedDatum::Gcj02 : geo::ShiftedDatum::Bd09, shifted), system == "gcj02" ? "GCJ-02" : "BD-09");
    return places.take();
  }
  if (!system.empty()) {
    if (const auto named = geo::Crs::fromText(parsed.system)) places.addIn(*named, a, b, named->name());
    return places.take();
  }
  if (isAround(a, b) || isAround(b, a)) {
    places.addLonLat(isAround(a, b) ? geo::LonLat{a, b} : geo::LonLat{b, a}, "CGCS2000 / WGS 84");
    return places.take();
  }
  places.addIn(crs, a, b, crs.name());
  const geo::CrsGuess guess = geo::guessCrs(a, a, b, b);
  if (guess.kind == geo::CrsGuess::Kind::ProjectedWithZone && guess.zone > 0) {
    const double meridian = guess.isSixDegree ? guess.zone * 6.0 - 3 : guess.zone * 3.0;
    places.addIn(geo::Crs::localCity(meridian, guess.zone * 1e6 + 500000), guess.isSwapped ? b : a, guess.isSwapped ? a : b, "CGCS2000, zone " + std::to_string(guess.zone));
  }
  return places.take();
}

}  // namespace pianqu::layers
