#pragma once

#include <string>
#include <vector>

class OGRSpatialReference;

namespace pianqu::layers {

/// Collects what GDAL says on this thread while this lives, in place of its printing.
class GdalWords {
 public:
  GdalWords();
  ~GdalWords();
  GdalWords(const GdalWords&) = delete;
  GdalWords& operator=(const GdalWords&) = delete;
  bool hasFailure() const { return !m_failures.empty(); }
  std::string text() const { return m_failures.empty() ? std::string() : m_failures.front(); }   ///< the first failure
  const std::vector<std::string>& warnings() const { return m_warnings; }                        ///< distinct, at most 20
  void add(bool isFailure, const char* text);

 private:
  std::vector<std::string> m_failures, m_warnings;
};

/// "EPSG:4547" where an authority code is there, else WKT 2; empty for engineering and unknown systems.
std::string crsTextOf(const OGRSpatialReference& srs);

/// Whether PROJ knows an operation with a stated accuracy from `crsText` to WGS 84 at that place; false: only a ballpark one,
/// which passes coordinates through and may be wrong by a hundred metres. True for CGCS2000 and WGS 84 themselves.
bool hasAccurateWay(const std::string& crsText, double x, double y);

}  // namespace pianqu::layers
