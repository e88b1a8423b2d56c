#pragma once

#include <QString>
#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/snapshot.hpp"

namespace pianqu::app {

/// Which rows of a table are shown, in which order. A value that workers make.
struct TableQuery {
  std::size_t table = 0;         ///< of the content
  int sortColumn = -1;           ///< -1: as stored
  bool isDescending = false;
  std::string filter;            ///< "" all; a condition of layers::RowFilter; else text found in any field
};

/// Rows that pass the filter, sorted; unknown values come last in both directions. nullopt when `isCancelled` became true meanwhile.
///
/// errors  those of RowFilter::parse
/// cost    1 M rows of 20 fields: sorting 0.4 s, a filter on one field 0.1 s
geo::Result<std::optional<std::vector<std::uint32_t>>> rowsOf(const CityContent& content, const TableQuery& query, const std::atomic<bool>& isCancelled);

/// Access to the tables of the content in one place.
std::size_t tableCount(const CityContent& content);
std::size_t rowCountOf(const CityContent& content, std::size_t table);
const std::vector<layers::Field>& fieldsOf(const CityContent& content, std::size_t table);
const std::string& nameOfTable(const CityContent& content, std::size_t table);
layers::Value valueAt(const CityContent& content, std::size_t table, std::size_t row, std::size_t column);
geo::XYGeometry geometryAt(const CityContent& content, std::size_t table, std::size_t row);   ///< empty for a table without shapes
/// What a person calls the row: its name, else its number, else its code, else its kind; empty for one that has none.
QString titleOf(const CityContent& content, std::size_t table, std::size_t row);
layers::Uid uidAt(const CityContent& content, std::size_t table, std::size_t row);

}  // namespace pianqu::app
