#include "layers/io/delimited_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <system_error>

#include "layers/io/text_encoding.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

geo::Result<std::string> utf8Of(std::string bytes, const std::string& path) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    auto text = decodeText(bytes, "UTF-16").text;
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
  }
  if (isUtf8(bytes)) return bytes;
  const auto proof = judgeEncoding({bytes}, {});
  if (!proof) return fail(proof.error().code, proof.error().text, proof.error().hint, {.file = path});
  return decodeText(bytes, proof->name).text;
}

/// The one of , ; tab | that the heading has most of.
char separatorOf(std::string_view heading) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', ';', '\t', '|'}) {
    const auto count = std::count(heading.begin(), heading.end(), candidate);
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

std::string listOf(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

}  // namespace

geo::Result<DelimitedRows> DelimitedRows::open(const std::string& path, const geo::Progress& progress) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return fail(ErrorCode::NotFound, "the file cannot be opened", "check the name and the permissions", {.file = path});
  const std::streamoff size = file.tellg();
  if (size < 0) return fail(ErrorCode::Unreadable, "this is no file that can be read", "give a table of units or edges", {.file = path});
  const auto cancelled = [] { return fail(ErrorCode::Cancelled, "Reading was cancelled."); };
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(size));
  file.seekg(0);
  for (std::string part(std::size_t{1} << 20, '\0'); bytes.size() < static_cast<std::size_t>(size);) {
    if (progress.isCancelled()) return cancelled();
    const std::size_t length = std::min(part.size(), static_cast<std::size_t>(size) - bytes.size());
    if (!file.read(part.data(), static_cast<std::streamsize>(length))) return fail(ErrorCode::Unreadable, "the file cannot be read to its end", "check the disk, or copy it again", {.file = path});
    bytes.append(part, 0, length);
  }
  if (bytes.find('\0') != std::string::npos && !bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) {
    return fail(ErrorCode::Unreadable, "this is no text file", "give a CSV with a heading row, or a vector file that GDAL reads", {.file = path});
  }
  DelimitedRows rows;
  rows.m_path = path;
  auto text = utf8Of(std::move(bytes), path);
  if (!text) return fail(std::move(text));
  if (progress.isCancelled()) return cancelled();
  rows.m_text = std::move(*text);
  rows.m_separator = separatorOf(std::string_view(rows.m_text).substr(0, rows.m_text.find('\n')));
  const auto heading = rows.split();
  if (!heading) return fail(heading);
  if (*heading == nullptr) return fail(ErrorCode::Invalid, "the file is empty", "it needs a heading row and one row a unit or edge", {.file = path});
  for (const std::string_view cell : **heading) {
    if (!cell.empty() && rows.columnOf(cell)) return fail(ErrorCode::Invalid, "the column " + std::string(cell) + " occurs twice", "rename one of the two", {.file = path});
    rows.m_headings.emplace_back(cell);
  }
  return rows;
}

std::optional<std::size_t> DelimitedRows::columnOf(std::string_view heading) const {
  const auto at = std::find(m_headings.begin(), m_headings.end(), heading);
  if (at == m_headings.end()) return std::nullopt;
  return static_cast<std::size_t>(at - m_headings.begin());
}

geo::Result<std::size_t> DelimitedRows::require(std::string_view heading) const {
  if (const auto column = columnOf(heading)) return *column;
  return fail(ErrorCode::NotFound, "there is no column " + std::string(heading), "the file has: " + listOf(m_headings), {.file = m_path});
}

geo::Error DelimitedRows::errorAt(std::string_view heading, const std::string& text, const std::string& hint) const {
  const std::string column = heading.empty() ? "" : ", column " + std::string(heading);
  return {ErrorCode::Invalid, text, hint, {.file = m_path, .feature = "line " + std::to_string(m_rowLine) + column}};
}

/// The next row that is not empty, or nullptr at the end.
geo::Result<std::vector<std::string_view>*> DelimitedRows::split() {
  const std::string_view text = m_text;
  m_cells.clear();
  m_unquoted.clear();
  m_scratch.clear();
  while (m_at < text.size() && (text[m_at] == '\n' || text[m_at] == '\r')) m_line += text[m_at++] == '\n' ? 1 : 0;
  if (m_at >= text.size()) return nullptr;
  m_rowLine = m_line;
  for (bool isRowOpen = true; isRowOpen;) {
    while (m_at < text.size() && text[m_at] == ' ') ++m_at;
    if (m_at < text.size() && text[m_at] == '"') {
      const std::size_t from = m_scratch.size();
      for (++m_at;; ++m_at) {
        if (m_at >= text.size()) return tl::unexpected(errorAt("", "a quote is opened and never closed", "close it, or remove it"));
        if (text[m_at] == '"' && m_at + 1 < text.size() && text[m_at + 1] == '"') ++m_at;
        else if (text[m_at] == '"') break;
        if (text[m_at] == '\n') ++m_line;
        m_scratch += text[m_at];
      }
      m_unquoted.emplace_back(m_cells.size(), m_scratch.size() - from);
      m_cells.emplace_back();
      ++m_at;
      while (m_at < text.size() && text[m_at] != m_separator && text[m_at] != '\n') ++m_at;
    } else {
      const std::size_t from = m_at;
      while (m_at < text.size() && text[m_at] != m_separator && text[m_at] != '\n') ++m_at;
      m_cells.push_back(trimmed(text.substr(from, m_at - from)));
    }
    isRowOpen = m_at < text.size() && text[m_at] == m_separator;
    if (isRowOpen) ++m_at;
  }
  std::size_t from = 0;
  for (const auto& [cell, length] : m_unquoted) {
    m_cells[cell] = trimmed(std::string_view(m_scratch).substr(from, length));
    from += length;
  }
  return &m_cells;
}

geo::Result<bool> DelimitedRows::next(std::vector<std::string_view>& cells) {
  for (;;) {
    const auto row = split();
    if (!row) return fail(row);
    if (*row == nullptr) return false;
    const auto isFilled = [](std::string_view cell) { return !cell.empty(); };
    if (std::none_of(m_cells.begin(), m_cells.end(), isFilled)) continue;
    if (m_cells.size() > m_headings.size() && std::any_of(m_cells.begin() + static_cast<std::ptrdiff_t>(m_headings.size()), m_cells.end(), isFilled)) {
      return tl::unexpected(errorAt("", "the row has " + std::to_string(m_cells.size()) + " cells and the heading " + std::to_string(m_headings.size()), "quote cells that hold the separator"));
    }
    cells.assign(m_cells.begin(), m_cells.begin() + static_cast<std::ptrdiff_t>(std::min(m_cells.size(), m_headings.size())));
    cells.resize(m_headings.size());
    return true;
  }
}

std::optional<double> DelimitedRows::numberIn(std::string_view cell) {
  if (cell.starts_with('+')) cell.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || cell.empty()) return std::nullopt;
  return value;
}

}  // namespace pianqu::layers
