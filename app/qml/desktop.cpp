#include "app/qml/desktop.hpp"

#include <QLocale>
#include <QEventLoop>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <algorithm>

Q_IMPORT_QML_PLUGIN(PianquPlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_DeskPlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_MapPlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_StylePlugin)
Q_IMPORT_QML_PLUGIN(Pianqu_TilesPlugin)

namespace pianqu::app {
namespace {

constexpr int kPatienceMs = 60000, kLookMs = 4;
constexpr const char* kScreenTheme = "screen";

/// Of the classes that the colour-blind tell apart.
std::vector<layers::Colour> coloursOf(const std::vector<layers::Palette>& palettes) {
  const auto found = std::find_if(palettes.begin(), palettes.end(), [](const layers::Palette& palette) { return palette.key == "distinct"; });
  return found == palettes.end() ? std::vector<layers::Colour>{layers::Colour{}} : found->colours;
}

QString systemLanguage() { return QLocale::system().language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("zh"); }

}  // namespace

geo::Result<std::unique_ptr<Desktop>> Desktop::make(const DesktopOptions& options) {
  auto look = readLook(options.dataFolder.toStdString());
  if (!look) return geo::fail(std::move(look));
  std::unique_ptr<Desktop> desktop(new Desktop(std::move(*look), options.dataFolder));
  desktop->m_map->setDataFolder(options.dataFolder);
  if (!desktop->load(options))
    return geo::fail(geo::ErrorCode::Internal, "The window did not load: " + desktop->warnings().join(QLatin1Char(' ')).toStdString(),
                     "Install the packages that scripts/setup names.");
  return desktop;
}

geo::Result<Desktop::Look> Desktop::readLook(const std::string& dataFolder) {
  auto style = layers::Style::read(dataFolder);
  if (!style) return geo::fail(std::move(style));
  if (const auto screen = style->theme(kScreenTheme); !screen) return geo::fail(screen);
  auto palettes = layers::readPalettes(dataFolder);
  if (!palettes) return geo::fail(std::move(palettes));
  auto profiles = ProfileData::read(dataFolder);
  if (!profiles) return geo::fail(std::move(profiles));
  return Look{std::move(*style), std::move(*palettes), std::move(*profiles)};
}

Desktop::Desktop(Look look, const QString& dataFolder)
    : m_map(std::make_unique<MapController>(m_project, m_districts, m_inspector, look.style.theme(kScreenTheme).value())),
      m_overlays(std::make_unique<OverlayModel>(m_project, *m_map, coloursOf(look.palettes))),
      m_look(std::make_unique<StyleController>(m_project, *m_map, std::move(look.style), std::move(look.palettes))),
      m_pipes(std::make_unique<PipeController>(m_project, *m_map, std::move(look.profiles))) {
  makeDesk(dataFolder);
  m_session.project = &m_project;
  m_session.map = m_map.get();
  m_session.districts = &m_districts;
  m_session.inspector = &m_inspector;
  m_session.language = &m_language;
  m_session.overlays = m_overlays.get();
  m_session.frame = &m_frame;
  m_session.look = m_look.get();
  m_session.pipes = m_pipes.get();
  m_session.desk = m_desk.get();
  m_session.imports = m_imports.get();
  m_session.job = m_job.get();
  m_session.problems = m_problems.get();
  m_session.table = m_table.get();
  m_session.search = m_search.get();
  m_session.bookmarks = m_bookmarks.get();
  m_session.measure = m_measure.get();
  m_session.place = m_place.get();
#ifndef NDEBUG
  // A developer sees at once what would make a planner wait.
  QObject::connect(&m_stalls, &StallWatch::stalled, &m_stalls, [](double ms) { qInfo("The window did not answer for %.0f ms.", ms); });
#endif
  m_engine = std::make_unique<QQmlApplicationEngine>();
  QObject::connect(&m_language, &LanguageController::changed, m_engine.get(), [this] { retranslate(); });
}

void Desktop::makeDesk(const QString& dataFolder) {
  // Without ranges any number goes; the form still works.
  const auto ranges = layers::FieldRanges::read(dataFolder.toStdString()).value_or(layers::FieldRanges{});
  m_inspector.attach(m_project, ranges);
  m_table = std::make_unique<TableModel>(m_project, ranges);
  m_problems = std::make_unique<ProblemModel>(m_project, dataFolder);
  m_job = std::make_unique<MainJob>(m_project, *m_problems, dataFolder);
  m_imports = std::make_unique<ImportController>(m_project, *m_problems, dataFolder);
  m_desk = std::make_unique<DeskController>(m_project, dataFolder);
  m_search = std::make_unique<SearchModel>(m_project, *m_map, dataFolder);
  m_bookmarks = std::make_unique<BookmarkModel>(m_project, *m_map);
  m_measure = std::make_unique<MeasureController>(m_project, *m_map);
  m_place = std::make_unique<PlaceMenu>(m_project, *m_map, m_districts, m_inspector, *m_measure);
  // One selection: the table shows the map's, and what is chosen in the table is chosen on the map, which goes there.
  SelectionController* selection = m_map->selection();
  QObject::connect(selection, &SelectionController::changed, m_table.get(), [this, selection] { m_table->showChosen(selection->table().toStdString(), selection->rows()); });
  QObject::connect(m_table.get(), &TableModel::chosenByHand, m_map.get(), [this, selection] {
    selection->choose(m_table->tableName(), m_table->chosenRows());
    m_map->fitSelection();
  });
  QObject::connect(m_problems.get(), &ProblemModel::placeWanted, m_map.get(), [this](const layers::Uid& uid, std::optional<geo::XY> place) {
    geo::Box box;
    if (place) box.add(*place);
    m_map->chooseFeature(uid);
    if (place) m_map->lookAtPlace(box);
    else if (m_project.snapshot()->plan->findDistrict(uid)) m_map->fitDistrict(QString::fromStdString(uid));
  });
}

void Desktop::retranslate() {
  const bool isChinese = m_language.isChinese();
  m_map->setChinese(isChinese);
  m_look->setChinese(isChinese);
  m_pipes->setChinese(isChinese);
  m_table->setChinese(isChinese);
  m_search->setChinese(isChinese);
  m_districts.retranslate();
  m_problems->retranslate();
  m_imports->setChinese(isChinese);
  m_overlays->retranslate();
  m_engine->retranslate();
}

Desktop::~Desktop() { m_engine.reset(); }

bool Desktop::load(const DesktopOptions& options) {
  m_language.use(options.language.isEmpty() ? systemLanguage() : options.language);
  retranslate();
  QObject::connect(m_engine.get(), &QQmlEngine::warnings, m_engine.get(), [this](const QList<QQmlError>& errors) {
    for (const QQmlError& error : errors) m_warnings.append(error.toString());
  });
  m_engine->setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&m_session)}});
  m_engine->loadFromModule("Pianqu", "Main");
  m_window = m_engine->rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
  if (m_window && options.size.isValid()) m_window->resize(options.size);
  if (m_window && !options.baseMap.isEmpty()) m_overlays->addBaseMap(options.baseMap, options.baseMapCrs);
  return m_window != nullptr;
}

