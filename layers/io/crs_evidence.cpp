#include "layers/io/crs_evidence.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

#include "layers/io/gdal_words.hpp"

namespace pianqu::layers {
namespace {

using geo::Crs;
using geo::CrsGuess;
using geo::ErrorCode;
using geo::fail;

/// Content within this of what the project holds is near it. A wrong zone is off by 280 km at least, swapped axes by thousands.
constexpr double kNearM = 30'000;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string shown(const geo::Box& box) {
  const bool isDegrees = std::max({std::abs(box.minX), std::abs(box.maxX), std::abs(box.minY), std::abs(box.maxY)}) <= 360;
  char text[160];
  std::snprintf(text, sizeof text, isDegrees ? "%.4f..%.4f and %.4f..%.4f" : "%.0f..%.0f and %.0f..%.0f", box.minX, box.maxX, box.minY, box.maxY);
  return text;
}

double centralMeridianOf(const CrsGuess& guess) { return guess.isSixDegree ? guess.zone * 6 - 3 : guess.zone * 3; }

std::string zoneCode(int firstCode, double centralMeridian, double firstMeridian, double step) {
  return "EPSG:" + std::to_string(firstCode + static_cast<int>(std::lround((centralMeridian - firstMeridian) / step)));
}

bool isNear(const CrsProof& proof, const RawExtent& extent, const CrsClues& clues) {
  if (!clues.project || clues.projectExtent.isEmpty()) return false;
  const auto& b = extent.box;
  const std::vector<RawGeometry> corners{RawGeometry{RawGeometry::Points{{{b.minX, b.minY}, {b.maxX, b.maxY}}}}};
  const auto placed = placeRows(corners, proof, *clues.project);
  return placed.faults[0].empty() && geo::boxOf(placed.geometries[0]).intersects(clues.projectExtent.grownBy(kNearM));
}

/// Numbers against a system that was said or declared; sets swap and zone prefix where the numbers prove them.
geo::Result<void> agree(CrsProof& proof, const RawExtent& extent, const std::string& by) {
  const auto& b = extent.box;
  const auto guess = geo::guessCrs(b.minX, b.maxX, b.minY, b.maxY);
  const std::string contradiction = by + " says " + proof.name + ", but the numbers are " + shown(b);
  if (proof.crs.isGeographic()) {
    if (guess.kind == CrsGuess::Kind::Geographic && guess.isSwapped) {
      proof.isSwapped = true;
      proof.problems.push_back({geo::Severity::Warning, "axes-swapped", "latitude comes first: " + guess.reason + "; they were exchanged", {}});
      return {};
    }
    if (b.minX < -180 || b.maxX > 360 || b.minY < -90 || b.maxY > 90) {
      return fail(ErrorCode::Invalid, contradiction + ", which are not degrees", "say the true system by --crs, such as --crs EPSG:4547 or --crs \"CGCS2000 CM 115.5 FE 500000\"");
    }
    return {};
  }
  constexpr double kLargestGrid = 1e8;
  if (std::max(std::abs(b.maxX), std::abs(b.maxY)) > kLargestGrid) {
    return fail(ErrorCode::Invalid, contradiction + ", a hundred or a thousand times those of a grid in metres", "the file is probably in millimetres: scale it to metres and export it again");
  }
  if (guess.kind == CrsGuess::Kind::Geographic) return fail(ErrorCode::Invalid, contradiction + ", which are degrees", "say the true system by --crs: EPSG:4490, EPSG:4326, gcj02 or bd09");
  const auto cm = proof.crs.centralMeridian();
  if (!cm) return {};
  const bool isPrefixed = proof.crs.falseEasting() > 1e6;
  if (guess.kind == CrsGuess::Kind::ProjectedWithZone && !isPrefixed) {
    if (std::abs(centralMeridianOf(guess) - *cm) > 1e-6) {
      return fail(ErrorCode::Invalid, contradiction + ": the zone number " + std::to_string(guess.zone) + " has another central meridian", "say the true system by --crs");
    }
    proof.prefixM = guess.zone * 1e6;
    proof.problems.push_back({geo::Severity::Warning, "zone-prefix-removed", "the eastings carry the zone number " + std::to_string(guess.zone) + ", which " + proof.name + " does not; it was taken off", {}});
  }
  if (guess.kind == CrsGuess::Kind::ProjectedNoZone && isPrefixed) {
    return fail(ErrorCode::Invalid, contradiction + ", without the zone number that this system has", "say the system without zone number by --crs, such as " + zoneCode(4534, *cm, 75, 3));
  }
  if (guess.isSwapped && (guess.kind == CrsGuess::Kind::ProjectedNoZone || guess.kind == CrsGuess::Kind::ProjectedWithZone)) {
    proof.isSwapped = true;
    proof.problems.push_back({geo::Severity::Note, "axes-swapped", "northing comes first: " + guess.reason + "; they were exchanged", {}});
  }
  return {};
}

geo::Result<void> checkAccuracy(CrsProof& proof, const RawExtent& extent, const CrsClues& clues) {
  const auto centre = extent.box.centre();
  const double x = (proof.isSwapped ? centre.y : centre.x) - proof.prefixM, y = proof.isSwapped ? centre.x : centre.y;
  const std::string text = proof.crs.authority().empty() ? proof.crs.toWkt2() : proof.crs.authority();
  if (hasAccurateWay(text, x, y)) return {};
  const std::string reason = "from " + proof.crs.name() + " (" + proof.name + ") only a ballpark operation leads to CGCS2000: positions may be wrong by up to about 150 m";
  if (!clues.acceptsBallpark) {
    return fail(ErrorCode::Undecided, reason, "transform the file by the parameters that the surveying office keeps, or accept the error with --accept-ballpark");
  }
  proof.problems.push_back({geo::Severity::Warning, "ballpark-accuracy", reason + "; accepted by --accept-ballpark", {}});
  return {};
}

geo::Result<CrsProof> fromText(const std::string& text, const std::string& by) {
  const std::string word = lower(text);
  if (word == "gcj02" || word == "gcj-02" || word == "bd09" || word == "bd-09" || word == "bd09ll") {
    const bool isGcj = word[0] == 'g';
    return CrsProof{Crs::cgcs2000LonLat(), isGcj ? geo::ShiftedDatum::Gcj02 : geo::ShiftedDatum::Bd09, false, 0, isGcj ? "GCJ-02" : "BD-09", by, {}};
  }
  auto crs = Crs::fromText(text);
  if (!crs) return fail(std::move(crs));
  std::string name = crs->authority().empty() ? crs->name() : crs->authority();
  return CrsProof{*crs, {}, false, 0, std::move(name), by, {}};
}

geo::Result<CrsProof> undecided(const CrsGuess& guess, const RawExtent& extent, const CrsClues& clues) {
  std::string text = "the coordinate system is not proven: the numbers are " + shown(extent.box) + " (" + guess.reason + ")";
  std::string hint;
  switch (guess.kind) {
    case CrsGuess::Kind::Geographic:
      hint = "say by --crs what the degrees are of: EPSG:4490 (CGCS2000), EPSG:4326 (WGS 84, GPS), gcj02 (Gaode, Tencent), bd09 (Baidu); they differ by some 500 m";
      break;
    case CrsGuess::Kind::ProjectedNoZone:
      hint = "say the central meridian by --crs, such as EPSG:4547 (CGCS2000, 114°E), EPSG:4548 (117°E) or a local system: \"CGCS2000 CM 115.5 FE 500000\"";
      if (clues.project && !clues.projectExtent.isEmpty()) text += "; read in the project's " + clues.project->name() + " they do not lie near what the project holds (" + shown(clues.projectExtent) + ")";
      break;
    case CrsGuess::Kind::ProjectedWithZone: {
      const double cm = centralMeridianOf(guess);
      hint = guess.isSixDegree ? "say the datum by --crs: " + zoneCode(4491, cm, 75, 6) + " (CGCS2000), " + zoneCode(2327, cm, 75, 6) + " (Xi'an 1980), " + zoneCode(21413, cm, 75, 6) + " (Beijing 1954)"
                               : "say the datum by --crs: " + zoneCode(4513, cm, 75, 3) + " (CGCS2000), " + zoneCode(2349, cm, 75, 3) + " (Xi'an 1980), " + zoneCode(2401, cm, 75, 3) + " (Beijing 1954)";
      break;
    }
    case CrsGuess::Kind::WebMercator: hint = "say --crs EPSG:3857 if these are Web Mercator metres"; break;
    case CrsGuess::Kind::Unknown: hint = "say the system by --crs EPSG:code, WKT or \"CGCS2000 CM 115.5 FE 500000\""; break;
  }
  return fail(ErrorCode::Undecided, text, hint);
}

/// Nothing said, nothing declared: the place of the project may prove it.
geo::Result<CrsProof> fromProject(const RawExtent& extent, const CrsClues& clues) {
  const auto& b = extent.box;
  const auto guess = geo::guessCrs(b.minX, b.maxX, b.minY, b.maxY);
  const bool isMetres = guess.kind == CrsGuess::Kind::ProjectedNoZone || guess.kind == CrsGuess::Kind::ProjectedWithZone;
  if (!isMetres || !clues.project || clues.projectExtent.isEmpty()) return undecided(guess, extent, clues);
  CrsProof proof{*clues.project, {}, guess.isSwapped, 0, clues.project->authority().empty() ? clues.project->name() : clues.project->authority(), {}, {}};
  if (guess.kind == CrsGuess::Kind::ProjectedWithZone && clues.project->falseEasting() < 1e6) {
    const auto cm = clues.project->centralMeridian();
    if (!cm || std::abs(*cm - centralMeridianOf(guess)) > 1e-6) return undecided(guess, extent, clues);
    proof.prefixM = guess.zone * 1e6;
  }
  if (!isNear(proof, extent, clues)) return undecided(guess, extent, clues);
  proof.proof = "read in the project's system the content lies where the project's does (" + shown(clues.projectExtent) + ")" + (guess.isSwapped ? "; northing comes first" : "");
  return proof;
}

void forEachPoint(const RawGeometry& geometry, const auto& each) {
  if (const auto* p = std::get_if<RawGeometry::Points>(&geometry.value)) for (const auto& q : p->points) each(q);
  if (const auto* l = std::get_if<RawGeometry::Lines>(&geometry.value)) for (const auto& line : l->lines) for (const auto& q : line) each(q);
  if (const auto* g = std::get_if<RawGeometry::Polygons>(&geometry.value)) {
    for (const auto& polygon : g->polygons) {
      for (const auto& q : polygon.outer) each(q);
      for (const auto& hole : polygon.holes) for (const auto& q : hole) each(q);
    }
  }
}

geo::XYGeometry rebuilt(const RawGeometry& raw, const geo::XY* at) {
  const auto line = [&at](const std::vector<geo::RawXY>& points) {
    std::vector<geo::XY> made(at, at + points.size());
    at += points.size();
    return made;
  };
  geo::XYGeometry geometry;
  if (const auto* p = std::get_if<RawGeometry::Points>(&raw.value)) geometry.value = geo::XYGeometry::Points{line(p->points)};
  if (const auto* l = std::get_if<RawGeometry::Lines>(&raw.value)) {
    geo::XYGeometry::Lines lines;
    for (const auto& each : l->lines) lines.lines.push_back(line(each));
    geometry.value = std::move(lines);
  }
  if (const auto* g = std::get_if<RawGeometry::Polygons>(&raw.value)) {
    geo::XYGeometry::Polygons polygons;
    for (const auto& each : g->polygons) {
      geo::Polygon<geo::XY> polygon{line(each.outer), {}};
      for (const auto& hole : each.holes) polygon.holes.push_back(line(hole));
      polygons.polygons.push_back(std::move(polygon));
    }
    geometry.value = std::move(polygons);
  }
  return geometry;
}

/// Points of rows first..last; splits where a point cannot be carried, so that one bad row costs only itself.
void carry(const CrsProof& proof, const geo::Crs& project, std::vector<geo::XY>& points, const std::vector<std::size_t>& starts, std::size_t first, std::size_t last, std::vector<std::string>& faults) {
  if (first >= last || starts[first] == starts[last]) return;
  std::vector<geo::XY> part(points.begin() + static_cast<std::ptrdiff_t>(starts[first]), points.begin() + static_cast<std::ptrdiff_t>(starts[last]));
  // Through CGCS2000 degrees: a local system without a named datum has no direct way from a foreign datum.
  geo::Result<void> done;
  if (proof.shifted || !(proof.crs == project)) {
    done = transform(proof.crs, Crs::cgcs2000LonLat(), part);
    if (done && proof.shifted) {
      for (auto& p : part) {
        const auto q = geo::fromShifted(*proof.shifted, {p.x, p.y});
        p = {q.lon, q.lat};
      }
    }
    if (done) done = transform(Crs::cgcs2000LonLat(), project, part);
  }
  if (done) {
    std::copy(part.begin(), part.end(), points.begin() + static_cast<std::ptrdiff_t>(starts[first]));
  } else if (last - first == 1) {
    faults[first] = done.error().text;
  } else {
    const std::size_t middle = first + (last - first) / 2;
    carry(proof, project, points, starts, first, middle, faults);
    carry(proof, project, points, starts, middle, last, faults);
  }
}

}  // namespace

