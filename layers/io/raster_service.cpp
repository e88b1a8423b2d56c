#include "layers/io/raster_service.hpp"

#include <algorithm>
#include <cctype>

namespace pianqu::layers {
namespace {

constexpr int kFinestTileZoom = 20;

enum class Service { None, Xyz, Cog, Named, Wms, Wmts };

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

Service serviceOf(std::string_view address) {
  if (address.starts_with("WMTS:") || address.starts_with("WMS:")) return Service::Named;
  if (!address.starts_with("http://") && !address.starts_with("https://")) return Service::None;
  if (has(address, "{z}") && has(address, "{x}") && (has(address, "{y}") || has(address, "{-y}"))) return Service::Xyz;
  std::string low(address);
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (has(low, "service=wmts") || has(low, "wmtscapabilities")) return Service::Wmts;
  if (has(low, "service=wms")) return Service::Wms;
  const std::string_view path = std::string_view(low).substr(0, low.find('?'));
  return path.ends_with(".tif") || path.ends_with(".tiff") ? Service::Cog : Service::None;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
}

/// GDAL's description of a pyramid of tiles: a data source that needs no connection to be opened.
std::string xyzDescription(std::string url, int timeoutSeconds) {
  const bool isFromSouth = has(url, "{-y}");
  replace(url, "&", "&amp;");
  replace(url, "<", "&lt;");
  replace(url, "{z}", "${z}");
  replace(url, "{x}", "${x}");
  replace(url, isFromSouth ? "{-y}" : "{y}", "${y}");
  return "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>" + url + "</ServerUrl></Service><DataWindow><UpperLeftX>-20037508.342789244</UpperLeftX><UpperLeftY>20037508.342789244</UpperLeftY>"
         "<LowerRightX>20037508.342789244</LowerRightX><LowerRightY>-20037508.342789244</LowerRightY><TileLevel>" + std::to_string(kFinestTileZoom) + "</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY>"
         "<YOrigin>" + (isFromSouth ? "bottom" : "top") + "</YOrigin></DataWindow><Projection>EPSG:3857</Projection><BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY><BandsCount>4</BandsCount>"
         "<MaxConnections>4</MaxConnections><Timeout>" + std::to_string(timeoutSeconds) + "</Timeout><ZeroBlockHttpCodes>204,404</ZeroBlockHttpCodes></GDAL_WMS>";
}

}  // namespace

bool isRasterService(std::string_view address) { return serviceOf(address) != Service::None; }

std::string gdalServiceOf(std::string_view address, int timeoutSeconds) {
  const std::string url(address);
  switch (serviceOf(address)) {
    case Service::Xyz: return xyzDescription(url, timeoutSeconds);
    case Service::Cog: return "/vsicurl/" + url;
    case Service::Wms: return "WMS:" + url;
    case Service::Wmts: return "WMTS:" + url;
    case Service::Named:
    case Service::None: break;
  }
  return url;
}

}  // namespace pianqu::layers
