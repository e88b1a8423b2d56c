#include <ogr_recordbatch.h>

#include <algorithm>
#include <cstring>

#include "layers/io/arrow_values.hpp"
#include "layers/io/database_state.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::XY;
using geo::XYGeometry;

geo::Line<XY> lineOf(const OGRSimpleCurve& curve) {
  geo::Line<XY> line(static_cast<std::size_t>(curve.getNumPoints()));
  for (int i = 0; i < curve.getNumPoints(); ++i) line[static_cast<std::size_t>(i)] = {curve.getX(i), curve.getY(i)};
  return line;
}

geo::Polygon<XY> polygonOf(const OGRPolygon& polygon) {
  geo::Polygon<XY> result;
  if (polygon.getExteriorRing()) result.outer = lineOf(*polygon.getExteriorRing());
  for (int i = 0; i < polygon.getNumInteriorRings(); ++i) result.holes.push_back(lineOf(*polygon.getInteriorRing(i)));
  return result;
}

/// What we wrote ourselves or what QGIS edited: simple, multi, flat. Anything else reads as no geometry.
XYGeometry geometryOf(const OGRGeometry* geometry) {
  if (!geometry || geometry->IsEmpty()) return {};
  switch (wkbFlatten(geometry->getGeometryType())) {
    case wkbPoint: return {XYGeometry::Points{{{geometry->toPoint()->getX(), geometry->toPoint()->getY()}}}};
    case wkbLineString: return {XYGeometry::Lines{{lineOf(*geometry->toLineString())}}};
    case wkbPolygon: return {XYGeometry::Polygons{{polygonOf(*geometry->toPolygon())}}};
    case wkbMultiPoint: {
      XYGeometry::Points all;
      for (const auto* point : *geometry->toMultiPoint()) all.points.push_back({point->getX(), point->getY()});
      return {std::move(all)};
    }
    case wkbMultiLineString: {
      XYGeometry::Lines all;
      for (const auto* line : *geometry->toMultiLineString()) all.lines.push_back(lineOf(*line));
      return {std::move(all)};
    }
    case wkbMultiPolygon: {
      XYGeometry::Polygons all;
      for (const auto* polygon : *geometry->toMultiPolygon()) all.polygons.push_back(polygonOf(*polygon));
      return {std::move(all)};
    }
    default: return {};
  }
}

/// While it lives, a layer hands out only the named fields.
class FieldScope {
 public:
  FieldScope(OGRLayer& layer, const std::vector<Field>& kept) : m_layer(layer) {
    CPLStringList ignored;
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    for (int f = 0; f < definition.GetFieldCount(); ++f) {
      const char* name = definition.GetFieldDefn(f)->GetNameRef();
      if (std::none_of(kept.begin(), kept.end(), [name](const Field& field) { return field.name == name; })) ignored.AddString(name);
    }
    layer.SetIgnoredFields(ignored.List());
  }
  ~FieldScope() { m_layer.SetIgnoredFields(nullptr); }
  FieldScope(const FieldScope&) = delete;
  FieldScope& operator=(const FieldScope&) = delete;

 private:
  OGRLayer& m_layer;
};

/// While it lives, GDAL reads on this thread where it can: what it says elsewhere would not be heard. See hasSteadyKeys.
class OneThreadScope {
 public:
  OneThreadScope() { CPLSetThreadLocalConfigOption("OGR_GPKG_NUM_THREADS", "1"); }
  ~OneThreadScope() { CPLSetThreadLocalConfigOption("OGR_GPKG_NUM_THREADS", nullptr); }
  OneThreadScope(const OneThreadScope&) = delete;
  OneThreadScope& operator=(const OneThreadScope&) = delete;
};

constexpr std::size_t kReportEvery = 4096;

/// One reading of one table: what is read, into what, and who listens.
struct Reading {
  OGRLayer& layer;
  FeatureTable& table;
  const std::string& path;
  std::size_t count;           ///< rows that the file claims
  geo::Progress& progress;
  bool hasGeometry() const { return layer.GetGeomType() != wkbNone; }

  geo::Result<void> report(std::size_t row) const {
    progress.report(count == 0 ? 0 : std::min(1.0, static_cast<double>(row) / static_cast<double>(count)), "reading " + table.name);
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "stopped");
    return {};
  }
};

