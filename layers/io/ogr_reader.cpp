#include "layers/io/ogr_reader.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <map>
#include <memory>

#include "layers/io/arrow_reader.hpp"
#include "layers/io/gdal_words.hpp"
#include "layers/io/ogr_geometry.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

Value valueOf(const OGRFeature& feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  const auto* definition = feature.GetFieldDefnRef(field);
  switch (definition->GetType()) {
    case OFTInteger: case OFTInteger64: return static_cast<std::int64_t>(feature.GetFieldAsInteger64(field));
    case OFTReal: return feature.GetFieldAsDouble(field);
    case OFTBinary: return {};
    default: {
      std::string text = feature.GetFieldAsString(field);
      if (text.empty()) return {};
      return text;
    }
  }
}

/// Fills one RawLayer feature by feature.
class LayerFiller {
 public:
  LayerFiller(OGRLayer& source, const ReadLimits& limits) : m_source(source), m_limits(limits) {
    m_layer.name = source.GetName();
    const auto* definition = source.GetLayerDefn();
    for (int f = 0; f < definition->GetFieldCount(); ++f) m_layer.headings.push_back(definition->GetFieldDefn(f)->GetNameRef());
    m_layer.columns.resize(m_layer.headings.size());
    m_hasGeometry = definition->GetGeomFieldCount() > 0 && definition->GetGeomType() != wkbNone;
    if (const auto* srs = m_hasGeometry ? source.GetSpatialRef() : nullptr) m_layer.crsText = crsTextOf(*srs);
  }

  void add(const OGRFeature& feature) {
    for (std::size_t f = 0; f < m_layer.columns.size(); ++f) m_layer.columns[f].push_back(valueOf(feature, static_cast<int>(f)));
    m_layer.rowNames.push_back(std::to_string(m_layer.rowNames.size() + 1));
    if (!m_hasGeometry) return;
    const auto* geometry = feature.GetGeometryRef();
    const bool isSpot = geometry && wkbFlatten(geometry->getGeometryType()) == wkbPoint && geometry->Is3D() && !geometry->IsEmpty() && geometry->toPoint()->getZ() != 0;  // flat drawings carry 0
    m_heights.push_back(isSpot ? Value{geometry->toPoint()->getZ()} : Value{});
    m_hasHeights = m_hasHeights || isSpot;
    auto taken = takeGeometry(geometry, m_limits);
    m_layer.geometries.push_back(std::move(taken.geometry));
    m_layer.geometryFaults.push_back(std::move(taken.fault));
  }

  geo::Result<void> readAll(const std::string& path, geo::Progress& progress) {
    const auto claimed = static_cast<double>(std::max<GIntBig>(1, m_source.GetFeatureCount(FALSE)));
    GdalWords words;
    m_source.ResetReading();
    while (const std::unique_ptr<OGRFeature> feature{m_source.GetNextFeature()}) {
      add(*feature);
      if (m_layer.rowCount() > m_limits.rows) return fail(ErrorCode::Unsupported, "the layer has more than " + std::to_string(m_limits.rows) + " rows", "import it in parts", {.file = path, .layer = m_layer.name});
      if (m_layer.rowCount() % 4096 != 0) continue;
      progress.report(std::min(1.0, static_cast<double>(m_layer.rowCount()) / claimed), "reading");
      if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "cancelled while reading", {}, {.file = path});
    }
    if (words.hasFailure()) {
      return fail(ErrorCode::Unreadable, "the file breaks off after row " + std::to_string(m_layer.rowCount()) + ": " + words.text(), "export it again", {.file = path, .layer = m_layer.name});
    }
    for (const auto& warning : words.warnings()) {
      m_layer.problems.push_back({geo::Severity::Warning, "driver-warning", warning, {.file = path, .layer = m_layer.name}});
    }
    return {};
  }

  /// The height of a spot is an attribute here: it becomes a column, since geometries are flat.
  RawLayer take() {
    if (m_hasHeights && !m_layer.columnOf("z")) {
      m_layer.headings.push_back("z");
      m_layer.columns.push_back(std::move(m_heights));
    }
    return std::move(m_layer);
  }
  const RawLayer& layer() const { return m_layer; }

 private:
  OGRLayer& m_source;
  const ReadLimits& m_limits;
  RawLayer m_layer;
  std::vector<Value> m_heights;
  bool m_hasGeometry = false, m_hasHeights = false;
};

