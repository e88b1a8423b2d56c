#include "layers/sheet/sheet.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "geo/shape/rectangle.hpp"
#include "layers/scene/map_drawing.hpp"
#include "layers/sheet/furniture.hpp"
#include "layers/sheet/plan_scene.hpp"
#include "layers/sheet/sheet_tables.hpp"
#include "layers/sheet/turning_points.hpp"

namespace pianqu::layers {
namespace {

constexpr double kGapMm = 3;
constexpr double kLongestCellMm = 130;   ///< of a text in a table page before it is cut into lines
constexpr double kMarginShare = 0.05;   ///< surroundings of the districts on a city sheet, of its longer side

/// The ground that must be on the sheet: the district, or all that was built, mapped or planned.
geo::MultiPolygon<geo::XY> subjectOf(const SheetRequest& request) {
  if (request.district) return request.district->shape;
  geo::Box box;
  for (const auto& district : request.plan.districts) box.add(geo::boxOf(district.shape));
  // Once there are districts the city sheet is about them; what lies far off is in the table of what is left over.
  if (!box.isEmpty()) box = box.grownBy(kMarginShare * std::max(box.width(), box.height()));
  const bool hasDistricts = !box.isEmpty();
  if (!hasDistricts) for (const auto& estate : request.city.estates) box.add(geo::boxOf(estate.shape));
  if (!hasDistricts) for (const auto& building : request.city.buildings) box.add(geo::boxOf(building.shape));
  if (box.isEmpty()) return {};
  return {geo::rectangleOf(box)};
}

/// "四至：东至…，南至…，西至…，北至…。" of the district, empty where the ledger has no row for it.
std::string boundsNote(const SheetRequest& request) {
  const LedgerTable& ledger = request.bounds;
  for (std::size_t row = 0; request.district && row < ledger.rows.size(); ++row) {
    if (toText(ledger.rows[row][0]) != request.district->code) continue;
    std::string note = "四至：";
    for (std::size_t c = 2; c < 6; ++c) note += (c > 2 ? "，" : "") + ledger.columns[c].zh + ledger.text(row, c);
    return note + "。";
  }
  return {};
}

class SheetComposer {
 public:
  SheetComposer(const SheetRequest& request, SheetPlan plan, geo::MultiPolygon<geo::XY> subject)
      : m_request(request), m_style(request.style), m_plan(std::move(plan)), m_subject(std::move(subject)), m_layout(layers::layoutOf(m_style, m_plan.paper)), m_facts(request.facts) {
    if (m_facts.drawingTitle.empty()) m_facts.drawingTitle = (request.district ? request.district->name : std::string()) + request.theme.zh;
    if (request.district) m_points = turningPoints(request.district->shape);
  }

  SheetSet compose() {
    makeScene();
    m_tables = tablesOf(m_request, m_points);
    for (std::size_t i = 0; i < m_plan.frames.size(); ++i) m_set.pages.push_back(mapPage(i));
    m_set.mapPages = m_set.pages.size();
    addTablePages();
    const std::size_t count = m_set.pages.size();
    for (std::size_t i = 0; i < count; ++i) finishPage(i, count);
    m_set.paper = m_plan.paper;
    m_set.scale = m_plan.scale;
    return std::move(m_set);
  }

 private:
  void makeScene() {
    SceneOptions options;
    geo::Box box;
    for (const auto& frame : m_plan.frames) box.add(frame.ground());
    options.box = box;
    SceneBuilder builder(m_request.theme);
    builder.addLayers(m_request.district ? sceneOf(m_request.city, m_request.plan, *m_request.district, m_request.theme, options) : sceneOf(m_request.city, m_request.plan, m_request.theme, options));
    for (const auto& point : m_points) {
      SceneItem* item = builder.add("turning_point", "district.turning", {}, geo::XYGeometry{geo::XYGeometry::Points{{point.at}}});
      if (item) item->label = SceneLabel{point.name, point.at};
    }
    m_scene = std::move(builder).take();
  }

  Picture mapPage(std::size_t at) {
    Picture picture{{}, m_plan.paper.widthMm, m_plan.paper.heightMm, {}, {m_plan.frames[at]}};
    MapDrawing drawing = drawMap(m_scene, m_plan.frames[at]);
    m_set.labelsPlaced += drawing.labelsPlaced;
    for (std::size_t i = 0; i < drawing.labelsDropped.size(); ++i) {
      if (drawing.labelsDropped[i] > 0) m_set.labelsDropped[m_scene.symbols[i].zh] += drawing.labelsDropped[i];
    }
    picture.groups = std::move(drawing.groups);
    Items grid, strip;
    drawGrid(m_plan.frames[at], m_style, grid);
    picture.groups.push_back({"坐标格网", m_plan.frames[at].paper(), std::move(grid)});
    drawStrip(at, drawing, strip);
    picture.groups.push_back({"图面整饰", std::nullopt, std::move(strip)});
    return picture;
  }

