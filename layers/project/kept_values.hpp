#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "layers/catalogue/city_profile.hpp"
#include "layers/project/project.hpp"

namespace pianqu::layers {

/// Small texts that a project keeps for the people who work on it: bookmarks, the city's profile. One row of `meta` each; a change is one
/// transaction with a journal row (op `setting`), outside of the undo of edits. Opens the file itself: no Project may be writing meanwhile.
///
/// in        `key`: "bookmarks", "profile"; never one of the store's own (name, crs_wkt, ...)
/// returns   empty text when nothing was kept
geo::Result<std::string> readKept(const std::string& path, const std::string& key);
/// errors    as Project::open; Invalid for a key of the store's own
geo::Result<void> writeKept(const std::string& path, const std::string& key, const std::string& text, const Author& author);

/// The city's profile of a project; one that says nothing where none was kept. errors as readKept, and Invalid naming the file for a text that is none
geo::Result<CityProfile> readProfile(const std::string& path);
geo::Result<void> writeProfile(const std::string& path, const CityProfile& profile, const Author& author);

}  // namespace pianqu::layers
