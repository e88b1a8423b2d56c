#include "app/cli/import_command.hpp"

#include <algorithm>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <ostream>
#include <utility>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/import_report.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/io/import.hpp"
#include "layers/project/import_job.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;
using layers::Project;

struct Options {
  std::string project, name, projectCrs;
  std::vector<std::string> files, maps;
  layers::ImportRequest request;
  bool isDryRun = false;
};

constexpr std::size_t kReadAhead = 2;                        ///< files
constexpr std::uintmax_t kReadAheadBytes = 48'000'000;       ///< of all of them: a workbook takes some 30 times its size in memory

/// One command's work on one project, which is made by the first file when it is not there. While a file is built, those after it are read and
/// the one before it is stored.
class ImportRun {
 public:
  ImportRun(const Options& options, layers::ImportTables tables, Context& context) : m_options(options), m_tables(std::move(tables)), m_context(context) {}

  geo::Result<void> open() {
    if (!std::filesystem::exists(m_options.project)) return {};
    auto project = Project::open(m_options.project, m_options.isDryRun ? Project::Access::Read : Project::Access::Write);
    if (!project) return fail(std::move(project));
    auto sources = project->readSources();
    if (!sources) return fail(std::move(sources));
    m_project.emplace(std::move(*project));
    m_sources = std::move(*sources);
    return {};
  }

  ~ImportRun() { m_beside.stop(); }
  ImportRun(const ImportRun&) = delete;
  ImportRun& operator=(const ImportRun&) = delete;

  geo::Result<void> importAll() {
    for (std::size_t i = 0; i < m_options.files.size(); ++i) {
      auto done = importOne(i);
      if (done) continue;
      auto stored = finishStoring();
      return stored ? done : stored;
    }
    return finishStoring();
  }

  void finish() {
    if (m_context.isJson) m_context.print({{"project", m_options.project}, {"dry_run", m_options.isDryRun}, {"files", m_documents}});
  }

 private:
  /// A file on its way into the project. The project is nobody else's while `written` runs.
  struct Storing {
    layers::ImportRequest request;
    layers::ImportResult result;
    bool makesProject = false, isFollowed = false;
    std::future<geo::Result<void>> written;   ///< last, so that it is waited for before what it uses goes
  };

  layers::ImportRequest requestOf(std::size_t file) const {
    layers::ImportRequest request = m_options.request;
    request.path = m_options.files[file];
    return request;
  }

  geo::Result<void> importOne(std::size_t index) {
    const layers::ImportRequest request = requestOf(index);
    if (const auto earlier = layers::earlierImport(m_sources, request)) {
      if (auto stored = finishStoring(); !stored) return stored;
      sayUnchanged(request, *earlier);
      return {};
    }
    if (auto known = learn(); !known) return known;
    for (std::size_t next = index + 1; next <= index + kReadAhead && next < m_options.files.size(); ++next) readAhead(next);
    auto file = read(index);
    if (!file) return fail(std::move(file));
    auto result = layers::importFile(request, std::move(*file), m_tables, m_known, m_context.progress());
    if (!result) return fail(std::move(result));
    if (auto stored = finishStoring(); !stored) return stored;
    if (!m_options.isDryRun) return store(request, std::move(*result), index + 1 < m_options.files.size());
    report(request, *result);
    return {};
  }

  /// 0 when it cannot be told: the reader says what is wrong with the file.
  std::uintmax_t bytesOf(std::size_t file) const {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(m_options.files[file], error);
    return error ? 0 : bytes;
  }

  void readAhead(std::size_t index) {
    std::uintmax_t bytes = bytesOf(index);
    for (const auto& [ahead, file] : m_ahead) bytes += bytesOf(ahead);
    if (bytes > kReadAheadBytes || m_ahead.contains(index) || layers::earlierImport(m_sources, requestOf(index))) return;
    m_ahead[index] = std::async(std::launch::async, [this, request = requestOf(index)] { return layers::readRaw(request, m_tables, m_beside); });
  }