  /// From the top: scale, legend, key diagram, tables; from the bottom: title block, stamp area, notes.
  void drawStrip(std::size_t at, const MapDrawing& drawing, Items& items) {
    geo::Box free = m_layout.strip;
    free.maxY -= titleBlockMm();
    free.maxY = drawStampArea(free, m_style, items) - 1;
    free.minY = drawScaleBlock(free, m_style, m_plan.scale, items);
    separate(free.minY, items);
    free.minY = drawLegend(m_scene, drawing.isSymbolShown, free, m_style, items);
    separate(free.minY, items);
    if (m_plan.frames.size() > 1) {
      free.minY = drawKeyDiagram(m_plan, m_subject, static_cast<int>(at), free, m_style, items);
      separate(free.minY, items);
    }
    const auto notes = notesOf(drawing);
    const double notesMm = heightOfNotes(notes, free.width(), m_style);
    if (notesMm < free.height()) {
      geo::Box box = free;
      box.minY = free.maxY - notesMm;
      separate(box.minY, items);
      drawNotes(notes, box, m_style, items);
      free.maxY = box.minY;
    }
    if (at == 0) placeTables(free, items);
  }

  /// Whole tables only; what does not fit goes onto the pages behind.
  void placeTables(geo::Box free, Items& items) {
    std::vector<SheetTable> later;
    for (auto& table : m_tables) {
      const double width = free.width() - 2 * kGapMm;
      const TableLayout layout = layers::layoutOf(table, width, m_style);
      if (rowsThatFit(layout, 0, free.height() - 2 * kGapMm) < table.rows.size()) {
        later.push_back(std::move(table));
        continue;
      }
      free.minY += kGapMm / 2 + drawTable(table, layout, 0, table.rows.size(), {free.minX + kGapMm, free.minY + kGapMm / 2}, m_style, items);
    }
    m_tables = std::move(later);
  }

  void addTablePages() {
    std::size_t table = 0, row = 0;
    while (table < m_tables.size()) {
      Items items;
      const double before = static_cast<double>(table) * 1e6 + static_cast<double>(row);
      fillTablePage(table, row, items);
      if (static_cast<double>(table) * 1e6 + static_cast<double>(row) <= before) break;   // a row higher than a page: stop rather than loop
      Picture picture{{}, m_plan.paper.widthMm, m_plan.paper.heightMm, {}, {}};
      picture.groups.push_back({"附表", std::nullopt, std::move(items)});
      m_set.pages.push_back(std::move(picture));
    }
  }

  void fillTablePage(std::size_t& table, std::size_t& row, Items& items) {
    const geo::Box area = m_layout.map.grownBy(-kGapMm);
    const int columns = std::max(1, static_cast<int>(std::floor(area.width() / 92)));
    const double columnMm = (area.width() - (columns - 1) * kGapMm * 2) / columns;
    std::vector<double> tops(static_cast<std::size_t>(columns), area.minY);   // of the free room of each column
    for (std::size_t column = 0; column < tops.size() && table < m_tables.size(); ++column) {
      while (table < m_tables.size()) {
        // A table of long texts spans several columns.
        const double wished = wishedWidthOf(m_tables[table], kLongestCellMm, m_style);
        const auto span = static_cast<std::size_t>(std::clamp(static_cast<int>(std::lround(wished / columnMm)), 1, columns));
        if (column + span > tops.size()) break;
        const double top = *std::max_element(tops.begin() + static_cast<std::ptrdiff_t>(column), tops.begin() + static_cast<std::ptrdiff_t>(column + span));
        const double widthMm = static_cast<double>(span) * columnMm + static_cast<double>(span - 1) * 2 * kGapMm;
        const TableLayout layout = layers::layoutOf(m_tables[table], widthMm, m_style);
        const std::size_t rows = rowsThatFit(layout, row, area.maxY - top);
        const bool isRest = row + rows == m_tables[table].rows.size();
        if (rows == 0 || (!isRest && rows < 3)) break;
        const geo::XY at{area.minX + static_cast<double>(column) * (columnMm + 2 * kGapMm), top};
        const double bottom = top + drawTable(m_tables[table], layout, row, row + rows, at, m_style, items) + 2 * kGapMm;
        std::fill(tops.begin() + static_cast<std::ptrdiff_t>(column), tops.begin() + static_cast<std::ptrdiff_t>(column + span), bottom);
        row += rows;
        if (!isRest) break;
        ++table;
        row = 0;
      }
    }
  }

