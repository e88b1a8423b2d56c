#pragma once

#include <memory>
#include <string>

#include "app/edit/tool.hpp"

namespace pianqu::test {

/// A town drawn as letters, and a hand that works in it with the tools.
///
/// A cell is 100 m x 100 m with a building of 40 m x 40 m and 20 households in its middle. A letter is the district that the cell belongs
/// to, '.' is in none, '#' has no building and no district. Letters in lower case are pinned. Places are (column, row) from the upper left
/// corner: at(0.5, 0.5) is the middle of the first building.
///
///     AAB
///     AAB
class DrawnWorld {
 public:
  /// `withRoad`: a road along the line between the first and the second row.
  explicit DrawnWorld(const std::string& drawing, bool withRoad = false);

  geo::XY at(double column, double row) const;
  app::PointerEvent pointer(double column, double row) const;
  /// The letter each building's district was drawn with; new districts are 'N', '.' is in none.
  std::string draw() const;
  const layers::District& district(char letter) const;
  layers::Uid uidOf(char letter) const;

  /// Takes up a tool for a district (' ': a new one).
  void take(app::ToolKind kind, char letter, app::ToolOptions options = {});
  void click(double column, double row);
  void move(double column, double row);
  /// Press, ten movements, release.
  void drag(double fromColumn, double fromRow, double toColumn, double toRow);
  void dragAlong(const std::vector<geo::XY>& places);   ///< (column, row) each
  /// Applies what the tool came to. "" when it was accepted, "nothing" when there is nothing, else why not.
  std::string accept();
  /// The boundaries are an exact coverage of valid polygons.
  bool isExact() const;

  layers::City city;
  app::EditScene scene;
  std::unique_ptr<app::Tool> tool;

 private:
  void setPlan(layers::Plan plan);
  std::vector<std::string> m_rows;
};

}  // namespace pianqu::test
