#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/io/database.hpp"
#include "layers/project/project.hpp"

/// Which tables a project file has, and how an older file becomes one of today.
namespace pianqu::layers {

/// Rises with every change of the tables. A file of a higher number was made by a newer program.
constexpr int kSchemaVersion = 1;

/// source_id, source_row, evidence, note: after the fields of every imported table.
const std::vector<Field>& provenanceFields();

/// All tables, triggers, dictionaries, aliases and QGIS styles of an empty project; one transaction.
geo::Result<void> createStore(Database& database, const ProjectSettings& settings, const Author& author);

/// The value of a key of `meta`; empty when it is not there. errors those of the database
geo::Result<std::string> readMeta(const Database& database, const std::string& key);

geo::Result<void> setMeta(Database& database, const std::string& key, const std::string& value);

/// The file is ours and of a version that this program knows.
/// errors    Unreadable (a GeoPackage of something else), Conflict (newer)
geo::Result<int> checkVersion(const Database& database);

geo::Result<ProjectSettings> readSettings(const Database& database);

/// Adds the tables and columns that later versions brought, renews dictionaries and styles, sets the version; one transaction.
geo::Result<void> migrateStore(Database& database, const ProjectSettings& settings);

/// Rows of the dictionaries and of layer_styles as shipped, written anew (styles that a person added in QGIS stay).
geo::Result<void> writeDictionaries(Database& database);
geo::Result<void> writeStyles(Database& database);

}  // namespace pianqu::layers
