#include "app/cli/command.hpp"

namespace pianqu::app {

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
  };
  return all;
}

}  // namespace pianqu::app
