#include "layers/sheet/profile_sheet.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/scene/symbol_drawing.hpp"

namespace pianqu::layers {
namespace {

using geo::Profile;
using geo::ProfileReach;
using geo::ProfileStation;
using geo::XY;

constexpr double kMarginMm = 8, kTitleMm = 14, kHeadMm = 34, kTextMm = 2.5, kStationMm = 3.2, kWellMm = 1.6;
constexpr double kHeadroomM = 1, kWellM = 0.9;

std::string shown(const std::optional<double>& value, int decimals) { return value ? formatNumber(*value, decimals) : "?"; }

PaperRings ring(double x0, double y0, double x1, double y1) { return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}}; }

struct Levels {
  double low = 1e9, high = -1e9;
  void add(const std::optional<double>& level) {
    if (!level) return;
    low = std::min(low, *level);
    high = std::max(high, *level);
  }
};

class Drawing {
 public:
  Drawing(const Profile& profile, const std::vector<ProfileCrossing>& crossings, const Theme& theme, const SheetStyle& style, const std::vector<ProfileRow>& rows, const ProfileSheetOptions& options)
      : m_profile(profile), m_crossings(crossings), m_theme(theme), m_rows(rows), m_options(options) {
    setFrame(style);
  }

  ProfileSheet draw() {
    Picture picture{.title = m_options.title, .widthMm = m_frame.plotMm.maxX + kMarginMm, .heightMm = m_tableBottom + kMarginMm};
    const auto group = [&](const char* zh, const char* en, auto&& fill) {
      PictureGroup made{.name = m_options.isChinese ? zh : en};
      fill(made.items);
      picture.groups.push_back(std::move(made));
    };
    group("格网", "Grid", [&](Items& items) { drawGrid(items); });
    group("地面", "Ground", [&](Items& items) { drawGround(items); });
    group("管道", "Pipes", [&](Items& items) { drawPipes(items); });
    group("检查井", "Manholes", [&](Items& items) { drawWells(items); });
    group("交叉管线", "Crossings", [&](Items& items) { drawCrossings(items); });
    group("数据表", "Table", [&](Items& items) { drawTable(items); });
    group("图名", "Title", [&](Items& items) { drawTitle(items); });
    return {std::move(picture), m_frame};
  }

 private:
  const Symbol& symbol(const std::string& key) const {
    static const Symbol kPlain{.stroke = Colour{}};
    const Symbol* found = m_theme.find(key);
    return found ? *found : kPlain;
  }

  void setFrame(const SheetStyle& style) {
    Levels levels;
    for (const ProfileStation& station : m_profile.stations) {
      levels.add(station.groundM);
      levels.add(station.bottomM);
    }
    for (const ProfileReach& reach : m_profile.reaches) {
      levels.add(reach.fromInvertM);
      levels.add(reach.toInvertM);
    }
    for (const ProfileCrossing& crossing : m_crossings) {
      levels.add(crossing.levels.bottomM);
      levels.add(crossing.levels.topM);
    }
    if (levels.low > levels.high) levels = {0, 1};   // nothing is known: an empty plot over the table
    m_frame.lengthM = m_profile.lengthM();
    m_frame.scaleV = m_options.scaleV > 0 ? m_options.scaleV : style.mm("profile-scale-v");
    m_frame.scaleH = m_options.scaleH > 0 ? m_options.scaleH : style.mm("profile-scale-h");
    while (m_options.scaleH <= 0 && m_frame.lengthM * 1000 / m_frame.scaleH > style.mm("profile-longest")) m_frame.scaleH *= 2;
    m_frame.datumM = std::floor(levels.low - kHeadroomM / 2);
    const double top = std::ceil(levels.high + kHeadroomM / 2);
    const double height = (top - m_frame.datumM) * 1000 / m_frame.scaleV;
    m_frame.plotMm = {kMarginMm + kHeadMm, kMarginMm + kTitleMm, kMarginMm + kHeadMm + m_frame.lengthM * 1000 / m_frame.scaleH, kMarginMm + kTitleMm + height};
    m_frame.plotMm.minX += kStationMm;   // room for the figures of the first manhole
    m_frame.plotMm.maxX += 2 * kStationMm;
    m_tableTop = m_frame.plotMm.maxY + 2;
    m_tableBottom = m_tableTop;
    for (const ProfileRow& row : m_rows) m_tableBottom += row.heightMm;
  }