  void finishPage(std::size_t at, std::size_t count) {
    Items items;
    drawFrame(m_layout, m_style, items);
    const bool isMap = at < m_set.mapPages;
    std::string subtitle = m_facts.drawingTitle + (isMap ? "" : " 附表");
    const std::string page = count > 1 ? std::to_string(at + 1) + "/" + std::to_string(count) : "";
    if (!page.empty()) subtitle += "  (第 " + page + " 幅)";
    drawTitle(m_layout, m_style, m_facts, subtitle, items);
    const std::string number = (m_request.district ? m_request.district->code : "QS") + "-" + m_request.theme.drawing + (page.empty() ? "" : "  " + page);
    SheetFacts facts = m_facts;
    if (!isMap) facts.drawingTitle += " 附表";
    drawTitleBlock(m_layout.strip, m_style, facts, number, isMap ? "1:" + formatNumber(m_plan.scale, 0) : "无", items);
    m_set.pages[at].title = m_facts.projectTitle + " " + subtitle;
    m_set.pages[at].groups.push_back({"图框", std::nullopt, std::move(items)});
  }

  std::vector<std::string> notesOf(const MapDrawing& drawing) const {
    std::vector<std::string> notes;
    notes.push_back("坐标单位为米，X 为北，Y 为东；图上坐标格网间距 " + formatNumber(m_style.mm("grid-cross") * m_plan.scale / 1000, 0) + " m。");
    if (const std::string bounds = boundsNote(m_request); !bounds.empty()) notes.push_back(bounds);
    if (!m_facts.dataDate.empty()) notes.push_back("现状数据时点 " + m_facts.dataDate + "。");
    const bool isUnpriced = std::any_of(m_request.plan.measures.begin(), m_request.plan.measures.end(), [this](const Measure& m) { return !m.cost && (!m_request.district || m.districtUid == m_request.district->uid); });
    if (isUnpriced) notes.push_back("未计价的措施记为“待定价”，不计入估算。");
    if (m_request.district || !m_request.plan.districts.empty()) notes.push_back("片区由老旧小区和需改造的独栋、零星楼归并而成，成员与面积见台账。");
    std::string dropped;
    for (std::size_t i = 0; i < drawing.labelsDropped.size(); ++i) {
      if (drawing.labelsDropped[i] > 0) dropped += (dropped.empty() ? "" : "、") + m_scene.symbols[i].zh + " " + std::to_string(drawing.labelsDropped[i]);
    }
    if (!dropped.empty()) notes.push_back("图上因位置不足未注记（处）：" + dropped + "；以台账为准。");
    notes.insert(notes.end(), m_facts.notes.begin(), m_facts.notes.end());
    return notes;
  }

  double titleBlockMm() const {
    Items scratch;
    return m_layout.strip.maxY - drawTitleBlock(m_layout.strip, m_style, m_facts, "", "", scratch);
  }

  void separate(double y, Items& items) const {
    items.push_back(PathItem{{{{m_layout.strip.minX, y}, {m_layout.strip.maxX, y}}}, false, std::nullopt, Pen{{0, 0, 0, 255}, m_style.mm("thin-pen"), {}}});
  }

  const SheetRequest& m_request;
  const SheetStyle& m_style;
  SheetPlan m_plan;
  geo::MultiPolygon<geo::XY> m_subject;
  SheetLayout m_layout;
  SheetFacts m_facts;
  std::vector<TurningPoint> m_points;
  Scene m_scene;
  std::vector<SheetTable> m_tables;
  SheetSet m_set;
};

}  // namespace

geo::Result<SheetSet> composeSheets(const SheetRequest& request) {
  auto subject = subjectOf(request);
  auto plan = planSheets(request.style, subject, request.wish);
  if (!plan) return geo::fail(plan);
  return SheetComposer(request, std::move(*plan), std::move(subject)).compose();
}

std::string degreesText(double degrees) {
  const long minutes = std::lround(degrees * 60);
  std::string text = std::to_string(minutes / 60) + "°";
  const long rest = minutes % 60;
  return text + (rest < 10 ? "0" : "") + std::to_string(rest) + "′";
}

}  // namespace pianqu::layers
