#include "layers/io/kml_data.hpp"

#include <cpl_minixml.h>

#include <memory>
#include <string_view>
#include <utility>

#include "layers/io/gdal_words.hpp"

namespace pianqu::layers {
namespace {

struct Placemark {
  std::string folder, name;
  std::vector<std::pair<std::string, std::string>> data;
};

bool isElement(const CPLXMLNode* node, std::string_view name) { return node->eType == CXT_Element && name == node->pszValue; }

/// Text of the first child element `name`, or of an attribute of that name.
std::string textOf(const CPLXMLNode* node, const char* name) { return CPLGetXMLValue(node, name, ""); }

void addData(const CPLXMLNode* parent, Placemark& placemark) {
  for (const CPLXMLNode* child = parent->psChild; child; child = child->psNext) {
    if (isElement(child, "Data")) placemark.data.emplace_back(textOf(child, "name"), textOf(child, "value"));
    if (isElement(child, "SimpleData")) placemark.data.emplace_back(textOf(child, "name"), CPLGetXMLValue(child, nullptr, ""));
    if (isElement(child, "SchemaData")) addData(child, placemark);
  }
}

/// In the order of the file; the depth of folders is that of the parser, which refuses deeper ones.
void collect(const CPLXMLNode* parent, const std::string& folder, std::vector<Placemark>& found) {
  for (const CPLXMLNode* child = parent->psChild; child; child = child->psNext) {
    if (isElement(child, "Folder") || isElement(child, "Document")) {
      collect(child, textOf(child, "name"), found);
    } else if (isElement(child, "kml")) {
      collect(child, folder, found);
    } else if (isElement(child, "Placemark")) {
      Placemark placemark{folder, textOf(child, "name"), {}};
      for (const CPLXMLNode* part = child->psChild; part; part = part->psNext) {
        if (isElement(part, "ExtendedData")) addData(part, placemark);
      }
      found.push_back(std::move(placemark));
    }
  }
}

std::size_t columnNamed(RawLayer& layer, const std::string& heading) {
  if (const auto there = layer.columnOf(heading)) return *there;
  layer.headings.push_back(heading);
  layer.columns.emplace_back(layer.rowCount());
  return layer.columns.size() - 1;
}

void addTo(RawLayer& layer, const std::vector<Placemark>& placemarks) {
  const auto names = layer.columnOf("Name");
  std::size_t row = 0, lost = 0;
  for (const Placemark& placemark : placemarks) {
    if (placemark.folder != layer.name) continue;
    // Placemarks without a shape have no row.
    std::size_t at = row;
    while (at < layer.rowCount() && (!names || toText(layer.columns[*names][at]) != placemark.name)) ++at;
    if (at == layer.rowCount()) {
      lost += placemark.data.empty() ? 0 : 1;
      continue;
    }
    row = at + 1;
    for (const auto& [heading, text] : placemark.data) {
      if (!heading.empty() && !text.empty()) layer.columns[columnNamed(layer, heading)][at] = Value{text};
    }
  }
  if (lost == 0) return;
  layer.problems.push_back({geo::Severity::Warning, "kml-data-without-shape", std::to_string(lost) + " placemarks have attributes but no shape of their own; they were not read", {.layer = layer.name}});
}

}  // namespace

void addKmlData(const std::string& text, std::vector<RawLayer>& layers) {
  if (text.find("ExtendedData") == std::string::npos) return;
  GdalWords words;
  const std::unique_ptr<CPLXMLNode, void (*)(CPLXMLNode*)> root(CPLParseXMLString(text.c_str()), &CPLDestroyXMLNode);
  std::vector<Placemark> placemarks;
  if (root) {
    CPLStripXMLNamespace(root.get(), nullptr, TRUE);
    for (const CPLXMLNode* top = root.get(); top; top = top->psNext) {
      if (isElement(top, "kml")) collect(top, {}, placemarks);
    }
  }
  for (RawLayer& layer : layers) {
    if (root) addTo(layer, placemarks);
    else layer.problems.push_back({geo::Severity::Warning, "kml-data-not-read", "the attributes in ExtendedData could not be read: " + words.text(), {.layer = layer.name}});
  }
}

}  // namespace pianqu::layers