XYGeometry geometryOf(std::string_view wkb) {
  if (wkb.empty()) return {};
  if (auto plain = fromWkb(wkb)) return plain->isEmpty() ? XYGeometry{} : std::move(*plain);
  OGRGeometry* raw = nullptr;
  if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &raw, wkb.size()) != OGRERR_NONE) return {};
  const std::unique_ptr<OGRGeometry> geometry(raw);
  return geometryOf(geometry.get());
}

void addBatch(FeatureTable& table, const std::vector<std::optional<std::size_t>>& columns, const ArrowSchema& schema, const ArrowArray& batch) {
  for (std::int64_t c = 0; c < batch.n_children; ++c) {
    const ArrowArray& array = *batch.children[c];
    const char format = schema.children[c]->format[0];
    if (const auto column = columns[static_cast<std::size_t>(c)]) {
      for (std::int64_t row = 0; row < batch.length; ++row) table.columns[*column].push_back(arrowValue(array, format, row));
    } else {
      for (std::int64_t row = 0; row < batch.length; ++row) table.geometries.push_back(geometryOf(arrowBytes(array, format, row)));
    }
  }
}

/// Where each column of the stream goes, nullopt for the geometry; nothing when a column is of a kind that features hold better.
std::optional<std::vector<std::optional<std::size_t>>> columnsOf(const ArrowSchema& schema, const Reading& reading) {
  std::vector<std::optional<std::size_t>> columns;
  std::size_t values = 0;
  for (std::int64_t c = 0; c < schema.n_children; ++c) {
    const ArrowSchema& each = *schema.children[c];
    if (reading.hasGeometry() && (each.format[0] == 'z' || each.format[0] == 'Z')) {
      columns.emplace_back();
      continue;
    }
    const auto column = reading.table.columnOf(each.name);
    if (!column || !isArrowValue(each.format)) return std::nullopt;
    columns.emplace_back(column);
    ++values;
  }
  if (values != reading.table.fields.size() || columns.size() != values + (reading.hasGeometry() ? 1 : 0)) return std::nullopt;
  return columns;
}

/// Whether the keys are 1, 2, ... without a gap. Of all other tables GDAL before 3.11.4 fills the columns by a second thread whatever it was told,
/// and now and then hands out what that thread is still writing. source: github.com/OSGeo/gdal/issues/12934
bool hasSteadyKeys(const Database::Keys& keys) { return keys.first == 1 && keys.last == static_cast<std::int64_t>(keys.count); }

/// Reads the whole table in columns. false: this layer is not to be read so, and nothing was read. Not for a layer behind a filter: there GDAL fills the
/// columns from features one by one, and not all of them rightly (3.10).
geo::Result<bool> readColumns(const Reading& reading, const GdalWords& words) {
  if (!reading.layer.TestCapability(OLCFastGetArrowStream)) return false;
  const OneThreadScope oneThread;
  ArrowStream arrow;
  const char* const options[] = {"INCLUDE_FID=NO", "MAX_FEATURES_IN_BATCH=32768", nullptr};
  if (!reading.layer.GetArrowStream(arrow.stream.get(), options) || arrow.stream->get_schema(arrow.stream.get(), arrow.schema.get()) != 0) return false;
  const auto columns = columnsOf(*arrow.schema, reading);
  if (!columns) return false;
  for (;;) {
    ArrowArray batch{};
    const int code = arrow.stream->get_next(arrow.stream.get(), &batch);
    if (code != 0 || words.hasFailure()) {
      if (batch.release) batch.release(&batch);
      return databaseError(words.text(), reading.path, reading.table.name);
    }
    if (!batch.release) return true;
    addBatch(reading.table, *columns, *arrow.schema, batch);
    batch.release(&batch);
    if (const auto going = reading.report(reading.table.rowCount()); !going) return fail(going);
  }
}

geo::Result<void> readFeatures(const Reading& reading) {
  const OGRFeatureDefn& definition = *reading.layer.GetLayerDefn();
  std::vector<std::pair<int, OGRFieldType>> from;
  for (const Field& field : reading.table.fields) {
    const int index = definition.GetFieldIndex(field.name.c_str());
    from.emplace_back(index, definition.GetFieldDefn(index)->GetType());
  }
  reading.layer.ResetReading();
  std::size_t row = 0;
  for (const auto& feature : reading.layer) {
    if (row++ % kReportEvery == 0) {
      if (const auto going = reading.report(row); !going) return going;
    }
    for (std::size_t f = 0; f < from.size(); ++f) reading.table.columns[f].push_back(valueOf(*feature, from[f].first, from[f].second));
    if (reading.hasGeometry()) reading.table.geometries.push_back(geometryOf(feature->GetGeometryRef()));
  }
  reading.layer.ResetReading();
  return {};
}

}  // namespace

