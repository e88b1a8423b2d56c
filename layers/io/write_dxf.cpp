#include <cpl_conv.h>
#include <cpl_string.h>

#include <cstdio>
#include <fstream>

#include "layers/io/write_parts.hpp"

namespace pianqu::layers {
namespace {

/// DXF text of one encoding: group codes and values, one a line.
class DxfText {
 public:
  explicit DxfText(bool isGbk) : m_isGbk(isGbk) {}

  void pair(int code, const std::string& value) { m_out += std::to_string(code) + "\n" + value + "\n"; }
  void number(int code, double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.4f", value);
    pair(code, text);
  }
  void point(geo::XY p, double z) { number(10, p.x); number(20, p.y); number(30, z); }

  std::string encoded(const std::string& utf8) const {
    if (m_isGbk) {
      char* recoded = CPLRecode(utf8.c_str(), "UTF-8", "CP936");
      std::string text = recoded;
      CPLFree(recoded);
      return text;
    }
    std::string text;
    wchar_t* wide = CPLRecodeToWChar(utf8.c_str(), "UTF-8", "UCS-4LE");
    for (const wchar_t* c = wide; c && *c; ++c) {
      char escape[16];
      if (*c < 128) { text += static_cast<char>(*c); continue; }
      std::snprintf(escape, sizeof escape, "\\U+%04X", static_cast<unsigned>(*c));
      text += escape;
    }
    CPLFree(wide);
    return text;
  }
  const std::string& text() const { return m_out; }
  std::string& buffer() { return m_out; }

 private:
  bool m_isGbk;
  std::string m_out;
};

void writeHeader(DxfText& dxf, const std::vector<FeatureTable>& tables, bool isGbk) {
  dxf.pair(0, "SECTION"); dxf.pair(2, "HEADER");
  dxf.pair(9, "$ACADVER"); dxf.pair(1, "AC1009");
  dxf.pair(9, "$DWGCODEPAGE"); dxf.pair(3, isGbk ? "ANSI_936" : "ANSI_1252");
  dxf.pair(0, "ENDSEC");
  dxf.pair(0, "SECTION"); dxf.pair(2, "TABLES");
  dxf.pair(0, "TABLE"); dxf.pair(2, "LAYER"); dxf.pair(70, std::to_string(tables.size()));
  int colour = 0;
  for (const auto& table : tables) {
    dxf.pair(0, "LAYER"); dxf.pair(2, dxf.encoded(table.name)); dxf.pair(70, "0");
    dxf.pair(62, std::to_string(1 + colour++ % 7)); dxf.pair(6, "CONTINUOUS");
  }
  dxf.pair(0, "ENDTAB"); dxf.pair(0, "ENDSEC");
}

void writePolyline(DxfText& dxf, const std::string& layer, const std::vector<geo::XY>& points, bool isClosed) {
  const std::size_t count = isClosed && points.size() > 1 && points.front() == points.back() ? points.size() - 1 : points.size();
  dxf.pair(0, "POLYLINE"); dxf.pair(8, layer); dxf.pair(66, "1"); dxf.point({}, 0); dxf.pair(70, isClosed ? "1" : "0");
  for (std::size_t i = 0; i < count; ++i) { dxf.pair(0, "VERTEX"); dxf.pair(8, layer); dxf.point(points[i], 0); }
  dxf.pair(0, "SEQEND"); dxf.pair(8, layer);
}

void writeRow(DxfText& dxf, const FeatureTable& table, std::size_t row, const std::string& layer) {
  using G = geo::XYGeometry;
  const auto& value = table.geometries[row].value;
  const auto heights = table.columnOf("z"), labels = table.columnOf("label");
  if (const auto* points = std::get_if<G::Points>(&value)) {
    const double z = heights ? toNumber(table.columns[*heights][row]).value_or(0) : 0;
    for (const auto& p : points->points) {
      dxf.pair(0, "POINT"); dxf.pair(8, layer); dxf.point(p, z);
      if (!labels) continue;
      dxf.pair(0, "TEXT"); dxf.pair(8, layer); dxf.point({p.x + 0.6, p.y - 0.5}, z); dxf.number(40, 1.0);
      dxf.pair(1, dxf.encoded(toText(table.columns[*labels][row])));
    }
  } else if (const auto* lines = std::get_if<G::Lines>(&value)) {
    for (const auto& line : lines->lines) writePolyline(dxf, layer, line, false);
  } else if (const auto* polygons = std::get_if<G::Polygons>(&value)) {
    for (const auto& polygon : polygons->polygons) {
      writePolyline(dxf, layer, polygon.outer, true);
      for (const auto& hole : polygon.holes) writePolyline(dxf, layer, hole, true);
    }
  }
}

}  // namespace

geo::Result<void> writeDxf(const std::string& path, const std::vector<FeatureTable>& tables, const WriteOptions& options) {
  const bool isGbk = options.encoding == "GBK";
  DxfText dxf(isGbk);
  std::ofstream file(path, std::ios::binary);
  writeHeader(dxf, tables, isGbk);
  dxf.pair(0, "SECTION"); dxf.pair(2, "ENTITIES");
  for (const auto& table : tables) {
    const std::string layer = dxf.encoded(table.name);
    for (std::size_t row = 0; row < table.geometries.size(); ++row) writeRow(dxf, table, row, layer);
    file << dxf.text();
    dxf.buffer().clear();
  }
  dxf.pair(0, "ENDSEC"); dxf.pair(0, "EOF");
  file << dxf.text();
  file.close();
  if (!file) return geo::fail(geo::ErrorCode::Unwritable, "cannot write the drawing", "check the free space", {.file = path});
  return {};
}

}  // namespace pianqu::layers
