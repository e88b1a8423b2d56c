#include "app/cli/sample_command.hpp"

#include <cstdint>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "layers/sample/sample_writer.hpp"

namespace pianqu::app {
namespace {

struct Options {
  std::string size = "S", folder;
  std::uint64_t seed = 1;
};

geo::Result<void> runSample(const Options& options, Context& context) {
  const auto size = layers::sampleSizeOf(options.size);
  if (!size) return geo::fail(geo::ErrorCode::Invalid, "there is no size " + options.size, "choose S, M, L or XL");
  const auto sample = layers::generateCity(*size, options.seed, context.progress());
  if (!sample) return geo::fail(sample);
  const auto rows = layers::writeSample(*sample, options.folder, context.progress());
  if (!rows) return geo::fail(rows);
  if (context.isJson) {
    context.print({{"city", "云梅市"}, {"size", options.size}, {"seed", options.seed}, {"folder", options.folder}, {"counts", sample->truth.counts}, {"files", *rows}});
    return {};
  }
  const auto& counts = sample->truth.counts;
  context.out() << "云梅市, size " << options.size << ", seed " << options.seed << ": " << counts.at("estate") << " estates, " << counts.at("building") << " buildings, "
                << counts.at("households") << " households, " << counts.at("pipe") << " pipes\n";
  for (const auto& [file, count] : *rows) context.out() << "  " << file << "  " << count << '\n';
  return {};
}

}  // namespace

Command sampleCommand() {
  return {.name = "sample",
          .summary = "Make the files of a fictional city to try things on",
          .setUp =
              [](CLI::App& app) -> Run {
            auto options = std::make_shared<Options>();
            app.add_option("DIR", options->folder, "Folder to write the files into")->required();
            app.add_option("--size", options->size, "S, M, L or XL")->check(CLI::IsMember({"S", "M", "L", "XL"}))->capture_default_str();
            app.add_option("--seed", options->seed, "Another number makes another city")->capture_default_str();
            return [options](Context& context) { return runSample(*options, context); };
          },
          .examples = {"pianqu sample --size S --seed 1 raw"}};
}

}  // namespace pianqu::app
