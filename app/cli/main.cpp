#include <malloc.h>

#include <iostream>
#include <string>
#include <vector>

#include "app/cli/progress_bar.hpp"
#include "app/cli/run.hpp"
#include "layers/io/dataset.hpp"

int main(int argc, char** argv) {
  // A command reads a city, works and ends: handing memory back between tables only brings page faults (a fifth of the time to read an M city).
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TOP_PAD, 64 << 20);
  pianqu::layers::startGdal();
  pianqu::app::listenForInterrupt();
  pianqu::app::ProgressBar progress;
  return pianqu::app::run(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr, progress);
}
