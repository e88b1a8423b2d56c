#include "tests/layers/io/file_bytes.hpp"

#include <iconv.h>

#include <cstdlib>
#include <cstring>

namespace pianqu::layers {
namespace {

void little(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 255);
}
void big(std::string& out, std::uint32_t value) {
  for (int i = 3; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 255);
}
void real(std::string& out, double value) {
  char bytes[8];
  std::memcpy(bytes, &value, 8);
  out.append(bytes, 8);
}

void header(std::string& out, std::size_t bytes, const geo::Box& box) {
  big(out, 9994);
  for (int i = 0; i < 5; ++i) big(out, 0);
  big(out, static_cast<std::uint32_t>(bytes / 2));
  little(out, 1000, 4);
  little(out, 5, 4);
  for (const double v : {box.minX, box.minY, box.maxX, box.maxY, 0.0, 0.0, 0.0, 0.0}) real(out, v);
}

std::uint32_t crc32(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out, directory;
  for (const auto& [name, bytes] : files) {
    std::string common;
    little(common, 20, 2);
    for (const int zero : {2, 2, 4}) little(common, 0, zero);
    little(common, crc32(bytes), 4);
    little(common, static_cast<std::uint32_t>(bytes.size()), 4);
    little(common, static_cast<std::uint32_t>(bytes.size()), 4);
    little(common, static_cast<std::uint32_t>(name.size()), 2);
    little(common, 0, 2);
    directory += "PK\x01\x02";
    little(directory, 20, 2);
    directory += common;
    for (const int zero : {2, 2, 2, 4}) little(directory, 0, zero);
    little(directory, static_cast<std::uint32_t>(out.size()), 4);
    directory += name;
    out += "PK\x03\x04" + common + name + bytes;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06";
  little(out, 0, 4);
  little(out, static_cast<std::uint32_t>(files.size()), 2);
  little(out, static_cast<std::uint32_t>(files.size()), 2);
  little(out, static_cast<std::uint32_t>(directory.size()), 4);
  little(out, start, 4);
  little(out, 0, 2);
  return out;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return out;
}

std::string sheetXml(const SheetText& sheet) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    xml += "<row r=\"" + std::to_string(r + 1) + "\">";
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
      const std::string& cell = sheet.rows[r][c];
      if (cell.empty()) continue;
      const std::string place = std::string(1, static_cast<char>('A' + c)) + std::to_string(r + 1);
      char* end = nullptr;
      std::strtod(cell.c_str(), &end);
      if (*end == '\0') xml += "<c r=\"" + place + "\"><v>" + cell + "</v></c>";
      else xml += "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>";
    }
    xml += "</row>";
  }
  xml += "</sheetData>";
  if (!sheet.merged.empty()) {
    xml += "<mergeCells count=\"" + std::to_string(sheet.merged.size()) + "\">";
    for (const auto& range : sheet.merged) xml += "<mergeCell ref=\"" + range + "\"/>";
    xml += "</mergeCells>";
  }
  return xml + "</worksheet>";
}

}  // namespace

std::string encodedAs(const std::string& utf8, const char* encoding) {
  iconv_t handle = iconv_open(encoding, "UTF-8");
  std::string out(utf8.size() * 2 + 8, '\0');
  char* in = const_cast<char*>(utf8.data());
  char* at = out.data();
  std::size_t left = utf8.size(), room = out.size();
  iconv(handle, &in, &left, &at, &room);
  iconv_close(handle);
  out.resize(out.size() - room);
  return out;
}

ShapefileBytes polygonShapefile(const std::vector<std::vector<geo::XY>>& rings, const std::vector<std::pair<std::string, int>>& fields, const std::vector<std::vector<std::string>>& rows) {
  std::string records, index;
  geo::Box all;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    const geo::Box box = geo::boxOf(rings[i]);
    all.add(box);
    std::string body;
    little(body, 5, 4);
    for (const double v : {box.minX, box.minY, box.maxX, box.maxY}) real(body, v);
    little(body, 1, 4);
    little(body, static_cast<std::uint32_t>(rings[i].size()), 4);
    little(body, 0, 4);
    for (const auto p : rings[i]) { real(body, p.x); real(body, p.y); }
    big(index, static_cast<std::uint32_t>((100 + records.size()) / 2));
    big(index, static_cast<std::uint32_t>(body.size() / 2));
    big(records, static_cast<std::uint32_t>(i + 1));
    big(records, static_cast<std::uint32_t>(body.size() / 2));
    records += body;
  }
  ShapefileBytes files;
  header(files.shp, 100 + records.size(), all);
  files.shp += records;
  header(files.shx, 100 + index.size(), all);
  files.shx += index;

  std::size_t width = 1;
  for (const auto& field : fields) width += static_cast<std::size_t>(field.second);
  files.dbf = std::string("\x03\x7E\x01\x01", 4);
  little(files.dbf, static_cast<std::uint32_t>(rows.size()), 4);
  little(files.dbf, static_cast<std::uint32_t>(32 + 32 * fields.size() + 1), 2);
  little(files.dbf, static_cast<std::uint32_t>(width), 2);
  files.dbf.append(20, '\0');
  for (const auto& [name, size] : fields) {
    std::string field = name.substr(0, 10);
    field.resize(11, '\0');
    field += 'C';
    field.append(4, '\0');
    field += static_cast<char>(size);
    field.append(15, '\0');
    files.dbf += field;
  }
  files.dbf += '\r';
  for (const auto& row : rows) {
    files.dbf += ' ';
    for (std::size_t f = 0; f < fields.size(); ++f) {
      std::string text = row[f];
      text.resize(static_cast<std::size_t>(fields[f].second), ' ');
      files.dbf += text;
    }
  }
  files.dbf += '\x1A';
  return files;
}

std::string workbook(const std::vector<SheetText>& sheets) {
  const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  std::string types = xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>";
  std::string book = xml + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office + "\"><sheets>";
  const std::string relationsHead = xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  std::string relations = relationsHead;
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string n = std::to_string(i + 1);
    types += "<Override PartName=\"/xl/worksheets/sheet" + n + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
    book += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
    relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + office + "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
    parts.emplace_back("xl/worksheets/sheet" + n + ".xml", sheetXml(sheets[i]));
  }
  parts.insert(parts.begin(), {{"[Content_Types].xml", types + "</Types>"},
                               {"_rels/.rels", relationsHead + "<Relationship Id=\"rId1\" Type=\"" + office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                               {"xl/workbook.xml", book + "</sheets></workbook>"},
                               {"xl/_rels/workbook.xml.rels", relations + "</Relationships>"}});
  return zipped(parts);
}

}  // namespace pianqu::layers
