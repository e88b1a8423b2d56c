#include <sys/types.h>

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <ostream>

#include <nlohmann/json.hpp>

#include "app/cli/command.hpp"

namespace pianqu::app {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string loginName() {
  const passwd* entry = getpwuid(getuid());
  return entry && entry->pw_name ? entry->pw_name : "unknown";
}

std::string utcNow() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace

layers::Author Context::author() const {
  layers::Author author{environment("PIANQU_USER"), environment("PIANQU_NOW")};
  if (author.name.empty()) author.name = loginName();
  if (author.at.empty()) author.at = utcNow();
  return author;
}

void Context::print(const nlohmann::json& document) {
  m_out << document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void Context::printProblems(const geo::Problems& problems, std::size_t limit) {
  if (isJson) return;
  for (std::size_t i = 0; i < problems.size() && i < limit; ++i) {
    const auto& problem = problems[i];
    m_err << geo::nameOf(problem.severity) << ' ' << problem.code << ": " << geo::toText(geo::Error{.text = problem.text, .where = problem.where}) << '\n';
  }
  if (problems.size() > limit) m_err << "... and " << problems.size() - limit << " more; --json lists all\n";
}

}  // namespace pianqu::app
