#include "layers/sample/sample_writer.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include "layers/io/dataset.hpp"
#include "layers/sample/delivery.hpp"

namespace pianqu::layers {
namespace {

struct PipeFile { const char *pipeClass, *name; };
constexpr std::array<PipeFile, 8> kPipeFiles{{{"PS", "排水"}, {"JS", "给水"}, {"RQ", "燃气"}, {"RL", "热力"}, {"DL", "电力"}, {"TX", "通信"}, {"GY", "工业"}, {"QT", "其他"}}};

class Delivery {
 public:
  Delivery(const SampleCity& sample, std::string folder, geo::Progress& progress) : m_sample(sample), m_folder(std::move(folder)), m_progress(progress) {}

  geo::Result<DeliveredRows> run() {
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    if (error) return geo::fail(geo::ErrorCode::Unwritable, "cannot create the folder: " + error.message(), "choose a folder that can be written", {.file = m_folder});
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
      for (const auto& file : kPipeFiles)
        many("管线_" + std::string(file.name) + ".xlsx", [&] { return pipeTables(m_sample, file.pipeClass, file.name); }, sheet);
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
    if (m_done && m_progress.isCancelled()) m_done = geo::fail(geo::ErrorCode::Cancelled, "writing the sample city was cancelled");
    if (!m_done) return;
    m_progress.report(m_step++ / 24.0, "write");
    const std::vector<FeatureTable> tables = make();
    for (const auto& table : tables) m_rows[tables.size() == 1 ? file : file + "/" + table.name] = static_cast<std::int64_t>(table.rowCount());
    m_done = writeTables((std::filesystem::path(m_folder) / file).string(), tables, m_sample.crs, options);
  }

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

geo::Result<DeliveredRows> writeSample(const SampleCity& sample, const std::string& folder, geo::Progress& progress) { return Delivery(sample, folder, progress).run(); }

}  // namespace pianqu::layers
