#include "app/desk/main_job.hpp"

#include <QFileInfo>
#include <QLocale>

#include "app/desk/drainage_problems.hpp"
#include "layers/plan/merge.hpp"
#include "layers/plan/works.hpp"
#include "layers/rules/plan_checks.hpp"

namespace pianqu::app {
namespace {

std::optional<double> numberOf(const QVariantMap& map, const char* key) {
  bool isNumber = false;
  const double number = map.value(QLatin1String(key)).toString().trimmed().toDouble(&isNumber);
  return isNumber ? std::optional(number) : std::nullopt;
}

/// What the catalogue says already is not asked for: only then is the minimum lowered for a small city.
layers::MergeOptions mergeOptionsOf(QVariantMap map, const layers::MergeRules& rules) {
  const QVariantMap usual = limitsOf(rules);
  for (auto at = usual.begin(); at != usual.end(); ++at)
    if (map.value(at.key()).toString().trimmed() == at.value().toString()) map.remove(at.key());
  layers::MergeOptions options{numberOf(map, "minHouseholds"), numberOf(map, "maxHouseholds"), numberOf(map, "maxSpan"), numberOf(map, "maxFloorArea")};
  options.targetHouseholds = numberOf(map, "targetHouseholds");
  for (const QString& name : map.value(QStringLiteral("like")).toStringList())
    if (const auto trait = layers::mergeTraitFrom(name.toStdString())) options.like.push_back(*trait);
  if (const auto seed = numberOf(map, "seed"); seed && *seed >= 0) options.seed = static_cast<std::uint64_t>(*seed);
  return options;
}

std::vector<std::size_t> districtsCalled(const layers::Plan& plan, const std::string& code) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < plan.districts.size(); ++i)
    if (code.empty() || plan.districts[i].code == code) found.push_back(i);
  return found;
}

QString localPath(const QUrl& url) { return url.isLocalFile() ? url.toLocalFile() : url.toString(); }

}  // namespace

QVariantMap limitsOf(const layers::MergeRules& rules) {
  const auto text = [](double number) { return QString::number(number, 'f', QLocale::FloatingPointShortest); };
  return {{QStringLiteral("minHouseholds"), text(rules.minHouseholds)}, {QStringLiteral("maxHouseholds"), text(rules.maxHouseholds)},
          {QStringLiteral("maxSpan"), text(rules.maxSpanM)}, {QStringLiteral("maxFloorArea"), text(rules.maxFloorAreaM2)}};
}

MainJob::MainJob(ProjectController& project, ProblemModel& problems, QString dataFolder, QObject* parent)
    : QObject(parent), m_project(project), m_problems(problems), m_dataFolder(std::move(dataFolder)) {
  connect(&project, &ProjectController::snapshotChanged, this, &MainJob::readLimits);
}

void MainJob::readLimits() {
  const auto origin = m_project.isOpen() ? m_project.snapshot()->origin : nullptr;
  const layers::CityProfile profile = origin ? m_project.snapshot()->profile : layers::CityProfile{};
  if (origin == m_openedAs && profile == m_profile) return;
  m_openedAs = origin;
  m_profile = profile;
  const auto rules = layers::MergeRules::read(m_dataFolder.toStdString(), profile);
  m_limits = origin && rules ? limitsOf(*rules) : QVariantMap();
  emit limitsChanged();
}

void MainJob::merge(const QVariantMap& limits) {
  const auto done = tr("%1 districts, %2 units left over.");
  m_project.work(tr("Merging into districts"), [limits, folder = m_dataFolder.toStdString(), done](PlanStore& store, const SnapshotPtr& now, geo::Progress& progress) -> geo::Result<ProjectController::WorkDone> {
    const auto rules = layers::MergeRules::read(folder, now->profile);
    if (!rules) return geo::fail(rules);
    auto proposal = layers::proposeDistricts(now->content->city, *now->plan, mergeOptionsOf(limits, *rules), *rules, progress);
    if (!proposal) return geo::fail(std::move(proposal));
    proposal->edit.parameters["option"] = "方案A";
    auto plan = store.commit(*now, {proposal->edit});
    if (!plan) return geo::fail(std::move(plan));
    const QString notice = done.arg(proposal->edit.districts.size()).arg(proposal->edit.leftovers.size());
    return ProjectController::WorkDone{withPlan(*now, std::move(*plan)), notice, std::move(proposal->remarks)};
  }, [this](const geo::Problems& remarks) { m_problems.setProblems(ProblemModel::Merge, remarks); });
}

