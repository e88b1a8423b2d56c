#pragma once

#include <ogr_recordbatch.h>

#include <cstdint>
#include <string_view>

#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// A stream of columns and what they are, released at the end. `stream` and `schema` are filled by GDAL.
struct ArrowStream {
  ArrowArrayStream stream{};
  ArrowSchema schema{};
  ArrowStream() = default;
  ArrowStream(const ArrowStream&) = delete;
  ArrowStream& operator=(const ArrowStream&) = delete;
  ~ArrowStream();
};

/// Whether a column of this format is one of numbers, flags or texts.
bool isArrowValue(const char* format);
/// One cell of such a column; unknown where nothing is set.
Value arrowValue(const ArrowArray& array, char format, std::int64_t row);
/// The bytes of a cell of a text or binary column; empty where nothing is set.
std::string_view arrowBytes(const ArrowArray& array, char format, std::int64_t row);

}  // namespace pianqu::layers
