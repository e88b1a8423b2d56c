#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/paint/print.hpp"

namespace pianqu::app {

/// Code points of radicals -> the ideograph that a reader types.
using UnifiedIdeographs = std::map<unsigned, unsigned>;
/// data/styles/unified_ideographs.csv. errors of the catalogue, Invalid for a row that is no pair of code points
geo::Result<UnifiedIdeographs> readUnifiedIdeographs(const std::string& dataFolder);

/// A ToUnicode CMap with every radical replaced; other targets are kept. Rewritten as bfchar lists.
/// errors    Invalid when it holds no mapping that can be read
/// source    ISO 32000-1 9.10.3
geo::Result<std::string> repairToUnicode(const std::string& cmap, const UnifiedIdeographs& unified);

/// What Qt's PDF writer leaves wrong or out: searchable text, layers, georeference, a fixed date and identifier.
///
/// in        `pdf` as QPdfWriter wrote it, one page a picture, layers between marks of markOfGroup
/// errors    Internal with qpdf's words
geo::Result<std::string> finishPdf(const std::string& pdf, const std::vector<layers::Picture>& pictures, const PrintOptions& options, const UnifiedIdeographs& unified);

/// Where on a page (mm) the mark of group `i` lies: far outside the paper, found again by its coordinates. The last group is followed by
/// the mark of position count, which ends it.
geo::XY markOfGroup(std::size_t i);

}  // namespace pianqu::app