geo::Result<std::vector<RawLayer>> readInterleaved(GDALDataset& dataset, const OgrSource& source, const ReadLimits& limits, geo::Progress& progress) {
  std::map<OGRLayer*, std::unique_ptr<LayerFiller>> fillers;
  std::vector<LayerFiller*> order;
  for (auto* layer : dataset.GetLayers()) {
    auto filler = std::make_unique<LayerFiller>(*layer, limits);
    order.push_back(filler.get());
    fillers.emplace(layer, std::move(filler));
  }
  GdalWords words;
  std::size_t count = 0;
  OGRLayer* layer = nullptr;
  double fraction = 0;
  while (const std::unique_ptr<OGRFeature> feature{dataset.GetNextFeature(&layer, &fraction, nullptr, nullptr)}) {
    if (const auto it = fillers.find(layer); it != fillers.end()) it->second->add(*feature);
    if (++count > limits.rows) return fail(ErrorCode::Unsupported, "the file has more than " + std::to_string(limits.rows) + " rows", "cut out the area first", {.file = source.path});
    if (count % 4096 != 0) continue;
    progress.report(fraction, "reading");
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "cancelled while reading", {}, {.file = source.path});
  }
  if (words.hasFailure()) return fail(ErrorCode::Unreadable, "the file cannot be read to its end: " + words.text(), "download it again", {.file = source.path});
  std::vector<RawLayer> layers;
  for (auto* filler : order) if (filler->layer().rowCount() > 0) layers.push_back(filler->take());
  return layers;
}

std::unique_ptr<GDALDataset> open(const OgrSource& source) {
  CPLStringList drivers, openOptions;
  for (const auto& driver : source.drivers) drivers.AddString(driver.c_str());
  for (const auto& option : source.openOptions) openOptions.AddString(option.c_str());
  return std::unique_ptr<GDALDataset>(GDALDataset::Open(source.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers.List(), openOptions.List(), nullptr));
}

std::string namesOf(GDALDataset& dataset) {
  std::string names;
  for (const auto* layer : dataset.GetLayers()) names += (names.empty() ? "" : ", ") + std::string(const_cast<OGRLayer*>(layer)->GetName());
  return names;
}

}  // namespace

geo::Result<std::vector<RawLayer>> readWithGdal(const OgrSource& source, const ReadLimits& limits, geo::Progress& progress) {
  GdalWords words;
  const CPLConfigOptionSetter dxfEncoding("DXF_ENCODING", source.dxfEncoding.empty() ? nullptr : source.dxfEncoding.c_str(), false);
  const auto dataset = open(source);
  if (!dataset) return fail(ErrorCode::Unreadable, "the file cannot be opened: " + (words.text().empty() ? "it is damaged" : words.text()), "check it with the program that made it", {.file = source.path});
  if (source.isInterleaved) return readInterleaved(*dataset, source, limits, progress);
  std::vector<RawLayer> layers;
  bool isFound = source.onlyLayer.empty();
  for (auto* layer : dataset->GetLayers()) {
    if (!source.onlyLayer.empty() && source.onlyLayer != layer->GetName()) continue;
    isFound = true;
    if (static_cast<std::size_t>(layer->GetLayerDefn()->GetFieldCount()) > limits.columns) {
      return fail(ErrorCode::Unsupported, "the layer has more than " + std::to_string(limits.columns) + " columns", "leave out those that are not needed", {.file = source.path, .layer = layer->GetName()});
    }
    LayerFiller filler(*layer, limits);
    auto columnar = readColumnar(*layer, limits, progress);
    if (!columnar) return fail(std::move(columnar));
    if (*columnar) {
      layers.push_back(std::move(**columnar));
    } else {
      if (auto read = filler.readAll(source.path, progress); !read) return fail(std::move(read));
      layers.push_back(filler.take());
    }
    layers.back().encoding = source.encoding;
  }
  if (!isFound) return fail(ErrorCode::NotFound, "there is no layer \"" + source.onlyLayer + "\"", "the file has: " + namesOf(*dataset), {.file = source.path});
  return layers;
}

MemoryFile::MemoryFile(const std::string& name, std::string bytes) : m_bytes(std::move(bytes)) {
  m_path = "/vsimem/pianqu/" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "/" + name;
  VSIFCloseL(VSIFileFromMemBuffer(m_path.c_str(), reinterpret_cast<GByte*>(m_bytes.data()), m_bytes.size(), FALSE));
}

MemoryFile::~MemoryFile() { VSIUnlink(m_path.c_str()); }

}  // namespace pianqu::layers
