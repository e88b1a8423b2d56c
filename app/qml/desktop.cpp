#include "app/qml/desktop.hpp"

#include <QElapsedTimer>
#include <QLocale>
#include <QEventLoop>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(PianquPlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_MapPlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_TilesPlugin)

namespace pianqu::app {
namespace {

constexpr int kPatienceMs = 60000;
constexpr const char* kScreenTheme = "screen";

QString systemLanguage() { return QLocale::system().language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("zh"); }

}  // namespace

geo::Result<std::unique_ptr<Desktop>> Desktop::make(const DesktopOptions& options) {
  auto style = layers::Style::read(options.dataFolder.toStdString());
  if (!style) return geo::fail(std::move(style));
  auto theme = style->theme(kScreenTheme);
  if (!theme) return geo::fail(std::move(theme));
  std::unique_ptr<Desktop> desktop(new Desktop(std::move(*theme)));
  desktop->m_map->setDataFolder(options.dataFolder);
  if (!desktop->load(options))
    return geo::fail(geo::ErrorCode::Internal, "The window did not load: " + desktop->warnings().join(QLatin1Char(' ')).toStdString(),
                     "Install the packages that scripts/setup names.");
  return desktop;
}

Desktop::Desktop(layers::Theme theme) : m_map(std::make_unique<MapController>(m_project, m_districts, m_inspector, std::move(theme))) {
  m_session.project = &m_project;
  m_session.map = m_map.get();
  m_session.districts = &m_districts;
  m_session.inspector = &m_inspector;
  m_session.language = &m_language;
  m_session.baseMap = &m_baseMap;
  m_session.frame = &m_frame;
  m_engine = std::make_unique<QQmlApplicationEngine>();
  QObject::connect(&m_language, &LanguageController::changed, m_engine.get(), [this] {
    m_map->setChinese(m_language.isChinese());
    m_districts.retranslate();
    m_engine->retranslate();
  });
}

Desktop::~Desktop() { m_engine.reset(); }

bool Desktop::load(const DesktopOptions& options) {
  m_language.use(options.language.isEmpty() ? systemLanguage() : options.language);
  m_map->setChinese(m_language.isChinese());
  QObject::connect(m_engine.get(), &QQmlEngine::warnings, m_engine.get(), [this](const QList<QQmlError>& errors) {
    for (const QQmlError& error : errors) m_warnings.append(error.toString());
  });
  m_engine->setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&m_session)}});
  m_engine->loadFromModule("Pianqu", "Main");
  m_window = m_engine->rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
  if (m_window && options.size.isValid()) m_window->resize(options.size);
  QObject::connect(&m_baseMap, &BaseMapController::problemRaised, &m_project, &ProjectController::problemRaised);
  if (m_window && !options.baseMap.isEmpty()) m_baseMap.open(options.baseMap, options.baseMapTiles);
  return m_window != nullptr;
}

bool Desktop::isIdle() const { return !m_project.isBusy() && !m_map->isBuilding() && !m_map->edit()->isPreparing() && !m_map->options()->isBusy() && !m_map->assistant()->isRunning() && !m_baseMap.isBusy(); }

geo::Result<void> waitUntilShown(Desktop& desktop) {
  QElapsedTimer clock;
  clock.start();
  QEventLoop loop;
  // Three painted frames after the work is done: layout, camera, picture.
  int framesLeft = 3;
  QObject::connect(desktop.window(), &QQuickWindow::frameSwapped, &loop, [&] {
    if (desktop.isIdle() && --framesLeft <= 0) loop.quit();
    else desktop.window()->update();
  }, Qt::QueuedConnection);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  desktop.window()->update();
  loop.exec();
  if (framesLeft > 0) return geo::fail(geo::ErrorCode::Internal, "The window was not painted within a minute.", "Is there a display and a graphics driver?");
  return {};
}

}  // namespace pianqu::app