  void text(Items& items, const std::string& words, XY at, Align align, const Symbol& like, double angleDeg = 0) const {
    items.push_back(TextItem{.text = words, .at = at, .sizeMm = like.label.sizeMm > 0 ? like.label.sizeMm : kTextMm, .align = align, .colour = like.label.colour, .angleDeg = angleDeg});
  }

  void drawGrid(Items& items) const {
    const Symbol& grid = symbol("profile.grid");
    const geo::Box& plot = m_frame.plotMm;
    const double top = m_frame.datumM + plot.height() * m_frame.scaleV / 1000;
    const int every = top - m_frame.datumM > 15 ? 5 : 1;
    for (int level = static_cast<int>(m_frame.datumM); level <= top + 1e-9; level += every) {
      const double y = m_frame.yOf(level);
      drawLine(grid, {{plot.minX, y}, {plot.maxX, y}}, items);
      text(items, formatNumber(level, 2), {plot.minX - 2, y}, Align::Right, grid);
    }
    drawLine(symbol("profile.frame"), {{plot.minX, plot.minY}, {plot.minX, plot.maxY}}, items);
    for (const ProfileStation& station : m_profile.stations) drawLine(grid, {{m_frame.xOf(station.chainageM), m_tableTop}, {m_frame.xOf(station.chainageM), station.bottomM ? m_frame.yOf(*station.bottomM) : plot.minY}}, items);
  }

  void drawGround(Items& items) const {
    PaperLine line;
    const auto flush = [&] {
      if (line.size() > 1) drawLine(symbol("profile.ground"), line, items);
      line.clear();
    };
    for (const ProfileStation& station : m_profile.stations) {
      if (station.groundM) line.push_back({m_frame.xOf(station.chainageM), m_frame.yOf(*station.groundM)});
      else flush();
    }
    flush();
  }

  void drawPipes(Items& items) const {
    for (const ProfileReach& reach : m_profile.reaches) {
      if (!reach.fromInvertM || !reach.toInvertM) continue;
      const std::string water(geo::codeOf(reach.water));
      const Symbol& pipe = symbol("profile." + (water.empty() ? "other" : water));
      const double x0 = m_frame.xOf(reach.fromM), x1 = m_frame.xOf(reach.toM), high = reach.diameterMm.value_or(0) / 1000;
      const PaperLine bottom{{x0, m_frame.yOf(*reach.fromInvertM)}, {x1, m_frame.yOf(*reach.toInvertM)}};
      if (high <= 0) {
        Symbol dashed = pipe;   // only the bottom is known
        dashed.dashMm = {1.5, 1};
        drawLine(dashed, bottom, items);
        continue;
      }
      drawArea(pipe, {{bottom[0], bottom[1], {x1, m_frame.yOf(*reach.toInvertM + high)}, {x0, m_frame.yOf(*reach.fromInvertM + high)}, bottom[0]}}, items);
    }
  }

  void drawWells(Items& items) const {
    for (const ProfileStation& station : m_profile.stations) {
      if (!station.groundM || !station.bottomM) continue;
      const double x = m_frame.xOf(station.chainageM), half = std::max(kWellMm / 2, kWellM * 500 / m_frame.scaleH);
      drawArea(symbol("profile.well"), ring(x - half, m_frame.yOf(*station.groundM), x + half, m_frame.yOf(*station.bottomM)), items);
    }
  }

