#include "geo/base/big_pages.hpp"

#include <sys/mman.h>

#include <cstdint>

namespace pianqu::geo {

void adviseBigPages(void* first, std::size_t bytes) {
  constexpr std::uintptr_t kBigPage = 2U << 20U;
  const auto begin = (reinterpret_cast<std::uintptr_t>(first) + kBigPage - 1) & ~(kBigPage - 1);
  const auto end = (reinterpret_cast<std::uintptr_t>(first) + bytes) & ~(kBigPage - 1);
  if (end > begin + kBigPage) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);   // a kernel without them says no, and all is as before
}

}  // namespace pianqu::geo
