#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "layers/feature/table.hpp"

struct ArrowArray;
struct ArrowArrayStream;
struct ArrowSchema;

namespace pianqu::layers {

/// A stream of columns and what they are, empty until GDAL fills them; released at the end.
struct ArrowStream {
  ArrowStream();
  ArrowStream(const ArrowStream&) = delete;
  ArrowStream& operator=(const ArrowStream&) = delete;
  ~ArrowStream();

  const std::unique_ptr<ArrowArrayStream> stream;
  const std::unique_ptr<ArrowSchema> schema;
};

/// Whether a column of this format is one of numbers, flags or texts.
bool isArrowValue(const char* format);
/// One cell of such a column; unknown where nothing is set.
Value arrowValue(const ArrowArray& array, char format, std::int64_t row);
/// The bytes of a cell of a text or binary column; empty where nothing is set.
std::string_view arrowBytes(const ArrowArray& array, char format, std::int64_t row);

}  // namespace pianqu::layers