  void drawCrossings(Items& items) const {
    for (const ProfileCrossing& crossing : m_crossings) {
      const Symbol& like = symbol(crossing.state == ClearanceState::Fail ? "profile.fault" : "profile.crossing");
      const double x = m_frame.xOf(crossing.chainageM);
      const std::string words = crossing.pipeClass + (crossing.clearanceM ? " " + formatNumber(*crossing.clearanceM, 2) : " ?");
      if (!crossing.levels.bottomM || !crossing.levels.topM) {
        text(items, words, {x, m_frame.plotMm.minY + kTextMm}, Align::Centre, like);
        continue;
      }
      const double top = m_frame.yOf(*crossing.levels.topM), bottom = m_frame.yOf(*crossing.levels.bottomM);
      const double half = std::max(0.6, (*crossing.levels.topM - *crossing.levels.bottomM) * 500 / m_frame.scaleH);
      PaperLine oval;
      for (int i = 0; i <= 24; ++i) {
        const double angle = i * 2 * 3.14159265358979 / 24;
        oval.push_back({x + half * std::cos(angle), (top + bottom) / 2 + std::max(0.6, (bottom - top) / 2) * std::sin(angle)});
      }
      drawArea(like, {oval}, items);
      text(items, words, {x + half + 1, (top + bottom) / 2}, Align::Left, like);
    }
  }

  /// Figures of neighbouring manholes that would touch are pushed on.
  double placeFor(double x, double& taken) const {
    const double at = std::max(x, taken);
    taken = at + kStationMm;
    return at;
  }

  void drawTable(Items& items) const {
    const Symbol& frame = symbol("profile.frame");
    const double left = kMarginMm, right = m_frame.plotMm.maxX;
    double top = m_tableTop;
    for (const ProfileRow& row : m_rows) {
      drawLine(frame, {{left, top}, {right, top}}, items);
      text(items, m_options.isChinese ? row.zh : row.en, {left + 2, top + row.heightMm / 2}, Align::Left, frame);
      drawRow(row, top, items);
      top += row.heightMm;
    }
    drawLine(frame, {{left, top}, {right, top}}, items);
    for (const double x : {left, m_frame.plotMm.minX - kStationMm, right}) drawLine(frame, {{x, m_tableTop}, {x, top}}, items);
  }

  void drawRow(const ProfileRow& row, double top, Items& items) const {
    const Symbol& frame = symbol("profile.frame");
    const double middle = top + row.heightMm / 2;
    if (row.key == "size" || row.key == "slope" || row.key == "distance") {
      for (const ProfileReach& reach : m_profile.reaches) {
        const double from = m_frame.xOf(reach.fromM), to = m_frame.xOf(reach.toM);
        const auto slope = reach.slopePermille();
        const std::string words = row.key == "size" ? (reach.diameterMm ? "d" + formatNumber(*reach.diameterMm, 0) : "?") : row.key == "slope" ? shown(slope, 1) : formatNumber(reach.lengthM(), 2);
        drawLine(frame, {{to, top}, {to, top + row.heightMm}}, items);
        if (&reach == &m_profile.reaches.front()) drawLine(frame, {{from, top}, {from, top + row.heightMm}}, items);
        const double room = to - from - 1;
        const double width = textWidthEm(words) * (frame.label.sizeMm > 0 ? frame.label.sizeMm : kTextMm);
        text(items, words, {(from + to) / 2, middle}, Align::Centre, row.key == "slope" && slope && *slope < 0 && !isUphill() ? symbol("profile.fault") : frame, width > room ? 90 : 0);
      }
      return;
    }
    double taken = -1e9;
    for (const ProfileStation& station : m_profile.stations) {
      for (const std::string& words : figures(row, station)) text(items, words, {placeFor(m_frame.xOf(station.chainageM), taken), top + row.heightMm - 1}, Align::Left, frame, 90);
    }
  }

