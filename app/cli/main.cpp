#include <iostream>
#include <string>
#include <vector>

#include "app/cli/progress_bar.hpp"
#include "app/cli/run.hpp"
#include "layers/io/dataset.hpp"

int main(int argc, char** argv) {
  pianqu::layers::startGdal();
  pianqu::app::listenForInterrupt();
  pianqu::app::ProgressBar progress;
  return pianqu::app::run(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr, progress);
}
