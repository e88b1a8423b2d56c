#include <algorithm>
#include <utility>

#include "layers/sheet/furniture.hpp"

namespace pianqu::layers {
namespace {

constexpr Colour kInk{0, 0, 0, 255};
constexpr double kRowMm = 5.4;

/// One cell of the block: a caption and what is filled in, over a share of the width.
struct BlockField { std::string caption, value; double share = 1; };
using FieldRow = std::vector<BlockField>;

std::vector<FieldRow> rowsOf(const SheetFacts& facts, const std::string& number, const std::string& scaleText) {
  return {
      {{"编制单位", facts.institute, 0.62}, {"资质证号", "", 0.38}},
      {{"审定", "", 1. / 3}, {"审核", "", 1. / 3}, {"项目负责", "", 1. / 3}},
      {{"专业负责", "", 1. / 3}, {"校对", "", 1. / 3}, {"设计", "", 1. / 3}},
      {{"项目名称", facts.projectTitle}},
      {{"图名", facts.drawingTitle}},
      {{"坐标系", facts.crsName}},
      {{"中央子午线", facts.centralMeridian.empty() ? "无" : facts.centralMeridian, 0.42}, {"高程基准", facts.heightDatum, 0.58}},
      {{"阶段", facts.stage, 1. / 3}, {"版本", facts.version, 1. / 3}, {"密级", facts.secrecy, 1. / 3}},
      {{"数据时点", facts.dataDate, 0.5}, {"快照", facts.snapshot, 0.5}},
      {{"比例", scaleText, 0.5}, {"日期", facts.date, 0.5}},
      {{"图号", number}},
  };
}

}  // namespace

double drawTitleBlock(const geo::Box& box, const SheetStyle& style, const SheetFacts& facts, const std::string& number, const std::string& scaleText, Items& items) {
  const double size = style.mm("text-size");
  const auto rows = rowsOf(facts, number, scaleText);
  const double top = box.maxY - kRowMm * static_cast<double>(rows.size());
  PathItem rules{{}, false, std::nullopt, Pen{kInk, style.mm("thin-pen"), {}}};
  double y = top;
  for (const FieldRow& row : rows) {
    rules.parts.push_back({{box.minX, y}, {box.maxX, y}});
    double x = box.minX;
    for (const BlockField& field : row) {
      const double width = box.width() * field.share, captionMm = textWidthEm(field.caption) * size + 2.4;
      if (x > box.minX) rules.parts.push_back({{x, y}, {x, y + kRowMm}});
      rules.parts.push_back({{x + captionMm, y}, {x + captionMm, y + kRowMm}});
      items.push_back(TextItem{field.caption, {x + 1.2, y + kRowMm / 2}, size, Align::Left, kInk, false, 0, 0});
      const bool isNumber = field.caption == "图号";
      const double wanted = isNumber ? style.mm("heading-size") : size;
      const double fitted = std::min(wanted, (width - captionMm - 2) / std::max(1.0, textWidthEm(field.value)));
      if (!field.value.empty()) items.push_back(TextItem{field.value, {x + captionMm + 1.2, y + kRowMm / 2}, fitted, Align::Left, kInk, isNumber, 0, 0});
      x += width;
    }
    y += kRowMm;
  }
  items.push_back(std::move(rules));
  return top;
}

}  // namespace pianqu::layers