  geo::Result<layers::RawFile> read(std::size_t index) {
    auto ahead = m_ahead.extract(index);
    return ahead ? ahead.mapped().get() : layers::readRaw(requestOf(index), m_tables, m_context.progress());
  }

  /// Reads what the project holds, once for all files of the command.
  geo::Result<void> learn() {
    if (m_isKnown) return {};
    m_isKnown = true;
    if (m_project) {
      auto city = m_project->readCity(m_context.progress());
      if (!city) return fail(std::move(city));
      m_known.city = std::move(*city);
      m_known.projectCrs = m_project->settings().crs;
    } else if (!m_options.projectCrs.empty()) {
      auto crs = geo::Crs::fromText(m_options.projectCrs);
      if (!crs) return fail(std::move(crs));
      m_known.projectCrs = *crs;
    }
    return {};
  }

  geo::Result<void> makeProject(const layers::ImportResult& result) {
    layers::ProjectSettings settings;
    settings.name = m_options.name.empty() ? std::filesystem::path(m_options.project).stem().string() : m_options.name;
    settings.crs = result.projectCrs;
    auto made = Project::create(m_options.project, settings, m_context.author());
    if (!made) return fail(std::move(made));
    m_project.emplace(std::move(*made));
    m_known.projectCrs = result.projectCrs;
    if (!m_context.isJson) {
      m_context.out() << "new project " << m_options.project << " in " << result.projectCrs.name() << (result.projectCrsProof.empty() ? " (given by --project-crs)" : " (" + result.projectCrsProof + ")") << '\n';
    }
    return {};
  }

  /// Takes the rows out of the result; they are kept in mind only for files that follow. Joined values are read back, so they are waited for.
  geo::Result<void> store(const layers::ImportRequest& request, layers::ImportResult result, bool isFollowed) {
    const bool makesProject = !m_project;
    if (makesProject) {
      if (auto made = makeProject(result); !made) return made;
    }
    if (isFollowed) {
      for (const auto& table : result.tables) layers::addTable(m_known.city, table);
    }
    const auto author = m_context.author();
    const auto source = layers::sourceOf(request, result, author);
    m_sources.push_back(source);
    const bool isBeside = isFollowed && result.updates.empty();
    Storing& storing = m_storing.emplace(Storing{request, std::move(result), makesProject, isFollowed, {}});
    storing.written = std::async(isBeside ? std::launch::async : std::launch::deferred, [this, &storing, isBeside, author, source] {
      geo::Progress& progress = isBeside ? m_beside : m_context.progress();
      return m_project->addImport(std::move(storing.result.tables), storing.result.updates, source, author, progress);
    });
    return isBeside ? geo::Result<void>{} : finishStoring();
  }

  /// Waits for the file that is being stored, if one is, and says what came of it.
  geo::Result<void> finishStoring() {
    if (!m_storing) return {};
    auto written = m_storing->written.get();
    const Storing storing = std::move(*m_storing);
    m_storing.reset();
    if (!written && storing.makesProject) {
      // A project that the failed import itself made is taken away again.
      m_project.reset();
      std::error_code error;
      std::filesystem::remove(m_options.project, error);
    }
    if (!written) return written;
    if (storing.isFollowed && !storing.result.updates.empty()) {
      std::vector<std::string> changed;
      for (const auto& table : storing.result.updates) changed.push_back(table.name);
      if (auto read = m_project->readTables(changed, m_known.city, m_context.progress()); !read) return read;
    }
    report(storing.request, storing.result);
    return {};
  }

  void sayUnchanged(const layers::ImportRequest& request, const layers::Source& earlier) {
    if (m_context.isJson) m_documents.push_back({{"file", request.path}, {"sha256", earlier.sha256}, {"changed", false}, {"imported_at", earlier.importedAt}});
    else m_context.out() << std::filesystem::path(request.path).filename().string() << ": already imported at " << earlier.importedAt << " as " << earlier.kind << "; nothing changed\n";
  }

