#pragma once

#include "app/edit/tool.hpp"
#include "app/map/map_layer.hpp"
#include "geo/crs/crs.hpp"
#include "layers/style/style.hpp"

namespace pianqu::app {

/// The stroke under way on the map: what it covers, what it would change, its corners. Only what is new is built.
class EditPreview {
 public:
  EditPreview(const layers::Theme& theme, double pixelsPerMm);
  MapLayer* members() { return &m_members; }
  MapLayer* strokes() { return &m_strokes; }

  void show(const Preview& preview, const EditScene& scene, const geo::Crs& crs);
  void clear();

 private:
  enum PenKind { Line, Area, Brush, Gain, Lose, After, Corner, Hot, PenCount };
  void showMembers(const Preview& preview, const EditScene& scene, const geo::Crs& crs);

  std::vector<Pen> m_pens;
  MapLayer m_members{QStringLiteral("edit-members")};
  MapLayer m_strokes{QStringLiteral("edit-strokes")};
  std::vector<layers::Member> m_shown;   ///< what m_members shows
  bool m_isLosing = false;
};

/// Geometry of a drawing for a layer; nullptr for an empty one.
std::shared_ptr<const MapGeometry> geometryOf(Drawing drawing, const geo::Crs& crs);
/// The pen of a row of symbols.csv; an invisible one when the theme does not have it.
Pen penOf(const layers::Theme& theme, const char* key, double pixelsPerMm);

}  // namespace pianqu::app
