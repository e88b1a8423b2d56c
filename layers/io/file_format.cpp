#include "layers/io/file_format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>

namespace pianqu::layers {
namespace {

namespace fs = std::filesystem;
using geo::ErrorCode;
using geo::fail;

std::string endingOf(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending;
}

std::string headOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(4096, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  return head;
}

bool begins(const std::string& head, std::string_view magic) { return std::string_view(head).substr(0, magic.size()) == magic; }

/// What the first bytes say, for the sentence "… is a JPEG picture".
std::string knownContent(const std::string& head) {
  if (begins(head, "\xFF\xD8\xFF")) return "a JPEG picture";
  if (begins(head, "\x89PNG")) return "a PNG picture";
  if (begins(head, "GIF8")) return "a GIF picture";
  if (begins(head, "%PDF")) return "a PDF";
  if (begins(head, "PK\x03\x04")) return "a ZIP archive or Office file";
  if (begins(head, "SQLite format 3")) return "an SQLite database or GeoPackage";
  if (begins(head, std::string_view("\xD0\xCF\x11\xE0", 4))) return "an old Office file (.xls, .doc)";
  if (begins(head, "AC10")) return "a DWG drawing";
  if (begins(head, "II*") || begins(head, std::string_view("MM\0*", 4))) return "a TIFF picture";
  if (begins(head, "\x1F\x8B")) return "a gzip archive";
  if (begins(head, "Rar!") || begins(head, "7z\xBC\xAF")) return "a packed archive";
  if (begins(head, "fgb\x03")) return "a FlatGeobuf file";
  return {};
}

std::string withoutBlanks(const std::string& head) {
  std::size_t at = begins(head, "\xEF\xBB\xBF") ? 3 : 0;
  while (at < head.size() && std::isspace(static_cast<unsigned char>(head[at]))) ++at;
  return head.substr(at);
}

/// A text DXF begins with group code 0 and SECTION, or with comments under group code 999.
bool looksLikeDxf(const std::string& head) {
  const std::string text = withoutBlanks(head);
  return (begins(text, "0") || begins(text, "999")) && text.find_first_of("\r\n") < 8 && head.find('\0') == std::string::npos;
}

struct Rule {
  const char* ending;
  FileFormat format;
};
constexpr std::array kRules{
    Rule{".shp", FileFormat::Shapefile}, Rule{".dbf", FileFormat::DbfTable}, Rule{".gpkg", FileFormat::GeoPackage}, Rule{".geojson", FileFormat::GeoJson},
    Rule{".json", FileFormat::GeoJson}, Rule{".fgb", FileFormat::FlatGeobuf}, Rule{".kml", FileFormat::Kml}, Rule{".dxf", FileFormat::Dxf},
    Rule{".gdb", FileFormat::FileGdb}, Rule{".tab", FileFormat::MapInfo}, Rule{".mif", FileFormat::MapInfo}, Rule{".osm", FileFormat::OsmXml},
    Rule{".pbf", FileFormat::OsmPbf}, Rule{".csv", FileFormat::Csv}, Rule{".tsv", FileFormat::Csv}, Rule{".txt", FileFormat::Csv}, Rule{".xlsx", FileFormat::Xlsx}};

struct Refusal {
  const char* ending;
  const char* what;
  const char* hint;
};
constexpr std::array kRefusals{
    Refusal{".vrt", "a VRT file refers to other files", "import these files themselves"},
    Refusal{".dwg", "DWG drawings are not read", "save the drawing as DXF (R2000 or later) and import that"},
    Refusal{".zip", "archives are not opened", "unpack it and import the .shp or .gdb in it"},
    Refusal{".kmz", "archives are not opened", "unpack it (a KMZ is a ZIP) and import doc.kml"},
    Refusal{".xls", "the old .xls format is not read", "save the workbook as .xlsx"},
    Refusal{".mdb", "Access databases are not read", "export the layers to a file geodatabase or GeoPackage"},
    Refusal{".shx", "this is the index of a Shapefile", "name the .shp"}, Refusal{".prj", "this is the coordinate system of a Shapefile", "name the .shp"},
    Refusal{".cpg", "this is the encoding mark of a Shapefile", "name the .shp"}};

/// Whether the head fits the format that the ending promises.
bool fits(FileFormat format, const std::string& head) {
  const std::string text = withoutBlanks(head);
  switch (format) {
    case FileFormat::Shapefile: return begins(head, std::string_view("\0\0\x27\x0A", 4));
    case FileFormat::DbfTable: return head.size() >= 32;
    case FileFormat::GeoPackage: return begins(head, "SQLite format 3");
    case FileFormat::GeoJson: return begins(text, "{") || begins(text, "[");
    case FileFormat::FlatGeobuf: return begins(head, "fgb\x03");
    case FileFormat::Kml: return begins(text, "<") && head.find("<!DOCTYPE") == std::string::npos && head.find("<!ENTITY") == std::string::npos;
    case FileFormat::OsmXml: return begins(text, "<") && head.find("<osm") != std::string::npos && head.find("<!ENTITY") == std::string::npos;
    case FileFormat::Dxf: return looksLikeDxf(head);
    case FileFormat::MapInfo: return head.find('\0') == std::string::npos;
    case FileFormat::OsmPbf: return head.size() > 16 && head.substr(0, 32).find("OSMHeader") != std::string::npos;
    case FileFormat::Csv: return knownContent(head).empty();
    case FileFormat::Xlsx: return begins(head, "PK\x03\x04");
    case FileFormat::FileGdb: return true;
  }
  return false;
}

}  // namespace

std::string nameOf(FileFormat format) {
  constexpr std::array kNames{"Shapefile", "DBF table", "GeoPackage", "GeoJSON", "FlatGeobuf", "KML", "DXF", "file geodatabase", "MapInfo", "OSM XML", "OSM PBF", "CSV", "XLSX"};
  return kNames[static_cast<std::size_t>(format)];
}

geo::Result<FileFormat> findFormat(const std::string& path) {
  std::error_code error;
  const geo::Where where{.file = path};
  if (path.rfind("/vsi", 0) == 0 || path.find("://") != std::string::npos) {
    return fail(ErrorCode::Unsupported, "only files on this machine are read", "download the file and import the copy", where);
  }
  if (!fs::exists(path, error)) return fail(ErrorCode::NotFound, "there is no such file", "check the path", where);
  const std::string ending = endingOf(fs::path(path).lexically_normal().has_filename() ? fs::path(path) : fs::path(path).parent_path());
  for (const auto& refusal : kRefusals) {
    if (ending == refusal.ending) return fail(ErrorCode::Unsupported, refusal.what, refusal.hint, where);
  }
  const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const Rule& each) { return ending == each.ending; });
  if (rule == kRules.end()) {
    return fail(ErrorCode::Unsupported, "files ending in \"" + ending + "\" are not imported",
                "give .shp .gpkg .geojson .fgb .kml .dxf .gdb .tab .mif .osm .pbf .csv .xlsx", where);
  }
  if (fs::is_directory(path, error) != (rule->format == FileFormat::FileGdb)) {
    return fail(ErrorCode::Unreadable, rule->format == FileFormat::FileGdb ? "a file geodatabase is a folder, this is a file" : "this is a folder", "name the file", where);
  }
  if (rule->format == FileFormat::FileGdb) return rule->format;
  const std::string head = headOf(path);
  if (head.empty()) return fail(ErrorCode::Unreadable, "the file is empty or cannot be read", "export it again", where);
  if (rule->format == FileFormat::Dxf && begins(head, "AutoCAD Binary DXF")) {
    return fail(ErrorCode::Unsupported, "binary DXF is not read", "save the drawing as ASCII DXF", where);
  }
  if (!fits(rule->format, head)) {
    const std::string content = knownContent(head);
    return fail(ErrorCode::Unreadable, "this is not a " + nameOf(rule->format) + (content.empty() ? "" : ": by its first bytes it is " + content), "check the file, or export it again", where);
  }
  return rule->format;
}

std::vector<std::string> driversOf(FileFormat format) {
  switch (format) {
    case FileFormat::Shapefile:
    case FileFormat::DbfTable: return {"ESRI Shapefile"};
    case FileFormat::GeoPackage: return {"GPKG"};
    case FileFormat::GeoJson: return {"GeoJSON"};
    case FileFormat::FlatGeobuf: return {"FlatGeobuf"};
    case FileFormat::Kml: return {"KML"};
    case FileFormat::Dxf: return {"DXF"};
    case FileFormat::FileGdb: return {"OpenFileGDB"};
    case FileFormat::MapInfo: return {"MapInfo File"};
    case FileFormat::OsmXml:
    case FileFormat::OsmPbf: return {"OSM"};
    case FileFormat::Xlsx: return {"XLSX"};
    case FileFormat::Csv: return {};
  }
  return {};
}

}  // namespace pianqu::layers
