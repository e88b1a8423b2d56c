#include "app/cli/check_command.hpp"
#include "app/cli/command.hpp"
#include "app/cli/drainage_command.hpp"
#include "app/cli/draw_command.hpp"
#include "app/cli/edit_command.hpp"
#include "app/cli/find_command.hpp"
#include "app/cli/import_command.hpp"
#include "app/cli/journal_command.hpp"
#include "app/cli/ledger_command.hpp"
#include "app/cli/lift_command.hpp"
#include "app/cli/merge_command.hpp"
#include "app/cli/option_command.hpp"
#include "app/cli/parking_command.hpp"
#include "app/cli/plan_command.hpp"
#include "app/cli/profile_command.hpp"
#include "app/cli/sample_command.hpp"
#include "app/cli/sheet_command.hpp"
#include "app/cli/style_command.hpp"

namespace pianqu::app {

const std::vector<Command>& commands() {
  // The order of the work, which is also the order of --help and of the examples' test: sample import check profile merge plan drainage
  // parking lift edit option ledger sheet draw style journal find.
  static const std::vector<Command> all{
      sampleCommand(),
      importCommand(),
      checkCommand(),
      profileCommand(),
      mergeCommand(),
      planCommand(),
      drainageCommand(),
      parkingCommand(),
      liftCommand(),
      editCommand(),
      optionCommand(),
      ledgerCommand(),
      sheetCommand(),
      drawCommand(),
      styleCommand(),
      journalCommand(),
      findCommand(),
  };
  return all;
}

}  // namespace pianqu::app
