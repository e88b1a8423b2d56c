#include "layers/sample/sample_writer.hpp"

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>

#include "layers/io/dataset.hpp"
#include "layers/io/write_parts.hpp"
#include "layers/sample/delivery.hpp"

namespace pianqu::layers {
namespace {

struct PipeFile { const char *pipeClass, *name; };
constexpr std::array<PipeFile, 8> kPipeFiles{{{"PS", "排水"}, {"JS", "给水"}, {"RQ", "燃气"}, {"RL", "热力"}, {"DL", "电力"}, {"TX", "通信"}, {"GY", "工业"}, {"QT", "其他"}}};

class Delivery {
 public:
  Delivery(const SampleCity& sample, std::string folder, geo::Progress& progress) : m_sample(sample), m_folder(std::move(folder)), m_progress(progress) {}

  geo::Result<DeliveredRows> run() {
    const City& city = m_sample.city;
    const WriteOptions plain{.format = VectorFormat::Shapefile, .encoding = "GBK", .hasCpg = false, .hasPrj = false};
    WriteOptions withPrj = plain;
    withPrj.hasPrj = true;
    const WriteOptions json{.format = VectorFormat::GeoJson}, sheet{.format = VectorFormat::Xlsx}, list{.format = VectorFormat::Csv};
    one("街道社区.shp", [&] { return areas(city); }, plain);
    one("楼栋.shp", [&] { return buildingFootprints(city); }, withPrj);
    one("道路.geojson", [&] { return roadLines(city); }, json);
    one("水系.geojson", [&] { return waterAreas(city); }, json);
    if (m_sample.size != SampleSize::XL) {
      one("小区红线.shp", [&] { return estateBoundaries(city); }, plain);
      one("单元.shp", [&] { return stairUnits(city); }, withPrj);
      one("公共设施.geojson", [&] { return facilities(city); }, json);
      many("底图.dxf", [&] { return baseDrawing(city); }, {.format = VectorFormat::Dxf, .encoding = "GBK"});
      one("小区台账.xlsx", [&] { return estateLedger(city); }, sheet);
      one("楼栋台账.xlsx", [&] { return buildingLedger(city); }, sheet);
      pipeFiles(sheet);
      one("立管.csv", [&] { return riserList(city); }, list);
      one("排放口.csv", [&] { return outfallList(city); }, list);
      one("加装电梯表决.csv", [&] { return consentList(city); }, list);
    }
    if (m_done) writeTruth();
    if (!m_done) return geo::fail(std::move(m_done));
    return m_rows;
  }

 private:
  template <class Make>
  void one(const std::string& file, Make make, const WriteOptions& options) {
    many(file, [&] { return std::vector<FeatureTable>{make()}; }, options);
  }

  /// Makes the tables only when their turn comes, so that one file's rows are in memory at a time.
  template <class Make>
  void many(const std::string& file, Make make, const WriteOptions& options) {
    if (m_done && m_progress.isCancelled()) m_done = cancelled();
    if (!m_done) return;
    m_progress.report(m_step++ / 24.0, "write");
    const std::vector<FeatureTable> tables = make();
    for (const auto& table : tables) m_rows[tables.size() == 1 ? file : file + "/" + table.name] = static_cast<std::int64_t>(table.rowCount());
    m_done = writeTables((std::filesystem::path(m_folder) / file).string(), tables, m_sample.crs, options);
  }

  /// Workbooks take most of the time: two are written at once.
  void pipeFiles(const WriteOptions& options) {
    if (!m_done) return;
    m_progress.report(m_step / 24.0, "write");
    m_step += kPipeFiles.size();
    std::array<geo::Result<void>, kPipeFiles.size()> done;
    std::array<DeliveredRows, kPipeFiles.size()> rows;
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < kPipeFiles.size(); i = next++) {
        if (m_progress.isCancelled()) {
          done[i] = cancelled();
          continue;
        }
        const std::string file = "管线_" + std::string(kPipeFiles[i].name) + ".xlsx";
        const auto tables = pipeTables(m_sample, kPipeFiles[i].pipeClass, kPipeFiles[i].name);
        for (const auto& table : tables) rows[i][tables.size() == 1 ? file : file + "/" + table.name] = static_cast<std::int64_t>(table.rowCount());
        done[i] = writeTables((std::filesystem::path(m_folder) / file).string(), tables, m_sample.crs, options);
      }
    };
    auto other = std::async(std::launch::async, work);
    work();
    other.get();
    for (std::size_t i = 0; i < kPipeFiles.size(); ++i) {
      m_rows.merge(rows[i]);
      if (m_done && !done[i]) m_done = std::move(done[i]);
    }
  }

  static geo::Result<void> cancelled() { return geo::fail(geo::ErrorCode::Cancelled, "writing the sample city was cancelled"); }

  void writeTruth() {
    const auto path = std::filesystem::path(m_folder) / "truth.json";
    std::ofstream out(path, std::ios::binary);
    out << truthJson(m_sample, m_rows);
    out.close();
    if (!out) m_done = geo::fail(geo::ErrorCode::Unwritable, "cannot write the file", "check the free space", {.file = path.string()});
  }

  const SampleCity& m_sample;
  std::string m_folder;
  geo::Progress& m_progress;
  geo::Result<void> m_done;
  DeliveredRows m_rows;
  double m_step = 0;
};

}  // namespace

geo::Result<DeliveredRows> writeSample(const SampleCity& sample, const std::string& folder, geo::Progress& progress) {
  namespace fs = std::filesystem;
  std::error_code error;
  const bool isNew = fs::create_directories(folder, error);
  if (error) return geo::fail(geo::ErrorCode::Unwritable, "cannot create the folder: " + error.message(), "choose a folder that can be written", {.file = folder});
  // All files or none: they are written beside and moved together.
  DeliveredRows rows;
  auto written = writeBeside((fs::path(folder) / "sample").string(), [&](const std::string& path) -> geo::Result<void> {
    auto delivered = Delivery(sample, fs::path(path).parent_path().string(), progress).run();
    if (!delivered) return geo::fail(std::move(delivered));
    rows = std::move(*delivered);
    return {};
  });
  if (written) return rows;
  if (isNew) fs::remove(folder, error);   // stays when it is not empty
  geo::Error failed = std::move(written.error());
  if (!failed.where.file.empty()) failed.where.file = (fs::path(folder) / fs::path(failed.where.file).filename()).string();
  return tl::unexpected(std::move(failed));
}

}  // namespace pianqu::layers
