#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/project/project.hpp"
#include "layers/style/qgis_style.hpp"

/// What a project keeps of how it looks. Nothing here is journaled or undone.
namespace pianqu::layers {

/// A setting of the window that travels with the project; empty when it was never saved.
geo::Result<std::string> readSetting(const Project& project, const std::string& key);
/// All of them by key.
geo::Result<std::map<std::string, std::string>> readSettings(const Project& project);
/// errors    those of the database; Unwritable
geo::Result<void> saveSettings(const Project& project, const std::map<std::string, std::string>& settings, const Author& author);
/// The looks of the tables for QGIS, in place of those written before; what a person added there stays.
geo::Result<void> saveStyles(const Project& project, const std::vector<StoredStyle>& styles, const Author& author);

}  // namespace pianqu::layers
