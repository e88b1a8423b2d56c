#include "app/style/pipe_controller.hpp"

#include <QSaveFile>
#include <algorithm>

#include "app/model/said.hpp"
#include "app/paint/print.hpp"
#include "geo/measure/measure.hpp"
#include "layers/ledger/ledger.hpp"

namespace pianqu::app {
namespace {

using Lines = geo::XYGeometry::Lines;
using Points = geo::XYGeometry::Points;

constexpr int kFrameMs = 33;
constexpr std::size_t kFrames = 24;       ///< of an animated trace, however long it is
constexpr double kPointerPx = 24;
constexpr double kSectionHalfM = 15;

QString number(double value, int decimals) { return QString::fromStdString(layers::formatNumber(value, decimals)); }
QString number(const std::optional<double>& value, int decimals) { return value ? number(*value, decimals) : QStringLiteral("?"); }

geo::Line<geo::XY> lineOf(const geo::SewerSystem& system, int link) {
  const geo::SewerLink& pipe = system.links[static_cast<std::size_t>(link)];
  if (pipe.line.size() > 1) return pipe.line;
  return {system.nodes[static_cast<std::size_t>(pipe.from)].point, system.nodes[static_cast<std::size_t>(pipe.to)].point};
}

/// Links in the order in which a trace reaches them, so that it grows from its start.
std::vector<int> inOrder(const geo::FlowGraph& graph, const geo::Trace& trace, geo::TraceWay way) {
  std::vector<int> order;
  std::vector<std::uint8_t> isSeen(static_cast<std::size_t>(graph.linkCount()));
  for (const int node : trace.nodes)
    for (const geo::FlowHop hop : way == geo::TraceWay::Downstream ? graph.downstream(node) : graph.upstream(node)) {
      if (isSeen[static_cast<std::size_t>(hop.link)]++) continue;
      order.push_back(hop.link);
    }
  return order;
}

}  // namespace

PipeController::PipeController(ProjectController& project, MapController& map, ProfileData data)
    : m_project(project), m_map(map), m_data(std::move(data)), m_traceLayer(map.extras()->add(QStringLiteral("trace"))), m_pathLayer(map.extras()->add(QStringLiteral("profile"))),
      m_crossingLayer(map.extras()->add(QStringLiteral("crossings"))), m_markLayer(map.extras()->add(QStringLiteral("profileMark"))) {
  m_pool.setMaxThreadCount(1);
  m_animation.setInterval(kFrameMs);
  connect(&m_animation, &QTimer::timeout, this, &PipeController::showMore);
  connect(&map, &MapController::featureShown, this, &PipeController::choose);
  connect(&map, &MapController::hovered, this, &PipeController::followPointer);
  connect(&project, &ProjectController::snapshotChanged, this, [this] {
    const auto content = m_project.snapshot() ? m_project.snapshot()->content : nullptr;
    if (content == m_content) return;
    m_content = content;
    forget();
  });
}

PipeController::~PipeController() { m_pool.waitForDone(); }

void PipeController::forget() {
  m_world.reset();
  m_uid.clear();
  m_startUid.clear();
  emit chosenChanged();
  clear();
}

void PipeController::choose(const QString& table, const QString& uid) {
  const bool isPipe = table == QLatin1String("pipe") || table == QLatin1String("pipe_node");
  if (!isPipe && m_uid.isEmpty()) return;
  m_table = table;
  m_uid = isPipe ? uid : QString();
  m_title.clear();
  m_isDrain = false;
  if (isPipe && m_content) {
    const auto place = [&](const auto& rows) { return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.uid == uid.toStdString(); }); };
    if (table == QLatin1String("pipe")) {
      if (const auto pipe = place(m_content->city.pipes); pipe != m_content->city.pipes.end()) {
        m_isDrain = pipe->pipeClass == "PS";
        m_title = QString::fromStdString(pipe->code);
      }
    } else if (const auto node = place(m_content->city.pipeNodes); node != m_content->city.pipeNodes.end()) {
      m_isDrain = node->pipeClass == "PS";
      m_title = QString::fromStdString(node->code);
    }
  }
  emit chosenChanged();
}

/// Asks in the worker; an answer that comes after another question or project is dropped.
void PipeController::run(Task task) {
  if (!m_content) return;
  ++m_running;
  emit isBusyChanged();
  m_pool.start([this, task = std::move(task), content = m_content, world = m_world, asked = ++m_asked] {
    const auto ready = world ? world : PipeWorld::make(content, m_data.catalogue);
    const Done done = task(*ready);
    QMetaObject::invokeMethod(this, [this, ready, done, asked] {
      --m_running;
      if (ready->content == m_content) m_world = ready;
      if (asked == m_asked && done) done();
      emit isBusyChanged();
    }, Qt::QueuedConnection);
  });
}

