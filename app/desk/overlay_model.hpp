#pragma once

#include <QAbstractListModel>
#include <QThreadPool>
#include <QUrl>
#include <QtQmlIntegration>

#include "app/desk/overlay.hpp"
#include "app/map/map_controller.hpp"
#include "layers/scene/shapes_layer.hpp"
#include "layers/style/classes.hpp"

namespace pianqu::app {

/// Files and addresses that lie on the map without being imported: shapes as layers of their own, pictures as base maps. Rows go from the bottom of the
/// map up, those under the project's layers first. Shapes are read and drawn in a worker, reading is a task; one that cannot be shown stays in the list
/// with the reason and a way out. The project keeps the list.
class OverlayModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(int count READ rowCount NOTIFY changed)
  Q_PROPERTY(QString attribution READ attribution NOTIFY changed)

 public:
  enum Role { NameRole = Qt::UserRole + 1, SourceRole, StateRole, WordsRole, HintRole, ShownRole, OpacityRole, ColourRole, AboveRole, CrsRole, PictureRole, AddressRole, MissingRole, MapLayerRole, BaseMapRole };
  OverlayModel(ProjectController& project, MapController& map, std::vector<layers::Colour> colours, QObject* parent = nullptr);
  ~OverlayModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  bool isBusy() const;
  /// Of all pictures that are shown.
  QString attribution() const;

  /// Files or addresses; a file of shapes goes over the layers of the project, a picture under them.
  Q_INVOKABLE void add(const QList<QUrl>& urls);
  /// An address as layers::isRasterService reads it. `crs` is empty, "gcj02" or "bd09".
  Q_INVOKABLE void addAddress(const QString& address, const QString& name, const QString& crs);
  Q_INVOKABLE bool isAddress(const QString& text) const;
  void retranslate();
  /// A picture of this start of the window, whatever project is open.
  void addBaseMap(const QString& source, const QString& crs);

  Q_INVOKABLE void setShown(int row, bool isShown);
  /// Seen at once, but kept with the next keep() only: a slider asks for many.
  Q_INVOKABLE void setOpacity(int row, double opacity);
  Q_INVOKABLE void keep();
  Q_INVOKABLE void setColour(int row, const QColor& colour);
  /// To the top of those over the layers, or of those under them.
  Q_INVOKABLE void setAbove(int row, bool isAbove);
  /// One place up on the map or down, among those over the layers or those under them.
  Q_INVOKABLE bool canMove(int row, bool isUp) const;
  Q_INVOKABLE void move(int row, bool isUp);
  /// An empty name: the file's, or the server's.
  Q_INVOKABLE void setName(int row, const QString& name);
  /// Another address of a map on a server.
  Q_INVOKABLE void setAddress(int row, const QString& address);
  /// Reads it again as lying in this system; empty: judged.
  Q_INVOKABLE void setCrs(int row, const QString& crs);
  /// The file is here now.
  Q_INVOKABLE void locate(int row, const QUrl& file);
  Q_INVOKABLE void zoomTo(int row);
  Q_INVOKABLE void remove(int row);

 signals:
  void changed();

 private:
  struct Drawn {
    layers::OverlayShapes shapes;
    std::shared_ptr<const std::vector<geo::XYGeometry>> all;
    TiledLayerPtr tiles;
    QColor colour;
  };
  /// On top of those on its side of the layers.
  void append(KeptOverlay kept, bool isOfProject) { insert(topRow(kept.isAbove), std::move(kept), isOfProject); }
  void insert(int row, KeptOverlay kept, bool isOfProject);
  int topRow(bool isAbove) const;
  void moveTo(int from, int to);
  void appendFile(const QString& path);
  void follow();
  void drop(int row);
  void read(Overlay& overlay);
  void readShapes(Overlay& overlay);
  void dye(Overlay& overlay);      ///< the shapes that were read, in its colour
  void readPicture(Overlay& overlay);
  void accept(int id, const std::shared_ptr<LongTask>& task, geo::Result<Drawn> drawn);
  void acceptPicture(int id);
  void fail(Overlay& overlay, const geo::Error& error);
  QString wordsOf(const Overlay& overlay) const;   ///< how much of it there is and where it lies, or what is wrong
  QString hintOf(const Overlay& overlay) const;    ///< how that is known, or what to try
  void settle(Overlay& overlay);   ///< shown, opacity
  void tell(const Overlay& overlay);
  void sayNoAddress(const QString& address);
  int rowOf(const Overlay& overlay) const;
  Overlay* find(int id);
  Overlay* at(int row) { return row >= 0 && row < rowCount() ? m_overlays[static_cast<std::size_t>(row)].get() : nullptr; }
  const Overlay& shownAt(int row) const { return *m_overlays[static_cast<std::size_t>(row)]; }
  layers::ShapeSymbols symbolsOf(const QColor& colour) const;

  ProjectController& m_project;
  MapController& m_map;
  std::vector<layers::Colour> m_colours;
  std::vector<std::unique_ptr<Overlay>> m_overlays;
  std::shared_ptr<const int> m_openedAs;
  int m_lastId = 0;
  QThreadPool m_pool;
};

}  // namespace pianqu::app
