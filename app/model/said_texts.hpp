#pragma once

#include <vector>

/// The sentences that said() knows. A new one of geo or layers is listed in one of these, and translated in app/i18n.
namespace pianqu::app {

std::vector<const char*> planTexts();       ///< merging, editing, checking
std::vector<const char*> fileTexts();       ///< files, importing, the project, geometry: what can fail everywhere
std::vector<const char*> readTexts();       ///< what a file is, reading, writing, the database, base maps
std::vector<const char*> importTexts();     ///< proofs of encoding, coordinate system and kind; rows that are refused
std::vector<const char*> projectTexts();    ///< the journal, filters, coordinate systems, stored plans, the catalogue, styles
std::vector<const char*> drainageTexts();   ///< findings on the sewers, lifts, parking

}  // namespace pianqu::app
