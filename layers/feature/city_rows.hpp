#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "layers/feature/city_index.hpp"
#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// One table of a City, read in place: what toTables() would give, without its copy. Refers to the City.
class CityTableRows {
 public:
  const std::string& name() const { return m_name; }
  const std::vector<Field>& fields() const { return m_fields; }       ///< "uid" first
  std::optional<std::size_t> columnOf(std::string_view field) const;
  std::size_t rowCount() const { return m_rowCount; }
  bool hasGeometry() const { return static_cast<bool>(m_geometry); }

  const Uid& uid(std::size_t row) const { return m_uid(row); }
  Value value(std::size_t row, std::size_t column) const;
  geo::XYGeometry geometry(std::size_t row) const;                    ///< empty for a table without geometry
  geo::Box box(std::size_t row) const { return m_box ? m_box(row) : geo::Box{}; }   ///< without a copy of the geometry

 private:
  friend class CityRows;
  std::string m_name;
  std::vector<Field> m_fields;
  std::size_t m_rowCount = 0;
  std::function<const Uid&(std::size_t)> m_uid;
  std::function<Value(std::size_t, std::size_t)> m_value;             ///< column without "uid"
  std::function<geo::XYGeometry(std::size_t)> m_geometry;
  std::function<geo::Box(std::size_t)> m_box;
};

/// All tables of a City in the order of citySchema(), with their rows by uid. City and index must outlive it and stay where they are.
///
/// cost      27 bytes a row of the tables that the index does not know
class CityRows {
 public:
  CityRows(const City& city, const CityIndex& index);

  const std::vector<CityTableRows>& tables() const { return m_tables; }
  std::optional<std::size_t> tableOf(std::string_view name) const;

  struct Place {
    std::size_t table = 0, row = 0;
    bool operator==(const Place&) const = default;
  };
  std::optional<Place> find(const Uid& uid) const;

 private:
  std::vector<CityTableRows> m_tables;
  std::vector<std::function<std::optional<std::size_t>(const Uid&)>> m_rowOf;   ///< by table
};

}  // namespace pianqu::layers