std::optional<int> PipeController::startNode(const PipeWorld& world, const std::string& uid) const {
  if (const auto node = world.nodeOf.find(uid); node != world.nodeOf.end()) return node->second;
  const auto link = world.linkOf.find(uid);
  return link == world.linkOf.end() ? std::nullopt : std::optional(world.graph.upNode(link->second));
}

void PipeController::trace(geo::TraceWay way) {
  run([this, uid = m_uid.toStdString(), title = m_title, way](const PipeWorld& world) -> Done {
    auto start = startNode(world, uid);
    // Downstream of a pipe is what its lower end reaches, the pipe included; upstream what its upper end gathers.
    if (!start) return [this] { setAnswer(tr("This is no drain: nothing is known about which way it runs.")); };
    const geo::Trace trace = geo::trace(world.graph, *start, way);
    std::vector<geo::Line<geo::XY>> lines;
    for (const int link : inOrder(world.graph, trace, way)) lines.push_back(lineOf(world.sewers.system, link));
    QStringList outfalls;
    for (const int node : trace.nodes) {
      const geo::SewerNode& there = world.sewers.system.nodes[static_cast<std::size_t>(node)];
      if (there.outfall != geo::OutfallKind::None) outfalls.append(QString::fromStdString(there.code));
    }
    const QString counts = QStringLiteral("%1 · %2 m").arg(trace.links.size()).arg(number(trace.lengthM, 1));
    const auto unknown = trace.unknownLinks.size();
    return [this, lines = std::move(lines), outfalls, counts, unknown, title, way] {
      QString text = way == geo::TraceWay::Upstream ? tr("Upstream of %1: pipes %2").arg(title, counts) : tr("Downstream of %1: pipes %2").arg(title, counts);
      if (way == geo::TraceWay::Downstream) text += QLatin1Char('\n') + (outfalls.isEmpty() ? tr("No outfall is reached.") : tr("Outfalls: %1").arg(outfalls.join(QStringLiteral(", "))));
      if (unknown > 0) text += QLatin1Char('\n') + tr("%n pipes of unknown direction were not passed.", nullptr, static_cast<int>(unknown));
      setAnswer(text);
      animate(lines, way == geo::TraceWay::Upstream ? "trace.up" : "trace.down");
    };
  });
}

void PipeController::animate(std::vector<geo::Line<geo::XY>> lines, const char* pen) {
  m_traced = std::move(lines);
  m_tracePen = m_map.penFor(pen);
  m_shown = 0;
  m_animation.start();
  emit isBusyChanged();
}

void PipeController::showMore() {
  m_shown = std::min(m_traced.size(), m_shown + std::max<std::size_t>(1, m_traced.size() / kFrames));
  std::vector<DrawnFeature> features;
  for (std::size_t i = 0; i < m_shown; ++i) features.push_back({geo::XYGeometry{Lines{{m_traced[i]}}}, 0});
  draw(*m_traceLayer, std::move(features), {m_tracePen});
  if (m_shown < m_traced.size()) return;
  m_animation.stop();
  emit isBusyChanged();
}

void PipeController::draw(MapLayer& layer, std::vector<DrawnFeature> features, std::vector<Pen> pens) {
  if (features.empty() || !m_project.snapshot()) return layer.setGeometry(nullptr);
  auto geometry = buildGeometry(Drawing{std::move(pens), std::move(features)}, m_project.snapshot()->crs);
  layer.setGeometry(geometry ? std::make_shared<const MapGeometry>(std::move(*geometry)) : nullptr);
}

void PipeController::makeProfile(const std::function<geo::Result<geo::Profile>(const PipeWorld&)>& find) {
  run([this, find](const PipeWorld& world) -> Done {
    auto profile = find(world);
    if (!profile) return [this, error = profile.error()] { emit m_project.problemRaised(said(error), said(error.hint)); };
    auto crossings = layers::crossingsAlong(*profile, world.sewers, *world.pipes, m_data.rules);
    return [this, made = std::move(*profile), crossings = std::move(crossings)]() mutable { takeProfile(std::move(made), std::move(crossings)); };
  });
}

