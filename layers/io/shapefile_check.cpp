#include "layers/io/shapefile_check.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace pianqu::layers {
namespace {

namespace fs = std::filesystem;
using geo::ErrorCode;
using geo::fail;

constexpr std::size_t kTextLimit = std::size_t{32} << 20;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::uint32_t littleEndian(const std::string& bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count - 1; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

std::uint32_t bigEndian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

struct DbfField {
  std::string name;
  char type = 'C';
  std::size_t offset = 0, width = 0;
};

struct DbfHeader {
  std::size_t rows = 0, headerLength = 0, recordLength = 0;
  int languageId = 0;
  std::vector<DbfField> fields;
};

geo::Result<DbfHeader> parseHeader(const std::string& bytes, const std::string& path) {
  const geo::Where where{.file = path};
  if (bytes.size() < 33) return fail(ErrorCode::Unreadable, "the table has no header", "export it again", where);
  DbfHeader header{littleEndian(bytes, 4, 4), littleEndian(bytes, 8, 2), littleEndian(bytes, 10, 2), static_cast<unsigned char>(bytes[29]), {}};
  if (header.headerLength < 33 || header.headerLength > bytes.size() || header.recordLength < 1) {
    return fail(ErrorCode::Unreadable, "the header of the table is damaged", "export it again", where);
  }
  std::size_t offset = 1;
  for (std::size_t at = 32; at + 32 <= header.headerLength && bytes[at] != '\r'; at += 32) {
    DbfField field{bytes.substr(at, 11), bytes[at + 11], offset, static_cast<unsigned char>(bytes[at + 16])};
    field.name = field.name.substr(0, field.name.find('\0'));
    if (field.type == 'C') field.width += 256U * static_cast<unsigned char>(bytes[at + 17]);
    offset += field.width;
    header.fields.push_back(std::move(field));
  }
  if (offset > header.recordLength) {
    return fail(ErrorCode::Unreadable, "the fields of the table need " + std::to_string(offset) + " bytes a row, its header says " + std::to_string(header.recordLength), "export it again", where);
  }
  return header;
}

/// A full field may end inside a UTF-8 character, which says nothing about the encoding: the cut bytes are left out.
std::string_view withoutCutCharacter(std::string_view text) {
  if (isUtf8(text)) return text;
  auto shorter = text;
  for (int cut = 1; cut <= 3 && shorter.size() > 1; ++cut) {
    shorter.remove_suffix(1);
    if (isUtf8(shorter) && !isAscii(shorter)) return shorter;
  }
  return text;
}

std::string shapefileWords(const std::string& text) { return text + "; a Shapefile is .shp, .shx and .dbf together"; }

}  // namespace

std::string sideFile(const std::string& path, const std::string& ending) {
  const fs::path file(path);
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(file.has_parent_path() ? file.parent_path() : fs::path("."), error)) {
    if (entry.path().stem() == file.stem() && lower(entry.path().extension().string()) == ending) return entry.path().string();
  }
  return {};
}

geo::Result<DbfBytes> readDbfBytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(ErrorCode::Unreadable, "the table cannot be read", "check the permissions", {.file = path});
  DbfBytes dbf;
  dbf.bytes.assign(std::istreambuf_iterator<char>(file), {});
  const auto header = parseHeader(dbf.bytes, path);
  if (!header) return fail(header);
  const std::size_t present = (dbf.bytes.size() - header->headerLength) / header->recordLength;
  // The last row may lack its final byte: some writers drop the padding.
  const bool isWhole = present >= header->rows || (present + 1 == header->rows && (dbf.bytes.size() - header->headerLength) % header->recordLength + 1 >= header->recordLength);
  if (!isWhole) {
    return fail(ErrorCode::Unreadable, "the table is truncated: it claims " + std::to_string(header->rows) + " rows and holds " + std::to_string(present), "copy or export it again", {.file = path});
  }
  dbf.rows = header->rows;
  dbf.languageId = header->languageId;
  for (std::size_t f = 0; f < header->fields.size(); ++f) dbf.texts.push_back(withoutCutCharacter(std::string_view(dbf.bytes).substr(32 + 32 * f, header->fields[f].name.size())));
  std::size_t taken = 0;
  for (std::size_t row = 0; row < dbf.rows && taken < kTextLimit; ++row) {
    const std::size_t start = header->headerLength + row * header->recordLength;
    for (const auto& field : header->fields) {
      if (field.type != 'C' || start + field.offset + field.width > dbf.bytes.size()) continue;
      auto text = std::string_view(dbf.bytes).substr(start + field.offset, field.width);
      while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.remove_suffix(1);
      if (text.size() == field.width) text = withoutCutCharacter(text);
      if (text.empty() || isAscii(text)) continue;
      taken += text.size();
      dbf.texts.push_back(text);
    }
  }
  return dbf;
}

