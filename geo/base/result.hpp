#pragma once

#include <utility>

#include <tl/expected.hpp>

#include "geo/base/error.hpp"

namespace pianqu::geo {

/// A value or an Error. Nothing found is std::optional, not an Error; worked with remarks is a value plus Problems.
template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::Invalid, "what happened", "what to try", {.file = path});`
inline tl::unexpected<Error> fail(ErrorCode code, std::string text, std::string hint = {}, Where where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(text), std::move(hint), std::move(where)});
}

/// Hands the error of one Result on as that of another: `if (!a) return fail(std::move(a));`
template <class T>
tl::unexpected<Error> fail(Result<T>&& failed) {
  return tl::unexpected<Error>(std::move(failed).error());
}
template <class T>
tl::unexpected<Error> fail(const Result<T>& failed) {
  return tl::unexpected<Error>(failed.error());
}

}  // namespace pianqu::geo