void PipeController::profileDown() {
  makeProfile([this, uid = m_uid.toStdString()](const PipeWorld& world) -> geo::Result<geo::Profile> {
    const auto start = startNode(world, uid);
    if (!start) return geo::fail(geo::ErrorCode::NotFound, "a profile needs a drain", "click a pipe or manhole of class PS");
    const geo::SewerSystem& system = world.sewers.system;
    const geo::Trace trace = geo::trace(world.graph, *start, geo::TraceWay::Downstream);
    const auto isOutfall = [&](int node) { return system.nodes[static_cast<std::size_t>(node)].outfall != geo::OutfallKind::None; };
    const auto outfall = std::find_if(trace.nodes.begin() + 1, trace.nodes.end(), isOutfall);
    const std::size_t end = outfall != trace.nodes.end() ? static_cast<std::size_t>(outfall - trace.nodes.begin()) : trace.nodes.size() - 1;
    if (end == 0) return geo::fail(geo::ErrorCode::NotFound, "nothing is known to flow on from " + system.nodes[static_cast<std::size_t>(*start)].code, "choose two manholes with Start here and Profile to here");
    return geo::profileAlong(system, *start, geo::pathTo(world.graph, trace, end, geo::TraceWay::Downstream));
  });
}

void PipeController::startHere() {
  m_startUid = m_uid;
  emit chosenChanged();
  setAnswer(tr("The profile starts at %1. Click its other end.").arg(m_title));
}

void PipeController::profileToHere() {
  makeProfile([this, from = m_startUid.toStdString(), to = m_uid.toStdString()](const PipeWorld& world) -> geo::Result<geo::Profile> {
    const auto first = startNode(world, from), last = startNode(world, to);
    if (!first || !last || *first == *last) return geo::fail(geo::ErrorCode::Invalid, "a profile needs two manholes of drains", "click another one");
    return geo::profileBetween(world.sewers.system, world.graph, *first, *last);
  });
}

void PipeController::takeProfile(geo::Profile profile, std::vector<layers::ProfileCrossing> crossings) {
  m_profile = std::move(profile);
  m_crossings = std::move(crossings);
  std::vector<DrawnFeature> path;
  for (const geo::ProfileReach& reach : m_profile.reaches) path.push_back({geo::XYGeometry{Lines{{reach.line}}}, 0});
  draw(*m_pathLayer, std::move(path), {m_map.penFor("trace.path")});
  redrawPicture();
  const auto failed = std::count_if(m_crossings.begin(), m_crossings.end(), [](const layers::ProfileCrossing& each) { return each.state == layers::ClearanceState::Fail; });
  setAnswer(tr("Profile: %1 m, %2 manholes, %3 crossings, %4 too close").arg(number(m_profile.lengthM(), 1)).arg(m_profile.stations.size()).arg(m_crossings.size()).arg(failed));
  emit profileChanged();
}

void PipeController::redrawPicture() {
  if (!hasProfile()) return m_picture.setPicture(nullptr);
  m_profileTitle = tr("Longitudinal profile %1 – %2").arg(QString::fromStdString(m_profile.stations.front().code), QString::fromStdString(m_profile.stations.back().code));
  auto sheet = layers::profileSheet(m_profile, m_crossings, m_data.theme, m_data.style, m_data.rows, {.title = m_profileTitle.toStdString(), .isChinese = m_isChinese});
  m_frame = sheet.frame;
  m_picture.setPicture(std::make_shared<const layers::Picture>(std::move(sheet.picture)));
}

void PipeController::mark(const geo::ProfilePlace& place) {
  m_markMm = m_frame.xOf(place.chainageM);
  m_markText = tr("%1 m · ground %2 · invert %3 · top %4").arg(number(place.chainageM, 1), number(place.groundM, 2), number(place.invertM, 2), number(place.topM, 2));
  draw(*m_markLayer, {{geo::XYGeometry{Points{{place.point}}}, 0}}, {m_map.penFor("trace.crossing.unknown")});
  emit markChanged();
}

void PipeController::pointAt(double xMm) {
  if (hasProfile()) mark(geo::placeAt(m_profile, m_frame.chainageAt(xMm)));
}

void PipeController::leave() {
  m_markMm = -1;
  m_markText.clear();
  m_markLayer->setGeometry(nullptr);
  emit markChanged();
}

void PipeController::goTo(double xMm) {
  if (!hasProfile()) return;
  const geo::ProfilePlace place = geo::placeAt(m_profile, m_frame.chainageAt(xMm));
  const auto world = geo::transform(m_project.snapshot()->crs, geo::Crs::webMercator(), geo::XYGeometry{Points{{place.point}}});
  if (world) m_map.fitBox(geo::boxOf(*world).grownBy(60));
}

void PipeController::followPointer(double x, double y) {
  if (!hasProfile()) return;
  const geo::NearestOnProfile nearest = geo::nearestOn(m_profile, {x, y});
  const double toleranceM = kPointerPx / (m_map.camera()->view().pixelsPerMetre() * mercatorStretch(m_map.camera()->view().centre));
  if (nearest.distanceM <= toleranceM) mark(geo::placeAt(m_profile, nearest.chainageM));
  else if (m_markMm >= 0) leave();
}

