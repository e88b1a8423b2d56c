#pragma once

#include <string>
#include <string_view>

/// Pictures that lie on a server. RasterTiles opens their addresses as it opens files.
namespace pianqu::layers {

/// Whether an address is one of pictures on a server: http(s)://…{z}…{x}…{y}… (XYZ; {-y} counts rows from the south), http(s)://….tif (COG),
/// "WMTS:<capabilities>[,layer=…]", "WMS:<getmap address>", or an http(s) address with service=wms or service=wmts in it.
bool isRasterService(std::string_view address);

/// The address as GDAL opens it. A server of tiles that does not answer is given up after `timeoutSeconds`.
/// in        isRasterService(address)
std::string gdalServiceOf(std::string_view address, int timeoutSeconds);

}  // namespace pianqu::layers
