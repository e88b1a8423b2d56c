#include "layers/io/gdal_words.hpp"

#include <cpl_error.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace pianqu::layers {
namespace {

void CPL_STDCALL hear(CPLErr level, CPLErrorNum, const char* text) {
  auto* words = static_cast<GdalWords*>(CPLGetErrorHandlerUserData());
  if (words && (level == CE_Failure || level == CE_Warning)) words->add(level == CE_Failure, text);
}

}  // namespace

GdalWords::GdalWords() { CPLPushErrorHandlerEx(hear, this); }
GdalWords::~GdalWords() { CPLPopErrorHandler(); }

void GdalWords::add(bool isFailure, const char* text) {
  auto& list = isFailure ? m_failures : m_warnings;
  if (list.size() < 20 && std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

std::string crsTextOf(const OGRSpatialReference& srs) {
  if (srs.IsEmpty() || srs.IsLocal()) return {};
  const char* authority = srs.GetAuthorityName(nullptr);
  const char* code = srs.GetAuthorityCode(nullptr);
  if (authority && code && std::string(authority) != "OGC") return std::string(authority) + ":" + code;
  char* wkt = nullptr;
  const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
  srs.exportToWkt(&wkt, options);
  std::string text = wkt ? wkt : "";
  CPLFree(wkt);
  return text;
}

bool hasAccurateWay(const std::string& crsText, double x, double y) {
  const GdalWords silence;
  OGRSpatialReference from, to;
  if (from.SetFromUserInput(crsText.c_str()) != OGRERR_NONE || to.importFromEPSG(4326) != OGRERR_NONE) return false;
  const char* datum = from.GetAttrValue("DATUM");
  const std::string name = datum ? datum : "";
  for (const char* same : {"China_2000", "China 2000", "WGS_1984", "World Geodetic System 1984", "CGCS", "GRS 1980", "GRS80", "Unknown based on WGS"}) {
    if (name.find(same) != std::string::npos) return true;
  }
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  // An operation counts where its area of use is: those of Beijing 1954 are for oil fields and seas, not for the country.
  const std::unique_ptr<OGRCoordinateTransformation> rough(OGRCreateCoordinateTransformation(&from, &to));
  double lon = x, lat = y;
  if (!rough || !rough->Transform(1, &lon, &lat) || !std::isfinite(lon) || !std::isfinite(lat)) return false;
  OGRCoordinateTransformationOptions options;
  options.SetBallparkAllowed(false);
  options.SetAreaOfInterest(std::max(-180.0, lon - 0.01), std::max(-90.0, lat - 0.01), std::min(180.0, lon + 0.01), std::min(90.0, lat + 0.01));
  const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&from, &to, options));
  if (!way) return false;
  return way->Transform(1, &x, &y) && std::isfinite(x) && std::isfinite(y);
}

}  // namespace pianqu::layers
