#include "layers/catalogue/measures.hpp"

#include <algorithm>

#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

std::vector<std::string> splitAt(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(separator, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

geo::Result<MeasureKind> kindFrom(const CatalogueTable& table, const CatalogueRow& row) {
  const auto at = [&row](const char* heading) {
    const auto it = row.find(heading);
    return it == row.end() ? std::string() : it->second;
  };
  MeasureKind kind{at("code"), at("class"), at("name_zh"), at("name_en"), at("geometry_kind"), at("unit"), {}, at("price_source"), at("rule_ref"), {}, at("source"), at("confidence")};
  kind.fundableCodes = splitAt(at("fundable_codes"), ';');
  const std::string price = at("unit_price_yuan");
  if (!price.empty()) {
    kind.unitPrice = parseYuan(price);
    if (!kind.unitPrice) return fail(ErrorCode::Invalid, "\"" + price + "\" under unit_price_yuan is not an amount of yuan", "write digits with at most two decimals", {.file = table.name + ".csv", .feature = kind.code});
  }
  if (kind.code.empty()) return fail(ErrorCode::Invalid, "a measure has no code", {}, {.file = table.name + ".csv"});
  return kind;
}

}  // namespace

std::optional<geo::Fen> parseYuan(std::string_view text) {
  std::int64_t fen = 0;
  int decimals = -1;
  bool hasDigit = false;
  for (const char c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9' && decimals < 2 && fen < 1'000'000'000'000'000) {
      fen = fen * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
      hasDigit = true;
    } else {
      return std::nullopt;
    }
  }
  if (!hasDigit) return std::nullopt;
  for (int i = std::max(decimals, 0); i < 2; ++i) fen *= 10;
  return geo::Fen{fen};
}

geo::Result<MeasureCatalogue> MeasureCatalogue::read(const std::string& dataFolder) {
  const auto table = readCatalogueTable(dataFolder, "measures");
  if (!table) return fail(table);
  MeasureCatalogue catalogue;
  for (const auto& row : table->rows) {
    auto kind = kindFrom(*table, row);
    if (!kind) return fail(std::move(kind));
    if (!catalogue.m_byCode.emplace(kind->code, catalogue.m_kinds.size()).second) {
      return fail(ErrorCode::Invalid, "the code " + kind->code + " comes twice", {}, {.file = "measures.csv", .feature = kind->code});
    }
    catalogue.m_kinds.push_back(std::move(*kind));
  }
  return catalogue;
}

const MeasureKind* MeasureCatalogue::find(std::string_view code) const {
  const auto it = m_byCode.find(code);
  return it == m_byCode.end() ? nullptr : &m_kinds[it->second];
}

geo::Result<MeasureKind> MeasureCatalogue::require(std::string_view code) const {
  if (const MeasureKind* kind = find(code)) return *kind;
  std::string near;
  for (const MeasureKind& kind : m_kinds) {
    if (kind.code.substr(0, 2) == code.substr(0, 2)) near += (near.empty() ? "" : ", ") + kind.code + " " + kind.nameZh;
  }
  return fail(ErrorCode::NotFound, "no measure \"" + std::string(code) + "\" in the catalogue", near.empty() ? "see data/catalogue/measures.csv" : "did you mean " + near + "?", {.file = "measures.csv"});
}

geo::Result<PriceTable> readPrices(const std::string& path, const MeasureCatalogue& catalogue) {
  const auto table = readCatalogueFile(path);
  if (!table) return fail(table);
  const auto has = [&table](const std::string& heading) { return std::find(table->headings.begin(), table->headings.end(), heading) != table->headings.end(); };
  const std::string priceHeading = has("price_yuan") ? "price_yuan" : "price";
  if (!has("code") || !has(priceHeading) || !has("source")) {
    return fail(ErrorCode::Invalid, "the price table needs the headings code, price_yuan, source", "data/catalogue/prices_example.csv shows the form", {.file = path});
  }
  PriceTable prices;
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    const std::string& code = row.at("code");
    const geo::Where where{.file = path, .feature = "row " + std::to_string(i + 2)};
    if (auto kind = catalogue.require(code); !kind) return fail(ErrorCode::Invalid, kind.error().text, kind.error().hint, where);
    const auto price = parseYuan(row.at(priceHeading));
    if (!price || price->value == 0) return fail(ErrorCode::Invalid, "\"" + row.at(priceHeading) + "\" is not a price in yuan for " + code, "write digits with at most two decimals, without sign or unit", where);
    if (row.at("source").empty()) return fail(ErrorCode::Invalid, "the price of " + code + " has no source", "name the quota, contract or bulletin that it is from", where);
    if (!prices.emplace(code, UnitPrice{*price, row.at("source")}).second) return fail(ErrorCode::Invalid, "the price of " + code + " comes twice", {}, where);
  }
  return prices;
}

}  // namespace pianqu::layers
