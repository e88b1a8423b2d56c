#pragma once

#include <string>
#include <string_view>

#include "geo/base/result.hpp"
#include "layers/io/text_encoding.hpp"

namespace pianqu::layers {

/// Encoding of an ASCII DXF from its bytes. From AC1021 (R2007) on text is UTF-8 whatever $DWGCODEPAGE says; before, the code page is a hint.
/// errors    Undecided as judgeEncoding; Unreadable: no entity can be in it (not DXF, or cut off before ENTITIES ends)
/// source    [ezdxf] on $DWGCODEPAGE; proved on files of R2007 and later
geo::Result<EncodingProof> judgeDxf(std::string_view bytes, const std::string& path);

/// Metres a unit of the drawing by $INSUNITS where that is the millimetre or the centimetre; 1 for everything else. Many drawings in metres
/// say millimetre, the default of the program: believe it only where the numbers do too.
double unitOfDxf(std::string_view bytes);

/// "\U+6C61\U+6C34" -> 污水, "\M+5CEDB" -> the GBK pair, "%%d" -> °. What is not an escape stays.
std::string unescapeDxf(const std::string& text);

}  // namespace pianqu::layers
