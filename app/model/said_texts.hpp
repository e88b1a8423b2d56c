#pragma once

#include <vector>

/// The sentences that said() knows. A new one of geo or layers is listed in one of these, and translated in app/i18n.
namespace pianqu::app {

std::vector<const char*> planTexts();   ///< merging, editing, checking
std::vector<const char*> fileTexts();   ///< files, importing, the project, geometry

}  // namespace pianqu::app