  void report(const layers::ImportRequest& request, const layers::ImportResult& result) {
    if (m_context.isJson) {
      m_documents.push_back(toJson(request, result));
      return;
    }
    printReport(m_context.out(), request, result);
    if (m_options.isDryRun) m_context.out() << "  dry run: nothing written\n";
    m_context.printProblems(result.problems);
  }

  const Options& m_options;
  layers::ImportTables m_tables;
  layers::ImportContext m_known;
  bool m_isKnown = false;
  Context& m_context;
  std::optional<Project> m_project;
  std::vector<layers::Source> m_sources;   ///< of the project, and of what this command stores
  nlohmann::json m_documents = nlohmann::json::array();
  geo::SilentProgress m_beside{m_context.progress()};
  std::map<std::size_t, std::future<geo::Result<layers::RawFile>>> m_ahead;   ///< by file; these last, so that they are waited for before what they use goes
  std::optional<Storing> m_storing;
};

geo::Result<void> runImport(Options& options, Context& context) {
  for (const auto& map : options.maps) {
    const std::size_t equals = map.rfind('=');
    if (equals == std::string::npos || equals == 0) return fail(ErrorCode::Invalid, "--map takes heading=field, not \"" + map + "\"", "for example --map 楼栋号=number; an empty field leaves the heading out");
    options.request.fieldOverrides.emplace_back(map.substr(0, equals), map.substr(equals + 1));
  }
  auto tables = layers::readImportTables(context.dataFolder);
  if (!tables) return fail(std::move(tables));
  ImportRun run(options, std::move(*tables), context);
  if (auto opened = run.open(); !opened) return opened;
  if (auto done = run.importAll(); !done) return done;
  run.finish();
  return {};
}

}  // namespace

Command importCommand() {
  Command command{.name = "import", .summary = "Take files into a project, with the proof of their encoding and coordinate system"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage; made when it is not there")->required();
    app.add_option("FILE", options->files, "Shapefile, GeoPackage, GeoJSON, FlatGeobuf, KML, DXF, FileGDB, MapInfo, OSM, CSV or XLSX")->required();
    app.add_option("--as", options->request.kind, "What the file holds: estate, building, road, pipe_node, pipe, riser, ...; judged when not given");
    app.add_option("--crs", options->request.crs, "EPSG:4547, gcj02, bd09, \"CGCS2000 CM 115.5 FE 500000\" or WKT; judged when not given");
    app.add_option("--encoding", options->request.encoding, "UTF-8, GB18030, BIG5 or a name that iconv knows; judged when not given");
    app.add_option("--layer", options->request.layer, "Only this layer, sheet or CAD layer");
    app.add_option("--map", options->maps, "heading=field: overrides the table of headings; may be repeated");
    app.add_flag("--accept-ballpark", options->request.acceptsBallpark, "Take a file whose datum leads to CGCS2000 only within some 150 m");
    app.add_flag("--dry-run", options->isDryRun, "Read, judge and report; write nothing");
    app.add_option("--project-crs", options->projectCrs, "Of a new project; the default is that of the first file, or the CGCS2000 zone around it");
    app.add_option("--name", options->name, "Name of a new project");
    return [options](Context& context) { return runImport(*options, context); };
  };
  command.examples = {"pianqu import city.gpkg raw/街道社区.shp raw/小区红线.shp raw/楼栋.shp raw/单元.shp --crs \"CGCS2000 CM 115.5 FE 500000\"",
                      "pianqu import city.gpkg raw/道路.geojson raw/水系.geojson", "pianqu import city.gpkg raw/管线_排水.xlsx",
                      "pianqu import city.gpkg raw/小区台账.xlsx raw/楼栋台账.xlsx raw/立管.csv --json", "pianqu import city.gpkg raw/排放口.csv --as outfall --dry-run"};
  return command;
}

}  // namespace pianqu::app
