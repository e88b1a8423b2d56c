#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QThreadPool>
#include <QVariantList>
#include <QtQmlIntegration>

#include "app/model/project_controller.hpp"
#include "layers/style/classes.hpp"

namespace pianqu::app {

class StyleController;

/// The classes of one layer while a person changes them: rows are classes. Every change is on the map at once. Values are counted in a worker.
class StyleEditor : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the style controller")
  Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
  Q_PROPERTY(bool isOwn READ isOwn NOTIFY changed)
  Q_PROPERTY(QStringList fieldTitles READ fieldTitles NOTIFY changed)
  Q_PROPERTY(int field READ field WRITE setField NOTIFY changed)
  Q_PROPERTY(int method READ method WRITE setMethod NOTIFY changed)
  Q_PROPERTY(int classCount READ classCount WRITE setClassCount NOTIFY changed)
  Q_PROPERTY(QStringList paletteTitles READ paletteTitles NOTIFY changed)
  Q_PROPERTY(int palette READ palette WRITE setPalette NOTIFY changed)
  Q_PROPERTY(bool isNumeric READ isNumeric NOTIFY changed)
  Q_PROPERTY(QVariantList bars READ bars NOTIFY changed)
  Q_PROPERTY(QVariantList breaks READ breaks NOTIFY changed)
  Q_PROPERTY(QString lowText READ lowText NOTIFY changed)
  Q_PROPERTY(QString highText READ highText NOTIFY changed)
  Q_PROPERTY(QString label READ label WRITE setLabel NOTIFY changed)
  Q_PROPERTY(double labelSizeMm READ labelSizeMm WRITE setLabelSizeMm NOTIFY changed)

 public:
  enum Role { TitleRole = Qt::UserRole + 1, MatchRole, FillRole, StrokeRole, WidthRole, CountRole, ShapeRole };
  /// Order of the list that a person chooses from.
  enum Method { Single, Categories, Natural, Quantile, EqualSteps, RoundedSteps };
  Q_ENUM(Method)

  StyleEditor(ProjectController& project, StyleController& owner, std::vector<layers::Palette> palettes);
  ~StyleEditor() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  bool canEdit() const { return !m_layer.isEmpty(); }
  bool isBusy() const { return m_running > 0; }
  bool isOwn() const { return m_isOwn; }
  QStringList fieldTitles() const;
  int field() const { return m_field; }
  int method() const { return m_method; }
  int classCount() const { return m_classCount; }
  QStringList paletteTitles() const;
  int palette() const { return m_palette; }
  bool isNumeric() const { return m_isNumeric; }
  QVariantList bars() const;                          ///< of the histogram, 0 to 1
  QVariantList breaks() const;                        ///< places of the bounds in it, 0 to 1
  QString lowText() const;
  QString highText() const;
  QString label() const { return QString::fromStdString(m_classes.label); }
  double labelSizeMm() const;

  void setField(int field);
  void setMethod(int method);
  void setClassCount(int count);
  void setPalette(int palette);
  void setLabel(const QString& label);
  void setLabelSizeMm(double sizeMm);
  Q_INVOKABLE void setColour(int row, const QColor& colour);
  Q_INVOKABLE void setTitle(int row, const QString& title);
  Q_INVOKABLE void setWidth(int row, double widthMm);
  Q_INVOKABLE void setMatch(int row, const QString& match);
  Q_INVOKABLE void removeClass(int row);
  /// The shipped classes of the layer.
  Q_INVOKABLE void reset();

  /// The layer whose classes are edited; one without a table cannot be.
  void show(const QString& layerKey);
  void setChinese(bool isChinese);

 signals:
  void changed();

 private:
  struct Counted {
    std::vector<layers::Value> values;
    layers::Histogram histogram;
    std::vector<std::pair<std::string, std::size_t>> categories;
  };
  void count();
  void accept(const std::shared_ptr<const Counted>& counted, bool isClassified);
  void classify();
  void take(layers::LayerClasses classes);
  void commit();
  void load();
  std::vector<layers::Field> fields() const;

  ProjectController& m_project;
  StyleController& m_owner;
  const std::vector<layers::Palette> m_palettes;
  QString m_layer;
  layers::LayerClasses m_classes;
  std::shared_ptr<const Counted> m_counted;
  std::vector<std::size_t> m_counts;                  ///< features of each row; empty: not counted
  int m_field = -1, m_method = Single, m_classCount = 5, m_palette = 0;
  int m_running = 0, m_asked = 0;
  bool m_isNumeric = false, m_isOwn = false, m_isChinese = true, m_isCommitting = false, m_classifiesNext = false;
  QThreadPool m_pool;
};

}  // namespace pianqu::app
