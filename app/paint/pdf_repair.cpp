#include "app/paint/pdf_repair.hpp"

#include <cmath>
#include <exception>
#include <memory>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "app/paint/pdf_marks.hpp"

namespace pianqu::app {
namespace {

using geo::fail;
using layers::MapFrame;

constexpr double kPointsPerMm = 72 / 25.4;

std::string streamText(QPDFObjectHandle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

geo::Result<void> repairMaps(QPDF& pdf, const UnifiedIdeographs& unified) {
  for (QPDFObjectHandle object : pdf.getAllObjects()) {
    if (!object.isDictionary() || !object.hasKey("/ToUnicode")) continue;
    QPDFObjectHandle map = object.getKey("/ToUnicode");
    if (!map.isStream()) continue;
    const auto repaired = repairToUnicode(streamText(map), unified);
    if (!repaired) return fail(repaired);
    map.replaceStreamData(*repaired, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
  }
  return {};
}

/// The layers of all pages by name, so that one switch serves the whole book.
class PdfLayers {
 public:
  explicit PdfLayers(QPDF& pdf) : m_pdf(pdf) {}

  QPDFObjectHandle find(const std::string& name) {
    const auto it = m_groups.find(name);
    if (it != m_groups.end()) return it->second;
    auto group = QPDFObjectHandle::newDictionary();
    group.replaceKey("/Type", QPDFObjectHandle::newName("/OCG"));
    group.replaceKey("/Name", QPDFObjectHandle::newUnicodeString(name));
    auto reference = m_pdf.makeIndirectObject(group);
    m_groups.emplace(name, reference);
    m_order.push_back(reference);
    return reference;
  }
  void addToCatalogue() {
    auto properties = QPDFObjectHandle::newDictionary(), view = QPDFObjectHandle::newDictionary();
    view.replaceKey("/Order", QPDFObjectHandle::newArray(m_order));
    view.replaceKey("/ON", QPDFObjectHandle::newArray(m_order));
    properties.replaceKey("/OCGs", QPDFObjectHandle::newArray(m_order));
    properties.replaceKey("/D", view);
    m_pdf.getRoot().replaceKey("/OCProperties", properties);
  }

 private:
  QPDF& m_pdf;
  std::map<std::string, QPDFObjectHandle> m_groups;
  std::vector<QPDFObjectHandle> m_order;
};

void addLayers(QPDF& pdf, QPDFPageObjectHelper& page, const layers::Picture& picture, PdfLayers& pdfLayers) {
  QPDFObjectHandle object = page.getObjectHandle();
  page.coalesceContentStreams();
  const std::string content = streamText(object.getKey("/Contents"));
  QPDFObjectHandle resources = object.getKey("/Resources");
  if (!resources.isDictionary()) return;
  auto names = QPDFObjectHandle::newDictionary();
  for (std::size_t i = 0; i < picture.groups.size(); ++i) names.replaceKey("/Layer" + std::to_string(i), pdfLayers.find(picture.groups[i].name));
  auto bracketed = bracketGroups(content, picture);
  if (bracketed) resources.replaceKey("/Properties", names);   // without marks the page stays whole, without layers
  object.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, bracketed ? *bracketed : content));
}

QPDFObjectHandle numbers(const std::vector<double>& values) {
  auto array = QPDFObjectHandle::newArray();
  for (const double value : values) array.appendItem(QPDFObjectHandle::newReal(value, 9, true));
  return array;
}

/// Geospatial viewport of one map. source: ISO 32000-2 12.10
geo::Result<QPDFObjectHandle> viewportOf(QPDF& pdf, const MapFrame& frame, double pageHeightMm, const geo::Crs& crs) {
  const geo::Box ground = frame.ground(), paper = frame.paper();
  const std::vector<geo::XY> corners{{ground.minX, ground.minY}, {ground.minX, ground.maxY}, {ground.maxX, ground.maxY}, {ground.maxX, ground.minY}};
  std::vector<double> geographic;
  for (const geo::XY corner : corners) {
    const auto place = geo::toLonLat(crs, corner);
    if (!place) return fail(place);
    geographic.push_back(place->lat);   // GPTS is latitude first
    geographic.push_back(place->lon);
  }
  auto system = QPDFObjectHandle::newDictionary();
  system.replaceKey("/Type", QPDFObjectHandle::newName("/PROJCS"));
  const std::string& authority = crs.authority();
  if (authority.starts_with("EPSG:")) system.replaceKey("/EPSG", QPDFObjectHandle::newInteger(std::stoll(authority.substr(5))));
  system.replaceKey("/WKT", QPDFObjectHandle::newString(crs.toWkt2()));
  auto measure = QPDFObjectHandle::newDictionary();
  measure.replaceKey("/Type", QPDFObjectHandle::newName("/Measure"));
  measure.replaceKey("/Subtype", QPDFObjectHandle::newName("/GEO"));
  measure.replaceKey("/Bounds", numbers({0, 0, 0, 1, 1, 1, 1, 0}));
  measure.replaceKey("/GPTS", numbers(geographic));
  measure.replaceKey("/LPTS", numbers({0, 0, 0, 1, 1, 1, 1, 0}));
  measure.replaceKey("/GCS", pdf.makeIndirectObject(system));
  auto viewport = QPDFObjectHandle::newDictionary();
  viewport.replaceKey("/Type", QPDFObjectHandle::newName("/Viewport"));
  viewport.replaceKey("/Name", QPDFObjectHandle::newString("map"));
  viewport.replaceKey("/BBox", numbers({paper.minX * kPointsPerMm, (pageHeightMm - paper.maxY) * kPointsPerMm, paper.maxX * kPointsPerMm, (pageHeightMm - paper.minY) * kPointsPerMm}));
  viewport.replaceKey("/Measure", pdf.makeIndirectObject(measure));
  return viewport;
}

geo::Result<void> addGeoreference(QPDF& pdf, QPDFPageObjectHelper& page, const layers::Picture& picture, const geo::Crs& crs) {
  auto viewports = QPDFObjectHandle::newArray();
  for (const MapFrame& frame : picture.maps) {
    auto viewport = viewportOf(pdf, frame, picture.heightMm, crs);
    if (!viewport) return fail(viewport);
    viewports.appendItem(*viewport);
  }
  if (!picture.maps.empty()) page.getObjectHandle().replaceKey("/VP", viewports);
  return {};
}

/// Dates from the sheet in place of the clock; the metadata stream repeats the clock and a random identifier, so it goes.
void fixDates(QPDF& pdf, const std::string& date) {
  std::string digits;
  for (const char c : date) if (c >= '0' && c <= '9') digits += c;
  digits.resize(8, '0');
  QPDFObjectHandle information = pdf.getTrailer().getKey("/Info");
  if (information.isDictionary()) {
    for (const char* key : {"/CreationDate", "/ModDate"}) {
      if (information.hasKey(key) && !date.empty()) information.replaceKey(key, QPDFObjectHandle::newString("D:" + digits + "000000Z"));
    }
  }
  pdf.getRoot().removeKey("/Metadata");
  pdf.getTrailer().removeKey("/ID");   // random; the writer makes one from the content
}

std::string bytesOf(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setMinimumPDFVersion("1.7", 3);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setCompressStreams(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

geo::Result<std::string> finish(const std::string& raw, const std::vector<layers::Picture>& pictures, const PrintOptions& options, const UnifiedIdeographs& unified) {
  QPDF pdf;
  pdf.processMemoryFile("sheet", raw.data(), raw.size());
  if (auto repaired = repairMaps(pdf, unified); !repaired) return fail(repaired);
  PdfLayers pdfLayers(pdf);
  auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (std::size_t i = 0; i < pages.size() && i < pictures.size(); ++i) {
    addLayers(pdf, pages[i], pictures[i], pdfLayers);
    if (!options.crs) continue;
    if (auto placed = addGeoreference(pdf, pages[i], pictures[i], *options.crs); !placed) return fail(placed);
  }
  pdfLayers.addToCatalogue();
  fixDates(pdf, options.date);
  return bytesOf(pdf);
}

}  // namespace

geo::XY markOfGroup(std::size_t i) { return {-3000.0 - 4.0 * static_cast<double>(i), -3000.0}; }

geo::Result<std::string> finishPdf(const std::string& pdf, const std::vector<layers::Picture>& pictures, const PrintOptions& options, const UnifiedIdeographs& unified) {
  try {
    return finish(pdf, pictures, options, unified);
  } catch (const std::exception& error) {
    return fail(geo::ErrorCode::Internal, std::string("the PDF cannot be finished: ") + error.what());
  }
}

}  // namespace pianqu::app
