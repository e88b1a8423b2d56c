#include "geo/crs/crs.hpp"

#include <proj.h>

#include <cmath>
#include <cstdio>
#include <map>
#include <mutex>
#include <regex>
#include <utility>

namespace pianqu::geo {
namespace {

using Handle = std::unique_ptr<PJ, decltype(&proj_destroy)>;

/// One PROJ context a thread: PROJ objects must not be shared between threads.
PJ_CONTEXT* context() {
  struct Owner {
    PJ_CONTEXT* handle = proj_context_create();
    Owner() { proj_log_level(handle, PJ_LOG_NONE); }
    ~Owner() { proj_context_destroy(handle); }
  };
  thread_local Owner owner;
  return owner.handle;
}

Handle made(PJ* object) { return {object, &proj_destroy}; }

std::string projWords() {
  const int code = proj_context_errno(context());
  return code == 0 ? std::string("not understood") : std::string(proj_context_errno_string(context(), code));
}

std::string localDefinition(double cm, double fe, double fn) {
  char text[256];
  // BOUNDCRS-free WKT would do as well; the PROJ string is shorter and keeps every digit.
  std::snprintf(text, sizeof text, "+proj=tmerc +lat_0=0 +lon_0=%.10g +k=1 +x_0=%.10g +y_0=%.10g +ellps=GRS80 +units=m +no_defs +type=crs", cm, fe, fn);
  return text;
}

std::string number(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

}  // namespace

struct Crs::Definition {
  std::string text;        ///< what PROJ made it from
  std::string name, authority;
  bool isGeographic = false;
  std::optional<double> centralMeridian;
  double falseEasting = 0;
};

namespace {

/// Coordinate operation parameter of a projected CRS by EPSG code.
std::optional<double> parameter(PJ* crs, int epsgCode) {
  const Handle conversion = made(proj_crs_get_coordoperation(context(), crs));
  if (!conversion) return std::nullopt;
  const int count = proj_coordoperation_get_param_count(context(), conversion.get());
  for (int i = 0; i < count; ++i) {
    const char* code = nullptr;
    double value = 0, factor = 1;
    if (!proj_coordoperation_get_param(context(), conversion.get(), i, nullptr, nullptr, &code, &value, nullptr, &factor, nullptr, nullptr, nullptr, nullptr)) continue;
    if (code && std::atoi(code) == epsgCode) return value;
  }
  return std::nullopt;
}

constexpr int kLongitudeOfOrigin = 8802;
constexpr int kFalseEasting = 8806;

/// What PROJ makes of a CRS text; null when it is not understood.
struct System {
  Handle handle{nullptr, &proj_destroy};
  std::string wkt2;   ///< the text itself when there is none
};

/// Kept per thread: to parse a text costs more than to carry a thousand points.
const System& systemOf(const std::string& text) {
  context();   // outlives what is made in it
  thread_local std::map<std::string, System> kept;
  const auto [place, isNew] = kept.try_emplace(text);
  if (isNew) {
    place->second.handle = made(proj_create(context(), text.c_str()));
    const char* wkt = place->second.handle ? proj_as_wkt(context(), place->second.handle.get(), PJ_WKT2_2019, nullptr) : nullptr;
    place->second.wkt2 = wkt ? wkt : text;
  }
  return place->second;
}

/// From one CRS text to another with easting-first axes, kept per thread; null when there is no way.
PJ* operation(const std::string& from, const std::string& to) {
  context();
  thread_local std::map<std::pair<std::string, std::string>, Handle> kept;
  const auto key = std::make_pair(from, to);
  if (const auto found = kept.find(key); found != kept.end()) return found->second.get();
  Handle raw = made(proj_create_crs_to_crs(context(), from.c_str(), to.c_str(), nullptr));
  if (!raw) return nullptr;
  Handle normal = made(proj_normalize_for_visualization(context(), raw.get()));
  if (!normal) return nullptr;
  return kept.emplace(key, std::move(normal)).first->second.get();
}

/// Whether two texts mean one system, kept per thread.
bool isSameSystem(const std::string& a, const std::string& b) {
  if (a == b) return true;
  thread_local std::map<std::pair<std::string, std::string>, bool> kept;
  const auto key = std::make_pair(a, b);
  if (const auto found = kept.find(key); found != kept.end()) return found->second;
  PJ *first = systemOf(a).handle.get(), *second = systemOf(b).handle.get();
  return kept[key] = first && second && proj_is_equivalent_to_with_ctx(context(), first, second, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS);
}

}  // namespace

Result<Crs> Crs::fromText(const std::string& definition) {
  static const std::regex kLocal(R"(^\s*CGCS2000\s+CM\s+([0-9.]+)(?:\s+FE\s+([0-9.]+))?(?:\s+FN\s+(-?[0-9.]+))?\s*$)", std::regex::icase);
  std::smatch match;
  if (std::regex_match(definition, match, kLocal)) {
    const double cm = std::stod(match[1]), fe = match[2].matched ? std::stod(match[2]) : 500000, fn = match[3].matched ? std::stod(match[3]) : 0;
    if (cm < 70 || cm > 140) return fail(ErrorCode::Invalid, "the central meridian " + number(cm) + " is not in China", "give degrees of longitude, such as CM 115.5");
    return localCity(cm, fe, fn);
  }
  Handle crs = made(proj_create(context(), definition.c_str()));
  if (!crs) return fail(ErrorCode::Invalid, "\"" + definition.substr(0, 80) + "\" is not a coordinate reference system: " + projWords(),
                        "use EPSG:4547, WKT, a PROJ string, or \"CGCS2000 CM 115.5 FE 500000\"");
  // A compound or bound system is used through its horizontal part.
  for (PJ_TYPE type = proj_get_type(crs.get()); type == PJ_TYPE_BOUND_CRS || type == PJ_TYPE_COMPOUND_CRS; type = proj_get_type(crs.get())) {
    Handle inner = made(type == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context(), crs.get()) : proj_crs_get_sub_crs(context(), crs.get(), 0));
    if (!inner) break;
    crs = std::move(inner);
  }
  const PJ_TYPE type = proj_get_type(crs.get());
  const bool isGeographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
  if (!isGeographic && type != PJ_TYPE_PROJECTED_CRS) {
    return fail(ErrorCode::Invalid, "\"" + definition.substr(0, 80) + "\" is neither a geographic nor a projected system", "use EPSG:4547, WKT or a PROJ string of such a system");
  }
  auto made = std::make_shared<Definition>();
  made->isGeographic = isGeographic;
  made->name = proj_get_name(crs.get());
  if (const char* authority = proj_get_id_auth_name(crs.get(), 0)) {
    if (const char* code = proj_get_id_code(crs.get(), 0)) made->authority = std::string(authority) + ":" + code;
  }
  const char* wkt = proj_as_wkt(context(), crs.get(), PJ_WKT2_2019, nullptr);
  made->text = !made->authority.empty() ? made->authority : wkt ? wkt : definition;
  if (!isGeographic) {
    made->centralMeridian = parameter(crs.get(), kLongitudeOfOrigin);
    made->falseEasting = parameter(crs.get(), kFalseEasting).value_or(0);
  }
  if (made->name.empty() || made->name == "unknown") {
    made->name = made->centralMeridian ? "CGCS2000 CM " + number(*made->centralMeridian) + " FE " + number(made->falseEasting) : "custom system";
  }
  return Crs(std::move(made));
}

Crs Crs::localCity(double centralMeridianDeg, double falseEasting, double falseNorthing) {
  auto made = std::make_shared<Definition>();
  made->text = localDefinition(centralMeridianDeg, falseEasting, falseNorthing);
  made->name = "CGCS2000 CM " + number(centralMeridianDeg) + " FE " + number(falseEasting) + (falseNorthing != 0 ? " FN " + number(falseNorthing) : "");
  made->centralMeridian = centralMeridianDeg;
  made->falseEasting = falseEasting;
  return Crs(std::move(made));
}

namespace {
Crs known(const char* code) {
  auto crs = Crs::fromText(code);
  // EPSG's own codes are in proj.db, which PROJ cannot work without.
  return crs ? *crs : Crs::localCity(114, 500000);
}
}  // namespace

Crs Crs::cgcs2000LonLat() {
  static const Crs kCrs = known("EPSG:4490");
  return kCrs;
}
Crs Crs::wgs84LonLat() {
  static const Crs kCrs = known("EPSG:4326");
  return kCrs;
}
Crs Crs::webMercator() {
  static const Crs kCrs = known("EPSG:3857");
  return kCrs;
}

const std::string& Crs::name() const { return m_definition->name; }
const std::string& Crs::authority() const { return m_definition->authority; }
bool Crs::isGeographic() const { return m_definition->isGeographic; }
std::optional<double> Crs::centralMeridian() const { return m_definition->centralMeridian; }
double Crs::falseEasting() const { return m_definition->falseEasting; }

std::string Crs::toWkt2() const { return systemOf(m_definition->text).wkt2; }

std::string Crs::toProjString() const {
  PJ* system = systemOf(m_definition->text).handle.get();
  const char* text = system ? proj_as_proj_string(context(), system, PJ_PROJ_5, nullptr) : nullptr;
  return text ? text : m_definition->text;
}

bool Crs::operator==(const Crs& other) const { return m_definition == other.m_definition || isSameSystem(m_definition->text, other.m_definition->text); }

Result<void> transform(const Crs& from, const Crs& to, std::vector<XY>& points) {
  if (from == to || points.empty()) return {};
  PJ* op = operation(from.toWkt2(), to.toWkt2());
  if (!op) return fail(ErrorCode::Unsupported, "no way from " + from.name() + " to " + to.name() + ": " + projWords());
  std::vector<XY> moved = points;
  proj_errno_reset(op);
  proj_trans_generic(op, PJ_FWD, &moved[0].x, sizeof(XY), moved.size(), &moved[0].y, sizeof(XY), moved.size(), nullptr, 0, 0, nullptr, 0, 0);
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (std::isfinite(moved[i].x) && std::isfinite(moved[i].y)) continue;
    return fail(ErrorCode::Invalid, "the point " + number(points[i].x) + ", " + number(points[i].y) + " cannot be carried from " + from.name() + " to " + to.name(),
                "check the coordinate system and the axis order", {.feature = "point " + std::to_string(i + 1), .x = points[i].x, .y = points[i].y});
  }
  points = std::move(moved);
  return {};
}

