#pragma once

#include <optional>
#include <string>

#include "layers/scene/picture.hpp"

namespace pianqu::app {

/// Puts marked-content brackets "/OC /Layer<i> BDC ... EMC" where a page's content has the marks of its groups, and takes the marks out.
/// nullopt when not every mark is there, each once and in order.
std::optional<std::string> bracketGroups(const std::string& content, const layers::Picture& picture);

}  // namespace pianqu::app
