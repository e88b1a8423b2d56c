#include "app/qml/self_test.hpp"

#include <QQuickItem>

namespace pianqu::app {
namespace {

/// What Qt complains of beside QML: models asked for rows that they do not have, and the like.
class QtComplaints {
 public:
  QtComplaints() {
    s_complaints.clear();
    s_before = qInstallMessageHandler(listen);
  }
  ~QtComplaints() { qInstallMessageHandler(s_before); }
  static QStringList all() { return s_complaints; }

 private:
  static void listen(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const QLatin1String category(context.category);
    const bool isOurs = category.startsWith(QLatin1String("qt.core.qabstractitemmodel")) || category.startsWith(QLatin1String("qt.qml")) || category.startsWith(QLatin1String("qt.quick"));
    if (type == QtWarningMsg && isOurs && !s_complaints.contains(text)) s_complaints.append(text);
    s_before(type, context, text);
  }
  static inline QStringList s_complaints;
  static inline QtMessageHandler s_before = nullptr;
};

class SelfTest {
 public:
  explicit SelfTest(Desktop& desktop) : m_desktop(desktop) {}

  QStringList run() {
    const QtComplaints complaints;
    settle();
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh")}) {
      m_desktop.language().use(language);
      settle();
      if (m_desktop.project().isOpen()) showEverything();
    }
    return m_remarks + QtComplaints::all() + m_desktop.warnings();
  }

 private:
  void showEverything() {
    m_desktop.map().fitAll();
    settle();
    clickMiddle();
    for (MapLayer* layer : m_desktop.map().layers()->layers()) toggle(*layer);
    draw();
    if (m_desktop.districts().count() > 0) showDistrict();
    showPanels();
    for (const char* card : {"new", "import", "profile", "merge", "sheet", "scale", "address", "shortcuts"}) open(card);
    m_desktop.map().turnBy(30);
    settle();
    m_desktop.map().turnBy(-30);
    emit m_desktop.project().problemRaised(QStringLiteral("A problem"), QStringLiteral("What to try"));
    emit m_desktop.project().noticeRaised(QStringLiteral("A notice"));
    settle();
  }

  void clickMiddle() {
    const QSizeF size = m_desktop.map().camera()->viewSize();
    const QPointF middle(size.width() / 2, size.height() / 2);
    m_desktop.map().hoverAt(middle);
    m_desktop.map().clickAt(middle);
    settle();
    if (m_desktop.map().positionText().isEmpty()) m_remarks.append(QStringLiteral("The status bar shows no position."));
  }

  void toggle(MapLayer& layer) {
    layer.setShown(!layer.isShown());
    layer.setShown(!layer.isShown());
  }

  void draw() {
    auto& edit = *m_desktop.map().edit();
    const QSizeF size = m_desktop.map().camera()->viewSize();
    for (int tool = EditController::Paint; tool <= EditController::CutLine; ++tool) {
      edit.setTool(static_cast<EditController::Tool>(tool));
      settle();
      for (const QPointF at : {QPointF(0.3, 0.3), QPointF(0.7, 0.3), QPointF(0.7, 0.7)}) edit.moveTo({at.x() * size.width(), at.y() * size.height()}, 0);
      settle();
      if (m_desktop.project().canEdit() && !edit.isEditing()) m_remarks.append(QStringLiteral("Tool %1 is not taken up.").arg(tool));
    }
    edit.setTool(EditController::Draw);
    for (const QPointF at : {QPointF(0.3, 0.3), QPointF(0.7, 0.3), QPointF(0.7, 0.7)}) {
      edit.pressAt({at.x() * size.width(), at.y() * size.height()}, 0);
      edit.releaseAt({at.x() * size.width(), at.y() * size.height()}, 0);
    }
    settle();
    if (m_desktop.project().canEdit() && edit.measureText().isEmpty()) m_remarks.append(QStringLiteral("Three clicks measure nothing."));
    edit.setTool(EditController::Select);
    edit.looseEnds()->setShown(true);
    settle();
    edit.looseEnds()->setShown(false);
  }

  void showDistrict() {
    const QModelIndex first = m_desktop.districts().index(0);
    m_desktop.map().fitDistrict(m_desktop.districts().data(first, DistrictModel::UidRole).toString());
    settle();
    for (const char* card : {"rename", "remove"}) open(card);
  }

  void showPanels() {
    for (const char* key : {"layers", "style", "search", "select", "bookmarks", "districts", "assistant", "inspector", "pipes", "options", "profile", "table", "problems", "tasks"}) {
      m_desktop.frame().showPanel(QLatin1String(key));
      settle();
    }
    TableModel& table = *m_desktop.session().table;
    for (const QVariant& each : table.tables()) {
      table.setTable(each.toMap().value(QStringLiteral("table")).toInt());
      table.choose(0, false, false);
      settle();
    }
    m_desktop.inspector().setUnknownShown(true);
    m_desktop.session().search->setText(QStringLiteral("a"));
    m_desktop.session().measure->start(true);
    settle();
    m_desktop.session().measure->stop();
    m_desktop.session().search->setText({});
    m_desktop.inspector().setUnknownShown(false);
    m_desktop.frame().setBottomOpen(false);
    m_desktop.map().fitAll();
    settle();
  }

  void open(const char* key) {
    m_desktop.frame().openCard(QLatin1String(key));
    settle();
    QObject* card = m_desktop.window()->findChild<QObject*>(QLatin1String(key) + QLatin1String("Card"));
    if (!card || !card->property("opened").toBool()) return m_remarks.append(QStringLiteral("%1 does not open.").arg(QLatin1String(key)));
    QMetaObject::invokeMethod(card, "close");
    settle();
  }

  void settle() {
    if (const auto shown = waitUntilShown(m_desktop); !shown) m_remarks.append(QString::fromStdString(shown.error().text));
  }

  Desktop& m_desktop;
  QStringList m_remarks;
};

}  // namespace

QStringList runSelfTest(Desktop& desktop) { return SelfTest(desktop).run(); }

}  // namespace pianqu::app
