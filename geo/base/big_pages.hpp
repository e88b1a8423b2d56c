#pragma once

#include <cstddef>
#include <vector>

namespace pianqu::geo {

/// Asks the system to give the memory in pages of megabytes: filling an array of hundreds of them spends a third of its time in page faults otherwise.
/// Only a hint, and nothing for less than a few of these pages.
void adviseBigPages(void* first, std::size_t bytes);

/// reserve(), in big pages.
template <class T>
void reserveBig(std::vector<T>& values, std::size_t count) {
  if (count <= values.capacity()) return;
  values.reserve(count);
  adviseBigPages(values.data(), values.capacity() * sizeof(T));
}

}  // namespace pianqu::geo
