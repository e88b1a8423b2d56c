#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>

#include "layers/io/dataset.hpp"

namespace pianqu::layers {

void startGdal() {
  GDALAllRegister();
  // What GDAL says outside a reader or writer of ours belongs to nobody; it must not land among a command's results.
  CPLSetErrorHandler(CPLQuietErrorHandler);
  GDALSetCacheMax64(GIntBig{256} << 20);
  // Nothing is fetched over a network, and no file may be rewritten because it was read.
  CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE");
  CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
  CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
}

}  // namespace pianqu::layers
