#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "layers/catalogue/rows.hpp"
#include "layers/io/dataset.hpp"
#include "layers/io/import.hpp"

namespace pianqu::layers {

/// The shipped tables, as the command passes them.
inline const ImportTables& shippedTables() {
  static const ImportTables tables = [] {
    const std::string data = std::string(PIANQU_SOURCE_DIR) + "/data";
    const auto rows = [&](const char* name) { return readCatalogueTable(data, name).value().rows; };
    auto made = ImportTables::from({rows("fields"), rows("import_kinds"), rows("dxf_layers"), rows("osm_tags"), rows("pipe_codes")});
    if (!made) throw std::runtime_error(made.error().text);
    return *made;
  }();
  return tables;
}

/// A folder of its own for each test, with GDAL started.
class ImportTest : public ::testing::Test {
 protected:
  void SetUp() override {
    static const bool isStarted = (startGdal(), true);
    ASSERT_TRUE(isStarted);
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    m_folder = std::filesystem::path(::testing::TempDir()) / ("pianqu_" + std::string(info->test_suite_name()) + "_" + info->name());
    std::filesystem::remove_all(m_folder);
    std::filesystem::create_directories(m_folder);
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const auto path = m_folder / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  static geo::Result<ImportResult> import(const ImportRequest& request, const ImportContext& context = {}) {
    auto file = readRaw(request, shippedTables());
    if (!file) return geo::fail(std::move(file));
    return importFile(request, std::move(*file), shippedTables(), context);
  }

  /// Nothing silently lost.
  static void expectBalanced(const ImportResult& result) {
    std::int64_t refused = 0, written = 0;
    for (const auto& layer : result.layers) {
      EXPECT_EQ(layer.rowsRead, layer.rowsWritten + layer.rowsRefused) << layer.layer;
      refused += layer.rowsRefused;
      written += layer.rowsWritten;
    }
    std::int64_t rows = 0;
    for (const auto& table : result.tables) rows += static_cast<std::int64_t>(table.rowCount());
    EXPECT_LE(rows, written);
    if (refused > 0) {
      EXPECT_TRUE(std::any_of(result.problems.begin(), result.problems.end(), [](const auto& p) { return p.severity == geo::Severity::Refused; }));
    }
  }

  std::filesystem::path m_folder;
};

inline const FeatureTable* findTable(const ImportResult& result, const std::string& name) {
  for (const auto& table : result.tables) if (table.name == name) return &table;
  return nullptr;
}

inline std::string cell(const FeatureTable& table, std::size_t row, const std::string& field) { return toText(table.columns[table.columnOf(field).value()][row]); }

}  // namespace pianqu::layers