Result<XYGeometry> transform(const Crs& from, const Crs& to, XYGeometry geometry) {
  if (from == to) return geometry;
  // All points in one call: a call costs as much as a few hundred points.
  std::vector<XY> all;
  const auto visit = [&geometry](auto each) {
    if (auto* p = std::get_if<XYGeometry::Points>(&geometry.value)) each(p->points);
    if (auto* l = std::get_if<XYGeometry::Lines>(&geometry.value)) for (auto& line : l->lines) each(line);
    if (auto* g = std::get_if<XYGeometry::Polygons>(&geometry.value)) {
      for (auto& polygon : g->polygons) {
        each(polygon.outer);
        for (auto& hole : polygon.holes) each(hole);
      }
    }
  };
  visit([&all](std::vector<XY>& points) { all.insert(all.end(), points.begin(), points.end()); });
  if (auto done = transform(from, to, all); !done) return fail(std::move(done));
  std::size_t at = 0;
  visit([&](std::vector<XY>& points) { for (auto& p : points) p = all[at++]; });
  return geometry;
}

Result<LonLat> toLonLat(const Crs& from, XY point) {
  std::vector<XY> points{point};
  if (auto done = transform(from, Crs::cgcs2000LonLat(), points); !done) return fail(std::move(done));
  return LonLat{points[0].x, points[0].y};
}

Result<XY> fromLonLat(const Crs& to, LonLat point) {
  std::vector<XY> points{{point.lon, point.lat}};
  if (auto done = transform(Crs::cgcs2000LonLat(), to, points); !done) return fail(std::move(done));
  return points[0];
}

Result<double> lengthDistortionMmPerKm(const Crs& crs, XY point) {
  if (crs.isGeographic()) return fail(ErrorCode::Unsupported, "a geographic system has no length distortion in metres", "use a projected system");
  const auto lonLat = toLonLat(crs, point);
  if (!lonLat) return fail(lonLat);
  const PJ_FACTORS factors = proj_factors(systemOf(crs.toWkt2()).handle.get(), proj_coord(proj_torad(lonLat->lon), proj_torad(lonLat->lat), 0, 0));
  if (factors.meridional_scale <= 0) return fail(ErrorCode::Unsupported, "the scale of " + crs.name() + " cannot be computed there");
  return (std::sqrt(factors.meridional_scale * factors.parallel_scale) - 1.0) * 1e6;
}

}  // namespace pianqu::geo