geo::Result<void> checkShapefile(const std::string& path) {
  const geo::Where where{.file = path};
  const std::string dbf = sideFile(path, ".dbf"), shx = sideFile(path, ".shx");
  if (dbf.empty()) return fail(ErrorCode::Unreadable, shapefileWords("the .dbf with the attributes is missing"), "copy the .dbf beside it", where);
  if (shx.empty()) return fail(ErrorCode::Unreadable, shapefileWords("the .shx index is missing"), "copy the .shx beside it", where);
  const auto lengthOf = [](const std::string& file, std::uint64_t& claimed, std::uint64_t& present) {
    std::ifstream stream(file, std::ios::binary);
    std::string head(100, '\0');
    stream.read(head.data(), 100);
    std::error_code error;
    present = fs::file_size(file, error);
    claimed = 2ULL * bigEndian(head, 24);
    return stream.gcount() == 100 && bigEndian(head, 0) == 9994;
  };
  std::uint64_t claimed = 0, present = 0;
  if (!lengthOf(path, claimed, present) || claimed > present) {
    return fail(ErrorCode::Unreadable, "the Shapefile is truncated: it claims " + std::to_string(claimed) + " bytes and holds " + std::to_string(present), "copy or export it again", where);
  }
  if (!lengthOf(shx, claimed, present) || claimed > present) {
    return fail(ErrorCode::Unreadable, "the index of the Shapefile is truncated or damaged", "copy or export it again", {.file = shx});
  }
  const auto table = readDbfBytes(dbf);
  if (!table) return fail(table);
  const std::uint64_t shapes = claimed >= 100 ? (claimed - 100) / 8 : 0;
  if (shapes != table->rows) {
    return fail(ErrorCode::Unreadable, "the .shx counts " + std::to_string(shapes) + " shapes and the .dbf " + std::to_string(table->rows) + " rows: they do not belong together", "export the Shapefile again", where);
  }
  return {};
}

std::string encodingOfLanguageId(int id) {
  switch (id) {
    case 0x4D: case 0x7A: return "GB18030";
    case 0x4F: case 0x78: return "CP950";
    case 0x13: case 0x7B: return "CP932";
    case 0x4E: case 0x79: return "CP949";
    case 0x50: case 0x7C: return "CP874";
    case 0x03: case 0x58: case 0x59: return "CP1252";
    case 0xC9: return "CP1251";
    case 0xC8: return "CP1250";
    default: return {};
  }
}

geo::Result<EncodingProof> judgeDbf(const std::string& dbfPath) {
  const auto dbf = readDbfBytes(dbfPath);
  if (!dbf) return fail(dbf);
  std::vector<EncodingHint> hints;
  if (const auto cpg = sideFile(dbfPath, ".cpg"); !cpg.empty()) {
    std::ifstream file(cpg, std::ios::binary);
    std::string name(64, '\0');
    file.read(name.data(), 64);
    name.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    hints.push_back({name.substr(0, name.find_first_of("\r\n")), "the .cpg"});
  }
  if (const auto name = encodingOfLanguageId(dbf->languageId); !name.empty()) hints.push_back({name, "the language mark of the .dbf"});
  auto proof = judgeEncoding(dbf->texts, hints);
  if (!proof && proof.error().where.file.empty()) proof.error().where.file = dbfPath;
  return proof;
}

}  // namespace pianqu::layers
