#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "layers/io/dataset.hpp"
#include "layers/io/write_parts.hpp"

namespace pianqu::layers {
namespace {

struct DatasetCloser { void operator()(GDALDataset* d) const { if (d) GDALClose(d); } };
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;
struct FeatureDeleter { void operator()(OGRFeature* f) const { OGRFeature::DestroyFeature(f); } };

const char* driverOf(VectorFormat format) {
  switch (format) {
    case VectorFormat::GeoPackage: return "GPKG";
    case VectorFormat::Shapefile: return "ESRI Shapefile";
    case VectorFormat::GeoJson: return "GeoJSON";
    case VectorFormat::FlatGeobuf: return "FlatGeobuf";
    case VectorFormat::Xlsx: return "XLSX";
    case VectorFormat::Csv: return "CSV";
    case VectorFormat::Dxf: break;
  }
  return "";
}

bool holdsGeometry(VectorFormat format) { return format != VectorFormat::Xlsx && format != VectorFormat::Csv; }

OGRwkbGeometryType ogrKind(GeometryKind kind, VectorFormat format) {
  if (!holdsGeometry(format)) return wkbNone;
  const bool isMulti = format == VectorFormat::GeoPackage || format == VectorFormat::FlatGeobuf;
  switch (kind) {
    case GeometryKind::None: return wkbNone;
    case GeometryKind::Point: return isMulti ? wkbMultiPoint : wkbPoint;
    case GeometryKind::Line: return isMulti ? wkbMultiLineString : wkbLineString;
    case GeometryKind::Polygon: return isMulti ? wkbMultiPolygon : wkbPolygon;
  }
  return wkbUnknown;
}

OGRFieldType ogrType(FieldType type) {
  switch (type) {
    case FieldType::Integer:
    case FieldType::Boolean: return OFTInteger64;
    case FieldType::Real: return OFTReal;
    case FieldType::Date:
    case FieldType::Text: break;
  }
  return OFTString;
}

std::string gdalWords() {
  const std::string words = CPLGetLastErrorMsg();
  return words.empty() ? "the driver gave no reason" : words;
}

char** layerOptions(const WriteOptions& options) {
  char** list = nullptr;
  if (options.format == VectorFormat::Shapefile) {
    list = CSLSetNameValue(list, "ENCODING", options.encoding == "GBK" ? "CP936" : options.encoding.c_str());
    // The DBF header holds a date; with today's the same table would not give the same bytes.
    list = CSLSetNameValue(list, "DBF_DATE_LAST_UPDATE", "2020-01-01");
  }
  if (options.format == VectorFormat::GeoJson) {
    list = CSLSetNameValue(list, "RFC7946", "YES");
    list = CSLSetNameValue(list, "COORDINATE_PRECISION", "9");
  }
  return list;
}

class TableWriter {
 public:
  TableWriter(GDALDataset& dataset, const geo::Crs& crs, const WriteOptions& options) : m_dataset(dataset), m_crs(crs), m_options(options) {}

  geo::Result<void> write(const FeatureTable& table) {
    if (!m_options.headings.empty() && m_options.headings.size() != table.fields.size())
      return geo::fail(geo::ErrorCode::Invalid, std::to_string(m_options.headings.size()) + " headings for " + std::to_string(table.fields.size()) + " fields", "", {.layer = table.name});
    OGRLayer* layer = createLayer(table);
    if (!layer) return geo::fail(geo::ErrorCode::Unwritable, "cannot create the layer: " + gdalWords(), "", {.layer = table.name});
    if (auto made = createFields(*layer, table); !made) return made;
    const bool isTransacted = m_dataset.TestCapability(ODsCTransactions) && m_dataset.StartTransaction() == OGRERR_NONE;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
      if (auto added = addRow(*layer, table, row); !added) return added;
    if (isTransacted && m_dataset.CommitTransaction() != OGRERR_NONE) return geo::fail(geo::ErrorCode::Unwritable, "cannot commit: " + gdalWords(), "", {.layer = table.name});
    return {};
  }

 private:
  OGRLayer* createLayer(const FeatureTable& table) {
    OGRSpatialReference srs;
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const bool isLonLat = m_options.format == VectorFormat::GeoJson;
    const bool hasSrs = holdsGeometry(m_options.format) && (m_options.format != VectorFormat::Shapefile || m_options.hasPrj);
    if (hasSrs) srs.importFromWkt((isLonLat ? geo::Crs::wgs84LonLat() : m_crs).toWkt2().c_str());
    char** list = layerOptions(m_options);
    OGRLayer* layer = m_dataset.CreateLayer(table.name.c_str(), hasSrs ? &srs : nullptr, ogrKind(table.geometry, m_options.format), list);
    CSLDestroy(list);
    return layer;
  }

  geo::Result<void> createFields(OGRLayer& layer, const FeatureTable& table) {
    for (std::size_t f = 0; f < table.fields.size(); ++f) {
      std::string name = m_options.headings.empty() ? table.fields[f].name : m_options.headings[f];
      if (m_options.format == VectorFormat::Shapefile) name = cutHeading(name, 10, m_options.encoding == "GBK");
      OGRFieldDefn field(name.c_str(), ogrType(table.fields[f].type));
      if (m_options.format == VectorFormat::Shapefile) setWidth(field, table, f);
      if (layer.CreateField(&field, false) != OGRERR_NONE) return geo::fail(geo::ErrorCode::Unwritable, "cannot create the column " + name + ": " + gdalWords(), "", {.layer = table.name});
    }
    return {};
  }