Value valueOf(const OGRFeature& feature, int field, OGRFieldType type) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  switch (type) {
    case OFTInteger: return std::int64_t{feature.GetFieldAsInteger(field)};
    case OFTInteger64: return std::int64_t{feature.GetFieldAsInteger64(field)};
    case OFTReal: return feature.GetFieldAsDouble(field);
    default: return std::string(feature.GetFieldAsString(field));
  }
}

geo::Result<FeatureTable> Database::read(const TableSchema& schema, const std::vector<Field>& extraFields, geo::Progress& progress) const {
  const GdalWords words;
  OGRLayer* layer = m_state->dataset->GetLayerByName(schema.name.c_str());
  if (!layer) return fail(ErrorCode::NotFound, "the project has no table " + schema.name, "open it for writing once, so that it is brought up to date", {.file = m_state->path, .layer = schema.name});
  const OGRFeatureDefn& definition = *layer->GetLayerDefn();
  FeatureTable table{.name = schema.name, .geometry = layer->GetGeomType() == wkbNone ? GeometryKind::None : schema.geometry};
  const auto take = [&](const Field& field) {
    if (definition.GetFieldIndex(field.name.c_str()) >= 0) table.fields.push_back(field);
  };
  take({"uid", FieldType::Text, "标识", "identifier", "", ""});
  for (const auto& field : schema.fields) take(field);
  for (const auto& field : extraFields) take(field);
  table.columns.resize(table.fields.size());
  const auto count = static_cast<std::size_t>(std::max<GIntBig>(0, layer->GetFeatureCount()));
  // The count is only believed as far as it saves moving rows: a damaged file may claim any number.
  constexpr std::size_t kMostReserved = 4'000'000;
  for (auto& column : table.columns) column.reserve(std::min(count, kMostReserved));
  const Reading reading{*layer, table, m_state->path, count, progress};
  if (reading.hasGeometry()) table.geometries.reserve(std::min(count, kMostReserved));
  const FieldScope onlyThese(*layer, table.fields);
  geo::Result<bool> isRead = false;
  if (layer->GetAttrQueryString() == nullptr) {   // the keys are counted by reading all of them: not again for each part
    const auto keys = keysOf(schema.name);
    if (!keys) return fail(keys);
    if (hasSteadyKeys(*keys)) isRead = readColumns(reading, words);
  }
  if (!isRead) return fail(isRead);
  if (!*isRead) {
    if (const auto done = readFeatures(reading); !done) return fail(done);
  }
  if (words.hasFailure()) return databaseError(words.text(), m_state->path, schema.name);
  return table;
}

geo::Result<Database::Keys> Database::keysOf(const std::string& table) const {
  const OGRLayer* layer = m_state->dataset->GetLayerByName(table.c_str());
  if (!layer) return fail(ErrorCode::NotFound, "the project has no table " + table, "open it for writing once, so that it is brought up to date", {.file = m_state->path, .layer = table});
  const std::string key = quoted(const_cast<OGRLayer*>(layer)->GetFIDColumn());
  const auto rows = query("SELECT min(" + key + ") AS a, max(" + key + ") AS b, count(*) AS c FROM " + quoted(table));
  if (!rows) return fail(rows);
  if (rows->empty() || toInteger(rows->front()[2]).value_or(0) <= 0) return Keys{};
  return Keys{toInteger(rows->front()[0]).value_or(0), toInteger(rows->front()[1]).value_or(-1), static_cast<std::size_t>(*toInteger(rows->front()[2]))};
}

geo::Result<FeatureTable> Database::readRange(const TableSchema& schema, const Keys& range, geo::Progress& progress) const {
  OGRLayer* layer = m_state->dataset->GetLayerByName(schema.name.c_str());
  if (!layer) return read(schema, {}, progress);
  const std::string filter = quoted(layer->GetFIDColumn()) + " BETWEEN " + std::to_string(range.first) + " AND " + std::to_string(range.last);
  layer->SetAttributeFilter(filter.c_str());
  auto table = read(schema, {}, progress);
  layer->SetAttributeFilter(nullptr);
  return table;
}

}  // namespace pianqu::layers
