#include <utility>

#include "app/desk/overlay_model.hpp"
#include "app/model/said.hpp"
#include "layers/ledger/ledger.hpp"

namespace pianqu::app {
namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

std::optional<geo::ShiftedDatum> datumOf(const QString& crs) {
  if (crs.compare(QLatin1String("gcj02"), Qt::CaseInsensitive) == 0) return geo::ShiftedDatum::Gcj02;
  if (crs.compare(QLatin1String("bd09"), Qt::CaseInsensitive) == 0) return geo::ShiftedDatum::Bd09;
  return std::nullopt;
}

}  // namespace

void OverlayModel::read(Overlay& overlay) {
  overlay.state = Overlay::State::Reading;
  overlay.error.reset();
  overlay.tileError.reset();
  overlay.isMissing = false;
  if (overlay.kept.isPicture) readPicture(overlay);
  else readShapes(overlay);
  tell(overlay);
}

layers::ShapeSymbols OverlayModel::symbolsOf(const QColor& colour) const {
  const auto symbol = [this](const char* key) {
    const layers::Symbol* found = m_map.theme().find(key);
    return found ? *found : layers::Symbol{};
  };
  layers::ShapeSymbols symbols{symbol("overlay.area"), symbol("overlay.line"), symbol("overlay.point")};
  symbols.setColour({static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()), static_cast<std::uint8_t>(colour.blue())});
  return symbols;
}

void OverlayModel::readShapes(Overlay& overlay) {
  if (overlay.task) overlay.task->cancel();
  overlay.task = m_project.tasks()->add(tr("Reading %1").arg(overlay.kept.name));
  m_pool.start([this, id = overlay.id, task = overlay.task, snapshot = m_project.snapshot(), path = overlay.kept.source.toStdString(), crs = overlay.kept.crs.toStdString(),
                symbols = symbolsOf(overlay.kept.colour), colour = overlay.kept.colour, perMm = m_map.camera()->pixelsPerMm()]() mutable {
    auto shapes = layers::readOverlay({.path = path, .crs = crs, .project = snapshot->crs, .projectExtent = layers::extentOfCity(snapshot->content->city)}, *task);
    geo::Result<Drawn> drawn = geo::fail(geo::ErrorCode::Cancelled, {});
    if (!shapes) drawn = geo::fail(std::move(shapes));
    else {
      const auto all = std::make_shared<const std::vector<geo::XYGeometry>>(std::exchange(shapes->shapes, {}));
      auto tiles = TiledLayer::build(layers::shapesLayer(all, std::move(symbols)), snapshot->crs, perMm, *task);
      if (!tiles) drawn = geo::fail(std::move(tiles));
      else drawn = Drawn{std::move(*shapes), all, std::move(*tiles), colour};
    }
    QMetaObject::invokeMethod(this, [this, id, task, drawn = std::move(drawn)]() mutable { accept(id, task, std::move(drawn)); }, Qt::QueuedConnection);
  });
}

void OverlayModel::accept(int id, const std::shared_ptr<LongTask>& task, geo::Result<Drawn> drawn) {
  const bool isStopped = task->isCancelled();
  const QString said = drawn ? QString() : app::said(drawn.error());
  m_project.tasks()->finish(task, isStopped ? TaskModel::State::Cancelled : drawn ? TaskModel::State::Done : TaskModel::State::Failed, said);
  Overlay* overlay = find(id);
  if (!overlay || overlay->task != task) return;
  overlay->task.reset();
  if (isStopped) return fail(*overlay, {geo::ErrorCode::Cancelled, "reading was stopped", "read it again"});
  // A GeoPackage may hold tiles and nothing else.
  if (!drawn && drawn.error().code == geo::ErrorCode::Invalid && overlay->kept.source.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive)) {
    overlay->kept.isPicture = true;
    setAbove(rowOf(*overlay), false);
    return read(*overlay);
  }
  if (!drawn) return fail(*overlay, drawn.error());
  overlay->state = Overlay::State::Ready;
  overlay->found = std::move(drawn->shapes);
  overlay->shapes = drawn->all;
  overlay->layer->setTiles(drawn->tiles);
  if (drawn->colour != overlay->kept.colour) dye(*overlay);
  tell(*overlay);
}

QString OverlayModel::wordsOf(const Overlay& overlay) const {
  if (overlay.state == Overlay::State::Reading) return tr("reading…");
  if (overlay.error) return said(overlay.error->text);
  if (overlay.picture) return overlay.tileError ? said(*overlay.tileError) : isAddress(overlay.kept.source) ? tr("map from a server") : tr("picture");
  QStringList systems;
  for (const auto& crs : overlay.found.crs) systems.append(text(crs));
  systems.removeDuplicates();
  QString words = tr("%n shapes", nullptr, static_cast<int>(overlay.shapes->size())) + QStringLiteral(" · ") + systems.join(QStringLiteral(", "));
  if (overlay.found.leftOut > 0) words += QStringLiteral(" · ") + tr("%n left out: %1", nullptr, static_cast<int>(overlay.found.leftOut)).arg(said(overlay.found.firstFault));
  return words;
}

QString OverlayModel::hintOf(const Overlay& overlay) const {
  if (overlay.error) return said(overlay.error->hint);
  if (overlay.picture) return overlay.tileError ? said(overlay.tileError->hint) : QString();
  return overlay.found.proofs.empty() ? QString() : said(overlay.found.proofs.front());
}

void OverlayModel::dye(Overlay& overlay) {
  ++overlay.dyeing;
  m_pool.start([this, id = overlay.id, shapes = overlay.shapes, symbols = symbolsOf(overlay.kept.colour), colour = overlay.kept.colour, crs = m_project.snapshot()->crs, perMm = m_map.camera()->pixelsPerMm()] {
    const auto tiles = TiledLayer::build(layers::shapesLayer(shapes, symbols), crs, perMm);
    QMetaObject::invokeMethod(this, [this, id, shapes, colour, tiles] {
      Overlay* there = find(id);
      if (!there) return;
      --there->dyeing;
      if (tiles && there->shapes == shapes && there->kept.colour == colour) there->layer->setTiles(*tiles);
    }, Qt::QueuedConnection);
  });
}

void OverlayModel::readPicture(Overlay& overlay) {
  if (overlay.picture) BaseMapController::retire(overlay.picture);
  overlay.picture = new BaseMapController(this);
  connect(overlay.picture, &BaseMapController::changed, this, [this, id = overlay.id] { acceptPicture(id); });
  connect(overlay.picture, &BaseMapController::tileFailed, this, [this, id = overlay.id](const geo::Error& error) {
    Overlay* there = find(id);
    if (!there) return;
    there->tileError = error;
    tell(*there);
    m_project.raise(error);
  });
  const auto datum = datumOf(overlay.kept.crs);
  overlay.picture->open(overlay.kept.source, {.datum = datum, .crs = datum ? std::string() : overlay.kept.crs.toStdString()});
}

void OverlayModel::acceptPicture(int id) {
  Overlay* overlay = find(id);
  if (!overlay) return;
  if (overlay->picture->error()) return fail(*overlay, *overlay->picture->error());
  overlay->state = Overlay::State::Ready;
  tell(*overlay);
}

void OverlayModel::fail(Overlay& overlay, const geo::Error& error) {
  overlay.state = Overlay::State::Failed;
  overlay.isMissing = error.code == geo::ErrorCode::NotFound;
  overlay.error = error;
  if (overlay.layer) overlay.layer->setTiles(nullptr);
  tell(overlay);
  if (error.code != geo::ErrorCode::Cancelled) m_project.raise(error);
}

}  // namespace pianqu::app
