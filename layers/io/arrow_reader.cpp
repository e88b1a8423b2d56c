#include "layers/io/arrow_reader.hpp"

#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>

#include "layers/io/arrow_values.hpp"
#include "layers/io/gdal_words.hpp"
#include "layers/io/ogr_geometry.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

bool isSimple(const OGRLayer& source) {
  const auto* definition = const_cast<OGRLayer&>(source).GetLayerDefn();
  if (definition->GetGeomFieldCount() != 1) return false;
  for (int f = 0; f < definition->GetFieldCount(); ++f) {
    const auto type = definition->GetFieldDefn(f)->GetType();
    if (type != OFTInteger && type != OFTInteger64 && type != OFTReal && type != OFTString) return false;
  }
  return true;
}

/// A heading with nothing below it is not known.
Value cellAt(const ArrowArray& array, char format, std::int64_t row) {
  Value value = arrowValue(array, format, row);
  if (const auto* text = std::get_if<std::string>(&value); text && text->empty()) return {};
  return value;
}

void addGeometry(RawLayer& layer, std::string_view wkb, const ReadLimits& limits) {
  OGRGeometry* raw = nullptr;
  TakenGeometry taken;
  if (!wkb.empty()) {
    const bool isRead = OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &raw, wkb.size()) == OGRERR_NONE;
    const std::unique_ptr<OGRGeometry> geometry(raw);
    taken = isRead ? takeGeometry(geometry.get(), limits) : TakenGeometry{{}, "the geometry is damaged"};
  }
  layer.geometries.push_back(std::move(taken.geometry));
  layer.geometryFaults.push_back(std::move(taken.fault));
}

void addBatch(RawLayer& layer, const ArrowSchema& schema, const ArrowArray& batch, const ReadLimits& limits) {
  std::size_t column = 0;
  for (std::int64_t c = 0; c < batch.n_children; ++c) {
    const ArrowArray& array = *batch.children[c];
    const char format = schema.children[c]->format[0];
    if (format == 'z' || format == 'Z') {
      for (std::int64_t row = 0; row < batch.length; ++row) addGeometry(layer, arrowBytes(array, format, row), limits);
    } else {
      for (std::int64_t row = 0; row < batch.length; ++row) layer.columns[column].push_back(cellAt(array, format, row));
      ++column;
    }
  }
  for (std::int64_t row = 0; row < batch.length; ++row) layer.rowNames.push_back(std::to_string(layer.rowNames.size() + 1));
}

}  // namespace

geo::Result<std::optional<RawLayer>> readColumnar(OGRLayer& source, const ReadLimits& limits, geo::Progress& progress) {
  if (!source.TestCapability(OLCFastGetArrowStream) || !isSimple(source)) return std::nullopt;
  GdalWords words;
  ArrowStream arrow;
  const char* const options[] = {"INCLUDE_FID=NO", "MAX_FEATURES_IN_BATCH=32768", nullptr};
  if (!source.GetArrowStream(arrow.stream.get(), options) || arrow.stream->get_schema(arrow.stream.get(), arrow.schema.get()) != 0) return std::nullopt;
  RawLayer layer;
  layer.name = source.GetName();
  if (const auto* srs = source.GetSpatialRef()) layer.crsText = crsTextOf(*srs);
  int geometryColumns = 0;
  for (std::int64_t c = 0; c < arrow.schema->n_children; ++c) {
    const char format = arrow.schema->children[c]->format[0];
    if (format == 'z' || format == 'Z') ++geometryColumns;
    else if (isArrowValue(arrow.schema->children[c]->format)) layer.headings.push_back(arrow.schema->children[c]->name);
    else return std::nullopt;
  }
  if (geometryColumns != 1) return std::nullopt;
  layer.columns.resize(layer.headings.size());
  const auto claimed = static_cast<double>(std::max<GIntBig>(1, source.GetFeatureCount(FALSE)));
  for (;;) {
    ArrowArray batch{};
    const int code = arrow.stream->get_next(arrow.stream.get(), &batch);
    if (code != 0) return fail(ErrorCode::Unreadable, "the layer breaks off after row " + std::to_string(layer.rowCount()) + ": " + words.text(), "export it again", {.layer = layer.name});
    if (!batch.release) break;
    addBatch(layer, *arrow.schema, batch, limits);
    batch.release(&batch);
    if (layer.rowCount() > limits.rows) return fail(ErrorCode::Unsupported, "the layer has more than " + std::to_string(limits.rows) + " rows", "import it in parts", {.layer = layer.name});
    progress.report(std::min(1.0, static_cast<double>(layer.rowCount()) / claimed), "reading");
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "cancelled while reading");
  }
  if (words.hasFailure()) return fail(ErrorCode::Unreadable, "the layer breaks off after row " + std::to_string(layer.rowCount()) + ": " + words.text(), "export it again", {.layer = layer.name});
  return layer;
}

}  // namespace pianqu::layers