bool Desktop::isIdle() const {
  const bool isMapIdle = !m_map->isBuilding() && !m_map->isAwaitingTiles() && !m_map->edit()->isPreparing() && !m_map->options()->isBusy() && !m_map->assistant()->isRunning();
  return isMapIdle && !m_project.isBusy() && !m_overlays->isBusy() && !m_table->isWorking() && !m_search->isPreparing() && !m_map->selection()->isBusy() && !m_imports->isReading() && !m_problems->isChecking() &&
         !m_look->isSaving() && !m_look->editor()->isBusy() && !m_pipes->isBusy();
}

geo::Result<void> waitUntilShown(Desktop& desktop) {
  QEventLoop loop;
  // Three painted frames after the work is done: layout, camera, picture. Until then the window paints when it has something new, as for a person.
  int framesLeft = 3;
  QTimer look;
  QObject::connect(&look, &QTimer::timeout, &loop, [&] { if (desktop.isIdle()) desktop.window()->update(); });
  QObject::connect(desktop.window(), &QQuickWindow::frameSwapped, &loop, [&] { if (desktop.isIdle() && --framesLeft <= 0) loop.quit(); }, Qt::QueuedConnection);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  look.start(kLookMs);
  loop.exec();
  if (framesLeft > 0) return geo::fail(geo::ErrorCode::Internal, "The window was not painted within a minute.", "Is there a display and a graphics driver?");
  return {};
}

}  // namespace pianqu::app
