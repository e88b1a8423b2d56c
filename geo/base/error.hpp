#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pianqu::geo {

/// What kind of thing went wrong; decides the exit code and how the window shows it.
enum class ErrorCode {
  NotFound,      ///< a file, layer, feature or key that was named does not exist
  Unreadable,    ///< it exists and cannot be read: damaged, truncated, wrong format, no permission
  Unwritable,    ///< cannot be written: read-only, disk full
  Invalid,       ///< read, but the content breaks a rule: geometry, value, reference
  Undecided,     ///< needs a choice that only the user can make: CRS, encoding, column
  Unsupported,   ///< known and deliberately not handled
  Conflict,      ///< would break something that is there: newer schema, changed meanwhile
  Cancelled,     ///< the user asked to stop
  Internal,      ///< a library failed in a way that is not the user's doing
};

/// Where it went wrong, as far as known, so that a person finds the place and the map can zoom to it.
struct Where {
  std::string file;
  std::string layer;
  std::string feature;                ///< row number (from 1) or identifier, as the user would name it
  std::optional<double> x, y;         ///< in the CRS of the place named
};

/// An error is a value. `text` says what happened to what; `hint` says what to try. Both are sentences for a person.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string text;
  std::string hint;
  Where where;
};

/// One line for a person: "file, layer, feature: text".
std::string toText(const Error& error);

/// Stable lower-case name of a code, as printed by --json: "not-found".
std::string_view nameOf(ErrorCode code);

}  // namespace pianqu::geo
