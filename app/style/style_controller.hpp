#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>
#include <QtQmlIntegration>
#include <map>

#include "app/map/map_controller.hpp"
#include "app/model/project_controller.hpp"
#include "app/style/layer_tree_model.hpp"
#include "app/style/theme_list_model.hpp"
#include "layers/style/theme_view.hpp"

namespace pianqu::app {

class StyleEditor;

/// How the map looks: the theme, what a person changed about it, and that the project keeps both. Changes are written a moment after the last of them,
/// with the looks of all tables for QGIS.
class StyleController : public QObject {
  Q_OBJECT
  Q_MOC_INCLUDE("app/style/style_editor.hpp")
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(pianqu::app::ThemeListModel* themes READ themes CONSTANT)
  Q_PROPERTY(pianqu::app::LayerTreeModel* tree READ tree CONSTANT)
  Q_PROPERTY(pianqu::app::StyleEditor* editor READ editor CONSTANT)
  Q_PROPERTY(pianqu::app::MapLayer* current READ current NOTIFY currentChanged)
  Q_PROPERTY(QString currentFilter READ currentFilter NOTIFY currentChanged)
  Q_PROPERTY(QString filterProblem READ filterProblem NOTIFY currentChanged)
  Q_PROPERTY(bool hasTable READ hasTable NOTIFY currentChanged)
  Q_PROPERTY(bool isChanged READ isChanged NOTIFY viewChanged)

 public:
  StyleController(ProjectController& project, MapController& map, layers::Style style, std::vector<layers::Palette> palettes);
  ~StyleController() override;

  ThemeListModel* themes() { return &m_themes; }
  LayerTreeModel* tree() { return &m_tree; }
  StyleEditor* editor() { return m_editor.get(); }
  MapLayer* current() const;
  QString currentFilter() const;
  QString filterProblem() const { return m_filterProblem; }
  bool hasTable() const;
  bool isChanged() const { return viewOf() != layers::ThemeView{}; }
  const layers::Theme& theme() const { return m_theme; }              ///< as shipped
  const layers::ThemeView& view() const { return viewOf(); }
  bool isSaving() const { return m_saving.isActive() || m_storing > 0; }

  Q_INVOKABLE void useTheme(const QString& key);
  Q_INVOKABLE void setOpacity(double opacity);
  Q_INVOKABLE void setScales(double minScale, double maxScale);
  Q_INVOKABLE void setFilter(const QString& filter);
  /// The theme as shipped.
  Q_INVOKABLE void reset();
  /// QML (.qml) or SLD (.sld) of the current layer.
  Q_INVOKABLE void exportCurrent(const QUrl& file);
  void setChinese(bool isChinese);
  /// The person's classes of a layer; nullopt: the theme's own.
  void setClasses(const QString& layerKey, std::optional<layers::LayerClasses> classes);

 signals:
  void currentChanged();
  void viewChanged();
  void themeChanged();

 private:
  const layers::ThemeView& viewOf() const;
  layers::LayerView& viewOfLayer(const QString& key);
  void follow();
  void take(const std::map<std::string, std::string>& settings);
  void apply();
  void changed();
  void save();
  void toggleEntry(const QString& layerKey, const QString& symbolKey);
  void setOrder(const QStringList& keys);
  void followShown(const MapLayer& layer);

  ProjectController& m_project;
  MapController& m_map;
  const layers::Style m_style;
  layers::Theme m_theme;
  std::map<std::string, layers::ThemeView> m_views;   ///< by key of the theme
  std::string m_appliedTheme;                         ///< what the map shows, which is the screen theme at the start
  layers::ThemeView m_applied;
  ThemeListModel m_themes;
  LayerTreeModel m_tree;
  std::unique_ptr<StyleEditor> m_editor;
  std::shared_ptr<const int> m_origin;
  QTimer m_saving;
  QThreadPool m_pool;                                 ///< reads and writes settings, one after the other
  int m_storing = 0;
  std::string m_path;                                 ///< of the project whose looks are shown; empty: in memory
  QString m_filterProblem;
  QSet<const MapLayer*> m_followed;
  bool m_isApplying = false;
};

}  // namespace pianqu::app
