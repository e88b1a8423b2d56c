#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include "layers/io/write_parts.hpp"

namespace pianqu::layers {
namespace {

std::uint32_t number(const std::string& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)])) << (8 * i);
  return value;
}

/// 1980-01-01 00:00, the start of the archive's calendar.
void clearTime(std::string& bytes, std::size_t at) {
  const char start[] = {0, 0, 0x21, 0};
  bytes.replace(at, 4, start, 4);
}

}  // namespace

// The archive notes when each of its files was packed; with that the same tables would not give the same bytes.
geo::Result<void> clearZipTimes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  in.close();
  const std::size_t end = bytes.rfind("PK\x05\x06");
  if (end == std::string::npos || end + 20 > bytes.size()) return geo::fail(geo::ErrorCode::Internal, "the workbook has no archive directory", "", {.file = path});
  std::size_t entry = number(bytes, end + 16, 4);
  for (std::uint32_t left = number(bytes, end + 10, 2); left > 0 && entry + 46 <= bytes.size(); --left) {
    const std::size_t local = number(bytes, entry + 42, 4);
    if (local + 14 > bytes.size()) break;
    clearTime(bytes, entry + 12);
    clearTime(bytes, local + 10);
    entry += 46 + number(bytes, entry + 28, 2) + number(bytes, entry + 30, 2) + number(bytes, entry + 32, 2);
  }
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return geo::fail(geo::ErrorCode::Unwritable, "cannot finish the workbook", "check the free space", {.file = path});
  return {};
}

}  // namespace pianqu::layers
