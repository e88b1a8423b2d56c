#include "app/map/stamp_atlas.hpp"

#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/paint/paint_picture.hpp"
#include "layers/scene/symbol_drawing.hpp"

namespace pianqu::app {
namespace {

constexpr int kDensity = 2;        // pixels of the picture a pixel of the screen
constexpr int kGap = 2;
constexpr int kWidth = 512;
constexpr double kCrossMm = 2.2;
constexpr double kArrowMm = 2.4;
constexpr double kLetterMm = 3.2;
constexpr double kGoldenRatio = 0.6180339887498949;
constexpr double kShiftedPart = 0.7;   ///< of the way between two letters; the rest keeps them off the ends of the line

struct Draft {
  StampAtlas::Kind kind;
  const layers::Symbol* symbol;
  double sideMm;
};

std::vector<Draft> draftsOf(const std::vector<const layers::Symbol*>& symbols) {
  std::vector<Draft> drafts;
  for (const layers::Symbol* symbol : symbols) {
    if (symbol->shape == layers::SymbolShape::Point && symbol->marker != layers::Marker::None) drafts.push_back({StampAtlas::Kind::Marker, symbol, symbol->markerMm * 1.3 + symbol->strokeMm + 0.3});
    if (symbol->shape != layers::SymbolShape::Line) continue;
    if (symbol->hasArrow) drafts.push_back({StampAtlas::Kind::Arrow, symbol, kArrowMm});
    if (!symbol->letter.empty() && qGuiApp) drafts.push_back({StampAtlas::Kind::Letter, symbol, std::max(kLetterMm, layers::textWidthEm(symbol->letter) * 2.2 + 0.9)});
    if (symbol->hasCrosses) drafts.push_back({StampAtlas::Kind::Cross, symbol, kCrossMm});
  }
  return drafts;
}

layers::PictureGroup pictureOf(const Draft& draft) {
  const geo::XY middle{draft.sideMm / 2, draft.sideMm / 2};
  layers::PictureGroup group;
  switch (draft.kind) {
    case StampAtlas::Kind::Marker: layers::drawMarker(*draft.symbol, middle, group.items); break;
    case StampAtlas::Kind::Arrow: layers::drawArrow(*draft.symbol, middle, 0, group.items); break;
    case StampAtlas::Kind::Letter: group.items.push_back(layers::letterOf(*draft.symbol, middle, 0)); break;
    case StampAtlas::Kind::Cross: {
      const double r = kCrossMm * 0.36;
      const layers::Pen pen{draft.symbol->stroke.value_or(layers::Colour{}), std::max(draft.symbol->strokeMm, 0.25), {}};
      group.items.push_back(layers::PathItem{{{{middle.x - r, middle.y - r}, {middle.x + r, middle.y + r}}, {{middle.x - r, middle.y + r}, {middle.x + r, middle.y - r}}}, false, std::nullopt, pen});
    }
  }
  return group;
}

/// Of each letter, spread over the way between two letters however many there are.
std::map<std::string, double> shiftsOf(const std::vector<Draft>& drafts) {
  std::map<std::string, double> shifts;
  for (const Draft& draft : drafts) {
    if (draft.kind != StampAtlas::Kind::Letter) continue;
    const double spread = 0.5 + kGoldenRatio * static_cast<double>(shifts.size());
    shifts.emplace(draft.symbol->letter, kShiftedPart * (spread - std::floor(spread) - 0.5));
  }
  return shifts;
}

}  // namespace

std::shared_ptr<const StampAtlas> StampAtlas::make(const std::vector<const layers::Symbol*>& symbols, double pixelsPerMm) {
  auto atlas = std::make_shared<StampAtlas>();
  const std::vector<Draft> drafts = draftsOf(symbols);
  if (drafts.empty()) return atlas;
  std::vector<QRect> places;
  int x = 0, y = 0, rowHeight = 0;
  for (const Draft& draft : drafts) {
    const int side = static_cast<int>(std::ceil(draft.sideMm * pixelsPerMm * kDensity));
    if (x + side > kWidth) {
      x = 0;
      y += rowHeight + kGap;
      rowHeight = 0;
    }
    places.emplace_back(x, y, side, side);
    x += side + kGap;
    rowHeight = std::max(rowHeight, side);
  }
  atlas->m_image = QImage(kWidth, y + rowHeight, QImage::Format_ARGB32_Premultiplied);
  atlas->m_image.fill(Qt::transparent);
  QPainter painter(&atlas->m_image);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto shifts = shiftsOf(drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    painter.save();
    painter.translate(places[i].topLeft());
    paintGroup(painter, pictureOf(drafts[i]), pixelsPerMm * kDensity, QStringLiteral("Noto Sans CJK SC"));
    painter.restore();
    const QSizeF size(atlas->m_image.size());
    const QRectF part(places[i].x() / size.width(), places[i].y() / size.height(), places[i].width() / size.width(), places[i].height() / size.height());
    const double shift = drafts[i].kind == Kind::Letter ? shifts.at(drafts[i].symbol->letter) : 0;
    atlas->m_stamps[{drafts[i].kind, drafts[i].symbol->key}] = {part, QSizeF(places[i].size()) / (2 * kDensity), shift};
  }
  return atlas;
}

const StampAtlas::Stamp* StampAtlas::find(Kind kind, const std::string& symbolKey) const {
  const auto found = m_stamps.find({kind, symbolKey});
  return found == m_stamps.end() ? nullptr : &found->second;
}

}  // namespace pianqu::app