void PipeController::showCrossings() {
  run([this, uid = m_uid.toStdString(), title = m_title](const PipeWorld& world) -> Done {
    const auto pipe = world.pipeOf.find(uid);
    if (pipe == world.pipeOf.end()) return {};
    const auto crossings = world.pipes->crossingsOf(pipe->second, m_data.rules);
    QStringList lines;
    std::vector<DrawnFeature> features;
    for (const auto& crossing : crossings) {
      const layers::Pipe& other = world.content->city.pipes[crossing.other];
      const QString name = QString::fromStdString((other.pipeClass == "PS" && !other.subclass.empty() ? other.subclass : other.pipeClass) + " " + other.code);
      const QString required = crossing.required ? number(crossing.required->metres, 2) + (crossing.required->isVerified ? QString() : QStringLiteral("*")) : QStringLiteral("?");
      lines.append(QStringLiteral("%1  %2 / %3 m").arg(name, number(crossing.clearanceM, 2), required));
      features.push_back({geo::XYGeometry{Points{{crossing.at}}}, static_cast<std::size_t>(crossing.state)});
    }
    return [this, title, lines, features = std::move(features)] {
      draw(*m_crossingLayer, features, {m_map.penFor("trace.crossing.pass"), m_map.penFor("trace.crossing.fail"), m_map.penFor("trace.crossing.unknown")});
      setAnswer(lines.isEmpty() ? tr("Nothing crosses %1.").arg(title) : tr("Crossings of %1: free height / required (* to be checked against the printed standard)").arg(title) + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
    };
  });
}

void PipeController::showSection() {
  run([this, uid = m_uid.toStdString(), title = m_title](const PipeWorld& world) -> Done {
    const auto found = world.pipeOf.find(uid);
    if (found == world.pipeOf.end()) return {};
    const geo::Line<geo::XY>& line = world.content->city.pipes[found->second].line;
    const double length = geo::lengthOf(line).value;
    if (!(length > 0)) return {};
    const geo::XY middle = geo::pointAlong(line, length / 2), ahead = geo::pointAlong(line, length / 2 + std::min(0.5, length / 4));
    const geo::XY along = (ahead - middle) * (1 / std::max(geo::distance(middle, ahead), 1e-9)), across{-along.y, along.x};
    const geo::XY from = middle + across * kSectionHalfM, to = middle - across * kSectionHalfM;
    QStringList lines;
    for (const auto& cut : world.pipes->cut(from, to)) {
      const layers::Pipe& pipe = world.content->city.pipes[cut.pipe];
      const QString name = QString::fromStdString((pipe.pipeClass == "PS" && !pipe.subclass.empty() ? pipe.subclass : pipe.pipeClass) + " " + pipe.code);
      lines.append(QStringLiteral("%1 m  %2  %3 – %4").arg(number(cut.distanceM - kSectionHalfM, 2), name, number(cut.levels.bottomM, 2), number(cut.levels.topM, 2)));
    }
    return [this, title, lines, from, to] {
      draw(*m_crossingLayer, {{geo::XYGeometry{Lines{{{from, to}}}}, 0}}, {m_map.penFor("profile.mark")});
      setAnswer(tr("Section across %1: distance, pipe, bottom – top").arg(title) + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
    };
  });
}

void PipeController::clear() {
  ++m_asked;
  m_animation.stop();
  for (MapLayer* layer : {m_traceLayer, m_pathLayer, m_crossingLayer}) layer->setGeometry(nullptr);
  m_profile = {};
  m_crossings.clear();
  m_startUid.clear();
  m_picture.setPicture(nullptr);
  leave();
  setAnswer({});
  emit chosenChanged();
  emit profileChanged();
  emit isBusyChanged();
}

void PipeController::exportProfile(const QUrl& file) {
  if (!m_picture.picture()) return;
  const QString path = file.isLocalFile() ? file.toLocalFile() : file.toString();
  const PrintOptions print{.title = m_profileTitle.toStdString(), .date = currentAuthor().at.substr(0, 10), .dataFolder = m_data.folder};
  const auto done = path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive) ? printPdf(path.toStdString(), {*m_picture.picture()}, print) : writeFile(path.toStdString(), layers::toSvg(*m_picture.picture()));
  if (done) emit m_project.noticeRaised(tr("Profile written to %1").arg(path));
  else emit m_project.problemRaised(said(done.error()), said(done.error().hint));
}

void PipeController::setAnswer(const QString& text) {
  m_answer = text;
  emit answerChanged();
}

void PipeController::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  if (hasProfile()) redrawPicture();
  emit profileChanged();
}

}  // namespace pianqu::app
