#include "layers/io/arrow_values.hpp"

#include <ogr_recordbatch.h>

#include <cstring>

namespace pianqu::layers {
namespace {

bool isSet(const ArrowArray& array, std::int64_t row) {
  const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
  if (array.null_count == 0 || !bits) return true;
  const auto at = static_cast<std::uint64_t>(row + array.offset);
  return (bits[at / 8] >> (at % 8) & 1) != 0;
}

template <class Number>
Number numberAt(const ArrowArray& array, std::int64_t row) {
  return static_cast<const Number*>(array.buffers[1])[row + array.offset];
}

template <class Offset>
std::string_view bytesAt(const ArrowArray& array, std::int64_t row) {
  const auto* offsets = static_cast<const Offset*>(array.buffers[1]) + array.offset + row;
  return {static_cast<const char*>(array.buffers[2]) + offsets[0], static_cast<std::size_t>(offsets[1] - offsets[0])};
}

}  // namespace

ArrowStream::ArrowStream() : stream(std::make_unique<ArrowArrayStream>()), schema(std::make_unique<ArrowSchema>()) {}

ArrowStream::~ArrowStream() {
  if (schema->release) schema->release(schema.get());
  if (stream->release) stream->release(stream.get());
}

bool isArrowValue(const char* format) { return std::strchr("bsilfguU", format[0]) != nullptr && format[0] != '\0' && format[1] == '\0'; }

std::string_view arrowBytes(const ArrowArray& array, char format, std::int64_t row) {
  if (!isSet(array, row)) return {};
  return format == 'u' || format == 'z' ? bytesAt<std::int32_t>(array, row) : bytesAt<std::int64_t>(array, row);
}

Value arrowValue(const ArrowArray& array, char format, std::int64_t row) {
  if (!isSet(array, row)) return {};
  switch (format) {
    case 'b': return static_cast<std::int64_t>(static_cast<const std::uint8_t*>(array.buffers[1])[(row + array.offset) / 8] >> ((row + array.offset) % 8) & 1);
    case 's': return static_cast<std::int64_t>(numberAt<std::int16_t>(array, row));
    case 'i': return static_cast<std::int64_t>(numberAt<std::int32_t>(array, row));
    case 'l': return static_cast<std::int64_t>(numberAt<std::int64_t>(array, row));
    case 'f': return static_cast<double>(numberAt<float>(array, row));
    case 'g': return numberAt<double>(array, row);
    case 'u':
    case 'U': return std::string(arrowBytes(array, format, row));
    default: return {};
  }
}

}  // namespace pianqu::layers