  std::vector<std::string> figures(const ProfileRow& row, const ProfileStation& station) const {
    if (row.key == "ground") return {shown(station.groundM, 3)};
    if (row.key == "depth") return {shown(station.depthM(), 2)};
    if (row.key == "chainage") return {formatNumber(station.chainageM, 2)};
    if (row.key == "code") return {station.code};
    const bool isFirst = &station == &m_profile.stations.front(), isLast = &station == &m_profile.stations.back();
    if (isFirst || isLast) return {shown(isFirst ? station.leavingInvertM : station.arrivingInvertM, 3)};
    if (station.arrivingInvertM == station.leavingInvertM) return {shown(station.leavingInvertM, 3)};
    return {shown(station.arrivingInvertM, 3), shown(station.leavingInvertM, 3)};   // a drop manhole
  }

  /// Walked against the water: rising pipes are then as they should be.
  bool isUphill() const {
    const auto &first = m_profile.reaches.front().fromInvertM, &last = m_profile.reaches.back().toInvertM;
    return first && last && *first < *last;
  }

  void drawTitle(Items& items) const {
    const Symbol& frame = symbol("profile.frame");
    const double centre = (m_frame.plotMm.minX + m_frame.plotMm.maxX) / 2;
    items.push_back(TextItem{.text = m_options.title, .at = {centre, kMarginMm + 4}, .sizeMm = 5, .colour = frame.label.colour, .isBold = true});
    const std::string scales = "H 1:" + formatNumber(m_frame.scaleH, 0) + "  V 1:" + formatNumber(m_frame.scaleV, 0);
    text(items, scales, {centre, kMarginMm + 10}, Align::Centre, frame);
  }

  const Profile& m_profile;
  const std::vector<ProfileCrossing>& m_crossings;
  const Theme& m_theme;
  const std::vector<ProfileRow>& m_rows;
  const ProfileSheetOptions& m_options;
  ProfileFrame m_frame;
  double m_tableTop = 0, m_tableBottom = 0;
};

}  // namespace

double ProfileFrame::chainageAt(double xMm) const { return std::clamp((xMm - plotMm.minX) * scaleH / 1000, 0.0, lengthM); }

geo::Result<std::vector<ProfileRow>> readProfileRows(const std::string& dataFolder) {
  auto table = readCatalogueFile(dataFolder + "/styles/profile_rows.csv");
  if (!table) return geo::fail(table);
  table->name = "profile_rows";
  std::vector<ProfileRow> rows;
  for (const CatalogueRow& row : table->rows) {
    const auto height = numberIn(*table, row, "height_mm");
    if (!height) return geo::fail(height);
    rows.push_back({row.at("row"), row.at("zh"), row.at("en"), *height});
  }
  return rows;
}

std::vector<ProfileCrossing> crossingsAlong(const Profile& profile, const CitySewers& sewers, const PipeIndex& pipes, const ClearanceRules& rules) {
  std::vector<ProfileCrossing> all;
  for (const ProfileReach& reach : profile.reaches) {
    for (const PipeCrossing& crossing : pipes.crossingsOf(sewers.pipes[static_cast<std::size_t>(reach.link)], rules)) {
      const Pipe& other = pipes.city().pipes[crossing.other];
      const double share = reach.isReversed ? 1 - crossing.share : crossing.share;
      all.push_back({.chainageM = reach.fromM + share * reach.lengthM(), .pipe = crossing.other, .pipeClass = other.pipeClass == "PS" && !other.subclass.empty() ? other.subclass : other.pipeClass, .code = other.code,
                     .at = crossing.at, .levels = crossing.others, .clearanceM = crossing.clearanceM, .requiredM = crossing.required ? std::optional(crossing.required->metres) : std::nullopt, .state = crossing.state});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const ProfileCrossing& a, const ProfileCrossing& b) { return a.chainageM < b.chainageM; });
  return all;
}

ProfileSheet profileSheet(const Profile& profile, const std::vector<ProfileCrossing>& crossings, const Theme& theme, const SheetStyle& style, const std::vector<ProfileRow>& rows, const ProfileSheetOptions& options) {
  return Drawing(profile, crossings, theme, style, rows, options).draw();
}

}  // namespace pianqu::layers
