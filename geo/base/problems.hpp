#pragma once

#include <string>
#include <vector>

#include "geo/base/error.hpp"

namespace pianqu::geo {

enum class Severity { Note, Repaired, Warning, Refused };

/// One remark on one thing that was worked on: a repaired ring, a refused row, a broken rule.
struct Problem {
  Severity severity = Severity::Warning;
  std::string code;  ///< stable, lower-case, hyphenated: "ring-closed", "row-without-geometry"
  std::string text;  ///< a sentence for a person, with the value that is wrong
  Where where;
};

/// Remarks in the order in which they were found.
using Problems = std::vector<Problem>;

/// Stable lower-case name: "note", "repaired", "warning", "refused".
std::string_view nameOf(Severity severity);

}  // namespace pianqu::geo