RawExtent extentOf(const std::vector<RawGeometry>& geometries) {
  RawExtent extent;
  for (const auto& geometry : geometries) forEachPoint(geometry, [&](geo::RawXY p) { extent.box.add(geo::XY{p.a, p.b}); });
  return extent;
}

geo::Result<CrsProof> decideCrs(const RawExtent& extent, const CrsClues& clues) {
  geo::Result<CrsProof> proof = !clues.given.empty()      ? fromText(clues.given, "given by --crs")
                                : !clues.declared.empty() ? fromText(clues.declared, "declared by " + clues.declaredBy)
                                                          : fromProject(extent, clues);
  if (!proof) return proof;
  if (clues.given.empty() && clues.declared.empty()) return proof;
  if (auto agreed = agree(*proof, extent, clues.given.empty() ? clues.declaredBy : "--crs"); !agreed) return fail(std::move(agreed));
  if (auto accurate = checkAccuracy(*proof, extent, clues); !accurate) return fail(std::move(accurate));
  proof->proof += ", and the numbers agree (" + shown(extent.box) + ")";
  return proof;
}

geo::Result<geo::Crs> projectCrsFor(const CrsProof& proof, const RawExtent& extent) {
  const bool isChinese = proof.crs.centralMeridian() && (proof.crs.authority().empty() || proof.crs.name().find("CGCS2000") != std::string::npos);
  if (!proof.crs.isGeographic() && isChinese) return proof.crs;
  const auto c = extent.box.centre();
  const std::vector<RawGeometry> centre{RawGeometry{RawGeometry::Points{{{c.x, c.y}}}}};
  const auto placed = placeRows(centre, proof, Crs::cgcs2000LonLat());
  const auto* point = std::get_if<geo::XYGeometry::Points>(&placed.geometries[0].value);
  if (!point || point->points.empty()) return fail(ErrorCode::Invalid, "the middle of the content has no longitude: " + placed.faults[0], "say the system by --crs");
  const double cm = std::clamp(std::round(point->points[0].x / 3) * 3, 75.0, 135.0);
  if (std::abs(cm - point->points[0].x) > 3) return Crs::localCity(std::round(point->points[0].x / 3) * 3, 500000);
  return Crs::fromText(zoneCode(4534, cm, 75, 3));
}

PlacedRows placeRows(const std::vector<RawGeometry>& geometries, const CrsProof& proof, const geo::Crs& project) {
  PlacedRows placed{{}, std::vector<std::string>(geometries.size())};
  std::vector<geo::XY> points;
  std::vector<std::size_t> starts;
  for (const auto& geometry : geometries) {
    starts.push_back(points.size());
    forEachPoint(geometry, [&](geo::RawXY p) { points.push_back(proof.isSwapped ? geo::XY{p.b - proof.prefixM, p.a} : geo::XY{p.a - proof.prefixM, p.b}); });
  }
  starts.push_back(points.size());
  if (proof.shifted || !(proof.crs == project)) carry(proof, project, points, starts, 0, geometries.size(), placed.faults);
  for (std::size_t row = 0; row < geometries.size(); ++row) {
    placed.geometries.push_back(placed.faults[row].empty() ? rebuilt(geometries[row], points.data() + starts[row]) : geo::XYGeometry{});
  }
  return placed;
}

}  // namespace pianqu::layers