void MainJob::plan(const QString& code, const QString& parkingProfile) {
  const auto done = tr("%1 districts planned, %2 measures.");
  const auto noDistrict = tr("There is no district to plan.");
  layers::WorksOptions options;
  if (!parkingProfile.isEmpty()) options.parkingProfile = parkingProfile.toStdString();
  m_project.work(code.isEmpty() ? tr("Planning all districts") : tr("Planning %1").arg(code), [=, code = code.toStdString(), folder = m_dataFolder.toStdString()](PlanStore& store, const SnapshotPtr& now, geo::Progress& progress) -> geo::Result<ProjectController::WorkDone> {
    const auto chosen = districtsCalled(*now->plan, code);
    if (chosen.empty()) return geo::fail(geo::ErrorCode::NotFound, noDistrict.toStdString(), {});
    const auto rules = layers::PlanRules::read(folder);
    if (!rules) return geo::fail(rules);
    auto works = layers::planWorks(now->content->city, *now->plan, chosen, *rules, folder, options, progress);
    if (!works) return geo::fail(std::move(works));
    std::vector<layers::Edit> edits;
    for (auto& district : *works) edits.insert(edits.end(), std::make_move_iterator(district.edits.begin()), std::make_move_iterator(district.edits.end()));
    auto plan = store.commit(*now, edits);
    if (!plan) return geo::fail(std::move(plan));
    const QString notice = done.arg(chosen.size()).arg(plan->measures.size());
    return ProjectController::WorkDone{withPlan(*now, std::move(*plan)), notice, {}};
  });
}

void MainJob::check() {
  const auto found = std::make_shared<std::pair<geo::Problems, geo::Problems>>();
  m_project.work(tr("Checking the plan and the drainage"), [found, folder = m_dataFolder.toStdString()](PlanStore&, const SnapshotPtr& now, geo::Progress& progress) -> geo::Result<ProjectController::WorkDone> {
    const auto rules = layers::RuleBook::read(folder, now->profile);
    if (!rules) return geo::fail(rules);
    auto problems = layers::checkPlan(now->content->city, *now->content->index, *now->plan, *rules);
    if (!problems) return geo::fail(std::move(problems));
    found->first = std::move(*problems);
    auto drainage = drainageProblems(now->content->city, folder, progress);
    if (!drainage) return geo::fail(std::move(drainage));
    found->second = std::move(*drainage);
    return ProjectController::WorkDone{now, {}, {}};
  }, [this, found](const geo::Problems&) {
    m_problems.setProblems(ProblemModel::Rules, std::move(found->first));
    m_problems.setProblems(ProblemModel::Drainage, std::move(found->second));
    emit m_project.noticeRaised(tr("%n problems found.", nullptr, m_problems.totalCount()));
  });
}

void MainJob::runCommand(const QString& title, std::vector<std::string> arguments, const QString& file) {
  const auto done = tr("Written: %1").arg(file);
  if (!m_command) return;
  m_project.work(title, [arguments = std::move(arguments), done, command = m_command](PlanStore&, const SnapshotPtr& now, geo::Progress& progress) -> geo::Result<ProjectController::WorkDone> {
    if (now->path.empty()) return geo::fail(geo::ErrorCode::Unsupported, "A city in memory has no file to write from.", "Save it as a project first.");
    std::vector<std::string> whole = arguments;
    whole.insert(whole.begin() + 1, now->path);
    if (auto written = command(whole, progress); !written) return geo::fail(std::move(written));
    return ProjectController::WorkDone{now, done, {}};
  }, [this, file](const geo::Problems&) { emit fileWritten(file); });
}

void MainJob::exportLedger(const QUrl& file) {
  const QString path = localPath(file);
  runCommand(tr("Writing %1").arg(QFileInfo(path).fileName()), {"ledger", "--xlsx", path.toStdString()}, path);
}

void MainJob::exportSheet(const QString& code, const QString& theme, const QString& paper, const QUrl& file) {
  const QString path = localPath(file);
  std::vector<std::string> arguments{"sheet", "--out", path.toStdString()};
  if (code.isEmpty()) arguments.emplace_back("--city");
  else arguments.insert(arguments.end(), {"--district", code.toStdString()});
  if (!theme.isEmpty()) arguments.insert(arguments.end(), {"--theme", theme.toStdString()});
  if (!paper.isEmpty()) arguments.insert(arguments.end(), {"--paper", paper.toStdString()});
  runCommand(tr("Writing %1").arg(QFileInfo(path).fileName()), std::move(arguments), path);
}

QStringList MainJob::themes() const { return {QStringLiteral("总平面"), QStringLiteral("雨污分流"), QStringLiteral("片区"), QStringLiteral("现状"), QStringLiteral("CJJ61")}; }

}  // namespace pianqu::app
