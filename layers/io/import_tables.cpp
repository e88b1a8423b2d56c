#include "layers/io/import_tables.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "layers/feature/city_schema.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

std::string at(const ImportTables::Row& row, const char* heading) {
  const auto it = row.find(heading);
  return it == row.end() ? std::string() : it->second;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

geo::Result<double> numberOf(const std::string& text, const char* table, const std::string& row) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  return fail(ErrorCode::Invalid, "\"" + text + "\" is not a number", {}, {.file = table, .feature = row});
}

}  // namespace

std::string halfWidth(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (i + 2 < text.size() && c == 0xEF) {
      const int code = (c & 15) << 12 | (static_cast<unsigned char>(text[i + 1]) & 63) << 6 | (static_cast<unsigned char>(text[i + 2]) & 63);
      if (code >= 0xFF01 && code <= 0xFF5E) {
        out += static_cast<char>(code - 0xFEE0);
        i += 2;
        continue;
      }
    }
    if (text.substr(i, 3) == "\xE3\x80\x80") { out += ' '; i += 2; continue; }
    out += text[i];
  }
  return out;
}

namespace {

/// Traditional and simplified forms of the characters of headings, in pairs: 小區名稱 is 小区名称.
constexpr std::string_view kTraditional =
    "區区稱称戶户號号樓楼層层築筑積积類类結结構构產产權权標标徑径點点線线雨雨汙污汚污編编碼码備备註注單单數数總总長长寬宽級级門门棟栋園园縣县鄉乡鎮镇"
    "劃划圖图經经緯纬東东質质種种質质時时間间設设條条體体電电車车場场綠绿樹树圍围牆墙違违開开關关屬属處处獨独舊旧終终頂顶內内狀状態态據据網网幹干";

std::string simplified(const std::string& text) {
  static_assert(kTraditional.size() % 6 == 0);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::string_view character = std::string_view(text).substr(i, length);
    for (std::size_t k = 0; length == 3 && k < kTraditional.size(); k += 6) {
      if (kTraditional.substr(k, 3) == character) { character = kTraditional.substr(k + 3, 3); break; }
    }
    out += character;
    i += length;
  }
  return out;
}

geo::Result<void> checkField(const FieldAlias& alias) {
  if (alias.field.starts_with("@")) return {};
  const TableSchema* table = findCityTable(alias.table);
  if (table && table->find(alias.field)) return {};
  return fail(ErrorCode::Invalid, "there is no field " + alias.table + "." + alias.field, {}, {.file = "fields.csv", .feature = alias.heading});
}

std::vector<ContentRule> rulesOf(const std::vector<ImportTables::Row>& rows) {
  std::vector<ContentRule> rules;
  for (const auto& row : rows) rules.push_back({at(row, "key"), lower(at(row, "pattern")), at(row, "kind"), at(row, "field"), at(row, "value")});
  return rules;
}

}  // namespace

Heading normaliseHeading(std::string_view text) {
  const std::string plain = simplified(lower(halfWidth(text)));
  Heading heading;
  const std::size_t open = plain.find_first_of("([");
  if (open != std::string::npos && open > 0) {
    const std::size_t close = plain.find_first_of(")]", open);
    if (close != std::string::npos) heading.unit = plain.substr(open + 1, close - open - 1);
  }
  for (const char c : plain.substr(0, open == 0 ? std::string::npos : open)) {
    if (!std::isspace(static_cast<unsigned char>(c)) && c != '_' && c != '-' && c != '.' && c != '*') heading.name += c;
  }
  return heading;
}

geo::Result<ImportTables> ImportTables::from(const Rows& rows) {
  ImportTables tables;
  for (const auto& row : rows.fields) {
    const auto factor = numberOf(at(row, "factor"), "fields.csv", at(row, "heading"));
    if (!factor) return fail(factor);
    tables.m_fields.push_back({at(row, "table"), normaliseHeading(at(row, "heading")).name, at(row, "field"), *factor});
    if (auto checked = checkField(tables.m_fields.back()); !checked) return fail(std::move(checked));
  }
  for (const auto& row : rows.kinds) {
    const auto weight = numberOf(at(row, "weight"), "import_kinds.csv", at(row, "pattern"));
    if (!weight) return fail(weight);
    tables.m_kinds.push_back({at(row, "kind"), lower(at(row, "pattern")), *weight});
  }
  tables.m_dxfLayers = rulesOf(rows.dxfLayers);
  tables.m_osmTags = rulesOf(rows.osmTags);
  for (const auto& row : rows.pipeCodes) tables.m_pipeCodes.push_back({at(row, "text"), at(row, "pipe_class"), at(row, "subclass")});
  for (const auto* list : {&tables.m_dxfLayers, &tables.m_osmTags}) {
    for (const auto& rule : *list) {
      const TableSchema* table = findCityTable(rule.kind);
      if (!table || (!rule.field.empty() && !table->find(rule.field))) {
        return fail(ErrorCode::Invalid, "there is no " + rule.kind + (rule.field.empty() ? "" : "." + rule.field), {}, {.file = "dxf_layers.csv or osm_tags.csv", .feature = rule.pattern});
      }
    }
  }
  return tables;
}

bool ImportTables::isKnownHeading(std::string_view heading) const {
  const std::string name = normaliseHeading(heading).name;
  return std::any_of(m_fields.begin(), m_fields.end(), [&](const auto& alias) { return alias.heading == name; });
}

const ContentRule* ImportTables::ruleOfCadLayer(const std::string& layer) const {
  const std::string name = lower(layer);
  const ContentRule* best = nullptr;
  for (const auto& rule : m_dxfLayers) {
    if (name.find(rule.pattern) != std::string::npos && (!best || rule.pattern.size() > best->pattern.size())) best = &rule;
  }
  return best;
}

const ContentRule* ImportTables::ruleOfTag(const std::string& key, const std::string& value) const {
  const std::string wanted = lower(value);
  const ContentRule* any = nullptr;
  for (const auto& rule : m_osmTags) {
    if (rule.key != key) continue;
    if (rule.pattern == wanted) return &rule;
    if (rule.pattern == "*") any = &rule;
  }
  return any;
}

std::optional<PipeCode> ImportTables::pipeCodeOf(const std::string& text) const {
  const PipeCode* best = nullptr;
  for (const auto& code : m_pipeCodes) {
    if (!text.starts_with(code.text)) continue;
    const bool isExact = text.size() == code.text.size();
    const bool isLetters = !code.text.empty() && std::isupper(static_cast<unsigned char>(code.text[0]));
    // A survey number is letters and a serial: YS12, WS-3. Letters that go on (YSB) are another code.
    const bool isPrefix = isLetters && !isExact && !std::isalpha(static_cast<unsigned char>(text[code.text.size()]));
    if ((isExact || isPrefix) && (!best || code.text.size() > best->text.size())) best = &code;
  }
  return best ? std::optional(*best) : std::nullopt;
}

std::optional<PipeCode> ImportTables::pipeCodeIn(const std::string& text) const {
  const PipeCode* best = nullptr;
  for (const auto& code : m_pipeCodes) {
    if (text.find(code.text) != std::string::npos && (!best || code.text.size() > best->text.size())) best = &code;
  }
  return best ? std::optional(*best) : std::nullopt;
}

}  // namespace pianqu::layers