  /// DBF columns have fixed widths: text as wide as its longest value, numbers with three decimals.
  static void setWidth(OGRFieldDefn& field, const FeatureTable& table, std::size_t f) {
    if (field.GetType() == OFTReal) { field.SetWidth(16); field.SetPrecision(3); return; }
    if (field.GetType() == OFTInteger64) { field.SetWidth(10); return; }
    std::size_t width = 1;
    for (const auto& value : table.columns[f])
      if (const auto* text = std::get_if<std::string>(&value)) width = std::max(width, text->size());
    field.SetWidth(static_cast<int>(std::min<std::size_t>(width, 254)));
  }

  geo::Result<void> addRow(OGRLayer& layer, const FeatureTable& table, std::size_t row) {
    std::unique_ptr<OGRFeature, FeatureDeleter> feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    for (std::size_t f = 0; f < table.fields.size(); ++f) setField(*feature, static_cast<int>(f), table.columns[f][row]);
    if (table.geometry != GeometryKind::None && holdsGeometry(m_options.format)) {
      geo::XYGeometry shape = table.geometries[row];
      if (m_options.format == VectorFormat::GeoJson) {
        auto moved = geo::transform(m_crs, geo::Crs::wgs84LonLat(), std::move(shape));
        if (!moved) return geo::fail(std::move(moved));
        shape = std::move(*moved);
      }
      auto geometry = toOgr(shape);
      if (geometry && isMultiLayer()) geometry = std::unique_ptr<OGRGeometry>(OGRGeometryFactory::forceTo(geometry.release(), layer.GetGeomType()));
      if (geometry) feature->SetGeometryDirectly(geometry.release());
    }
    if (layer.CreateFeature(feature.get()) != OGRERR_NONE)
      return geo::fail(geo::ErrorCode::Unwritable, "cannot write: " + gdalWords(), "check the free space", {.layer = table.name, .feature = std::to_string(row + 1)});
    return {};
  }

  bool isMultiLayer() const { return m_options.format == VectorFormat::GeoPackage || m_options.format == VectorFormat::FlatGeobuf; }

  static void setField(OGRFeature& feature, int f, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) feature.SetField(f, text->c_str());
    else if (const auto* whole = std::get_if<std::int64_t>(&value)) feature.SetField(f, static_cast<GIntBig>(*whole));
    else if (const auto* real = std::get_if<double>(&value)) feature.SetField(f, *real);
    else if (feature.GetDefnRef()->GetFieldDefn(f)->GetType() != OFTString) feature.SetFieldNull(f);
  }

  GDALDataset& m_dataset;
  const geo::Crs& m_crs;
  const WriteOptions& m_options;
};

geo::Result<void> writeWithGdal(const std::string& path, const std::vector<FeatureTable>& tables, const geo::Crs& crs, const WriteOptions& options) {
  CPLErrorReset();
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driverOf(options.format));
  if (!driver) return geo::fail(geo::ErrorCode::Unsupported, std::string("GDAL has no driver ") + driverOf(options.format), "install GDAL with it", {.file = path});
  DatasetPtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!dataset) return geo::fail(geo::ErrorCode::Unwritable, "cannot create the file: " + gdalWords(), "", {.file = path});
  TableWriter writer(*dataset, crs, options);
  for (const auto& table : tables)
    if (auto written = writer.write(table); !written) return written;
  CPLErrorReset();
  const bool isClosed = GDALClose(dataset.release()) == CE_None;
  if (!isClosed) return geo::fail(geo::ErrorCode::Unwritable, "cannot finish the file: " + gdalWords(), "check the free space", {.file = path});
  if (options.format == VectorFormat::Xlsx) return clearZipTimes(path);
  if (options.format == VectorFormat::Shapefile && !options.hasCpg) {
    std::error_code ignored;
    std::filesystem::remove(std::filesystem::path(path).replace_extension(".cpg"), ignored);
  }
  return {};
}

}  // namespace

geo::Result<void> writeTables(const std::string& path, const std::vector<FeatureTable>& tables, const geo::Crs& crs, const WriteOptions& options) {
  const bool isSingle = options.format != VectorFormat::Xlsx && options.format != VectorFormat::GeoPackage && options.format != VectorFormat::Dxf;
  if (isSingle && tables.size() != 1) return geo::fail(geo::ErrorCode::Unsupported, "this format holds one table, not " + std::to_string(tables.size()), "write each table to its own file", {.file = path});
  auto written = writeBeside(path, [&](const std::string& temporary) {
    return options.format == VectorFormat::Dxf ? writeDxf(temporary, tables, options) : writeWithGdal(temporary, tables, crs, options);
  });
  if (!written) {
    geo::Error error = written.error();
    error.where.file = path;
    return tl::unexpected(std::move(error));
  }
  return {};
}

geo::Result<void> writeTable(const std::string& path, const FeatureTable& table, const geo::Crs& crs, const WriteOptions& options) {
  return writeTables(path, {table}, crs, options);
}

}  // namespace pianqu::layers
