#include "layers/scene/label_runs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

using Line = geo::Line<geo::XY>;

/// Ends of lines by place, to the millimetre.
std::string keyOf(geo::XY point) {
  const auto mm = [](double metres) { return std::to_string(static_cast<long long>(std::llround(metres * 1000))); };
  return mm(point.x) + "," + mm(point.y);
}

/// The lines of one symbol and text.
class RunFinder {
 public:
  explicit RunFinder(const std::vector<const Line*>& lines) : m_lines(lines), m_isDone(lines.size(), false) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      m_ends[keyOf(lines[i]->front())].push_back(i);
      m_ends[keyOf(lines[i]->back())].push_back(i);
    }
  }

  /// The whole run that line `i` is part of; nullopt when it went into one before.
  std::optional<Line> from(std::size_t i) {
    if (m_isDone[i]) return std::nullopt;
    m_isDone[i] = true;
    Line run = *m_lines[i];
    extend(run);
    std::reverse(run.begin(), run.end());
    extend(run);
    std::reverse(run.begin(), run.end());
    return run;
  }

 private:
  void extend(Line& run) {
    for (;;) {
      const auto& here = m_ends.at(keyOf(run.back()));
      if (here.size() != 2) return;
      const std::size_t next = m_isDone[here[0]] ? here[1] : here[0];
      if (m_isDone[next]) return;
      m_isDone[next] = true;
      Line line = *m_lines[next];
      if (keyOf(line.front()) != keyOf(run.back())) std::reverse(line.begin(), line.end());
      run.insert(run.end(), line.begin() + 1, line.end());
    }
  }

  const std::vector<const Line*>& m_lines;
  std::vector<bool> m_isDone;
  std::unordered_map<std::string, std::vector<std::size_t>> m_ends;
};

Line stretchOf(const Line& line, double from, double to) {
  Line part{geo::pointAlong(line, from)};
  double walked = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    walked += geo::distance(line[i - 1], line[i]);
    if (walked > from && walked < to) part.push_back(line[i]);
  }
  part.push_back(geo::pointAlong(line, to));
  return part;
}

}  // namespace

LabelRuns joinRuns(std::vector<WantedLabel> wanted, double repeatM) {
  std::map<std::pair<const Symbol*, std::string>, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].symbol->shape == SymbolShape::Line && wanted[i].label->along.size() >= 2) groups[{wanted[i].symbol, wanted[i].label->text}].push_back(i);
  }
  LabelRuns runs;
  std::vector<std::vector<WantedLabel>> inPlace(wanted.size());
  std::vector<bool> isLine(wanted.size(), false);
  for (const auto& [group, members] : groups) {
    std::vector<const Line*> lines;
    for (const std::size_t i : members) lines.push_back(&wanted[i].label->along);
    RunFinder finder(lines);
    for (std::size_t m = 0; m < members.size(); ++m) {
      isLine[members[m]] = true;
      const auto whole = finder.from(m);
      if (!whole) continue;
      const double length = geo::lengthOf(*whole).value;
      const double parts = std::max(1.0, std::ceil(length / repeatM));
      for (double part = 0; part < parts; ++part) {
        SceneLabel& label = runs.labels.emplace_back(*wanted[members[m]].label);
        if (parts > 1 || whole->size() > label.along.size()) label.along = stretchOf(*whole, length * part / parts, length * (part + 1) / parts);
        WantedLabel joined = wanted[members[m]];
        joined.label = &label;
        inPlace[members[m]].push_back(joined);
      }
    }
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!isLine[i]) runs.wanted.push_back(wanted[i]);
    runs.wanted.insert(runs.wanted.end(), inPlace[i].begin(), inPlace[i].end());
  }
  return runs;
}

}  // namespace pianqu::layers
