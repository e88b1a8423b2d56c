#include "geo/base/error.hpp"

namespace pianqu::geo {

std::string toText(const Error& error) {
  std::string place = error.where.file;
  const auto add = [&place](std::string_view label, const std::string& value) {
    if (value.empty()) return;
    if (!place.empty()) place += ", ";
    place.append(label).append(value);
  };
  add("layer ", error.where.layer);
  add("feature ", error.where.feature);
  return place.empty() ? error.text : place + ": " + error.text;
}

std::string_view nameOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound: return "not-found";
    case ErrorCode::Unreadable: return "unreadable";
    case ErrorCode::Unwritable: return "unwritable";
    case ErrorCode::Invalid: return "invalid";
    case ErrorCode::Undecided: return "undecided";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::Internal: return "internal";
  }
  return "internal";
}

}  // namespace pianqu::geo
