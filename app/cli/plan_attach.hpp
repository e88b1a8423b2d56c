#pragma once

#include <memory>
#include <string>

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `plan PROJECT attach` and `plan PROJECT detach`: measures by hand.
class PlanByHand {
 public:
  virtual ~PlanByHand() = default;
  virtual bool isChosen() const = 0;
  virtual geo::Result<void> run(const std::string& project, Context& context) = 0;
};
std::shared_ptr<PlanByHand> addAttachAndDetach(CLI::App& app);

}  // namespace pianqu::app
