#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <variant>
#include <vector>

#include "app/map/camera_view.hpp"
#include "app/map/tiled_layer.hpp"

namespace pianqu::app {

/// The view that pieces are wanted for.
struct TileView {
  CameraView camera;
  double scaleDenominator = 0;
  const void* viewer = nullptr;    ///< who looks: the map, the overview, the labels; what one wants does not take the place of what another does
  double pixelRatio = 1;           ///< device pixels a pixel
  bool isPainted = false;          ///< no scene-graph geometry is drawn (software backend): outlines come as pictures too
};

/// A piece of a layer that is ready: outlines of a leaf, a picture of a square, or texts of a leaf.
struct TileKey {
  enum class Kind { Density, Outline, Picture, Labels, SparseLabels };
  Kind kind = Kind::Outline;
  std::size_t group = 0;
  std::size_t leaf = 0;
  PyramidSquare square;
  auto operator<=>(const TileKey&) const = default;
};
using TileContent = std::variant<std::monostate, std::shared_ptr<const GeometryTile>, std::shared_ptr<const QImage>, std::shared_ptr<const LabelSet>>;

/// What a layer's item draws now: pictures below outlines, coarser pictures below finer ones.
struct TileFrame {
  std::vector<std::pair<TileKey, std::shared_ptr<const QImage>>> pictures;
  std::vector<std::pair<TileKey, std::shared_ptr<const GeometryTile>>> outlines;
};

/// Pieces of one layer for the views that are looked at: made in workers, nearest to the middle first, kept until much else was seen. Moving the
/// map makes only what was never seen; a layer that was built again after an edit makes only the leaves that look different, and the old ones are shown until then. Lives in the UI thread.
class TileStore : public QObject {
  Q_OBJECT

 public:
  explicit TileStore(QObject* parent = nullptr);
  ~TileStore() override;

  /// Pieces that look the same in both layers are kept.
  void setLayer(TiledLayerPtr layer);
  const TiledLayerPtr& layer() const { return m_layer; }
  /// Nothing is made and nothing shown while false.
  void setShown(bool isShown);

  /// Asks for the pieces of `view` and gives those that are there.
  TileFrame frameFor(const TileView& view);
  /// The texts of the view that are there, and asks for the others.
  std::vector<std::shared_ptr<const LabelSet>> labelsFor(const TileView& view);
  bool isBusy() const { return !m_running.empty() || !m_waiting.empty(); }

 signals:
  void changed();                  ///< a piece is ready
  void labelsChanged();

 private:
  struct Entry {
    TileContent content;
    std::size_t bytes = 0;
    std::uint64_t lastUsed = 0;
    bool isStale = false;
  };
  struct Wish {
    TileKey key;
    const void* viewer = nullptr;
    double distance = 0;           ///< from the middle of the view
  };
  void takeOver(std::map<TileKey, Entry> entries, const TiledLayer& before);
  void forgetWishes(const void* viewer);
  void want(const TileKey& key, const TileView& view, const geo::Box& place, double handicap = 0);
  bool isInUse(const Entry& entry) const { return entry.lastUsed + 1 >= m_clock; }
  void settle(const void* viewer, bool isComplete);
  Entry* use(const TileKey& key);
  void addPictures(TileFrame& frame, const TileView& view, std::size_t group, TileKey::Kind kind, int level);
  void addStandIns(TileFrame& frame, std::set<TileKey>& added, const TileKey& key);
  void startNext();
  void run(const TileKey& key);
  void accept(const TileKey& key, std::uint64_t generation, TileContent content, std::size_t bytes);
  void trim();

  TiledLayerPtr m_layer;
  std::shared_ptr<std::atomic<std::uint64_t>> m_generation = std::make_shared<std::atomic<std::uint64_t>>(0);
  std::map<TileKey, Entry> m_entries;
  std::vector<Wish> m_waiting;     ///< of each viewer's last view
  std::set<TileKey> m_running;
  TileFrame m_before;              ///< of the layer that was replaced, where it was another: each viewer shows it until its view of the new one is complete
  std::map<const void*, bool> m_isSettled;   ///< by viewer: it had a complete view of this layer
  std::size_t m_bytes = 0;
  std::uint64_t m_clock = 0;
  bool m_isShown = true;
};

/// Points and wide lines reach so far beyond the box of their coordinates.
inline constexpr double kReachPx = 40;

/// The threads that make pieces, one core left for the window.
QThreadPool& tilePool();

}  // namespace pianqu::app
