#include <array>
#include <charconv>
#include <cmath>

#include "layers/scene/picture.hpp"

namespace pianqu::layers {
namespace {

/// At most 3 decimals, no trailing zeros, no "-0".
std::string number(double value) {
  std::array<char, 40> text{};
  const double rounded = std::round(value * 1000) / 1000;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), rounded == 0 ? 0.0 : rounded, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out;
}

std::string paint(std::string_view name, const std::optional<Colour>& colour) {
  std::string text = " " + std::string(name) + "=\"" + (colour ? toHex({colour->r, colour->g, colour->b, 255}) : "none") + "\"";
  if (colour && colour->a != 255) text += " " + std::string(name) + "-opacity=\"" + number(colour->a / 255.0) + "\"";
  return text;
}

std::string toSvg(const PathItem& item) {
  std::string d;
  for (const auto& part : item.parts) {
    for (std::size_t i = 0; i < part.size(); ++i) d += (i ? "L" : "M") + number(part[i].x) + " " + number(part[i].y);
    if (item.isClosed) d += "Z";
  }
  std::string text = "<path d=\"" + d + "\"" + paint("fill", item.fill);
  if (item.pen) {
    text += paint("stroke", item.pen->colour) + " stroke-width=\"" + number(item.pen->widthMm) + "\"";
    std::string dashes;
    for (const double dash : item.pen->dashMm) dashes += (dashes.empty() ? "" : " ") + number(dash);
    if (!dashes.empty()) text += " stroke-dasharray=\"" + dashes + "\"";
  }
  return text + "/>\n";
}

std::string toSvg(const TextItem& item) {
  const char* anchor = item.align == Align::Left ? "start" : item.align == Align::Right ? "end" : "middle";
  std::string text = "<text font-size=\"" + number(item.sizeMm) + "\" text-anchor=\"" + anchor + "\"";
  // The baseline lies a third of the body below the middle of the letters.
  text += " transform=\"translate(" + number(item.at.x) + " " + number(item.at.y) + ")";
  if (item.angleDeg != 0) text += " rotate(" + number(-item.angleDeg) + ")";
  text += "\" y=\"" + number(item.sizeMm * 0.36) + "\"" + paint("fill", item.colour);
  if (item.isBold) text += " font-weight=\"bold\"";
  if (item.haloMm > 0) text += " stroke=\"#ffffff\" stroke-width=\"" + number(2 * item.haloMm) + "\" paint-order=\"stroke\" stroke-linejoin=\"round\"";
  return text + ">" + escaped(item.text) + "</text>\n";
}

}  // namespace

std::string toSvg(const Picture& picture) {
  std::string text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(picture.widthMm) + "mm\" height=\"" + number(picture.heightMm) + "mm\" viewBox=\"0 0 " +
                     number(picture.widthMm) + " " + number(picture.heightMm) + "\" font-family=\"Noto Sans CJK SC, sans-serif\" stroke-linejoin=\"round\">\n";
  if (!picture.title.empty()) text += "<title>" + escaped(picture.title) + "</title>\n";
  text += "<rect width=\"" + number(picture.widthMm) + "\" height=\"" + number(picture.heightMm) + "\" fill=\"#ffffff\"/>\n";
  std::size_t clips = 0;
  for (const auto& group : picture.groups) {
    if (group.items.empty()) continue;
    if (group.clip) {
      text += "<clipPath id=\"clip" + std::to_string(++clips) + "\"><rect x=\"" + number(group.clip->minX) + "\" y=\"" + number(group.clip->minY) + "\" width=\"" +
              number(group.clip->width()) + "\" height=\"" + number(group.clip->height()) + "\"/></clipPath>\n";
    }
    text += "<g" + (group.name.empty() ? std::string() : " id=\"" + escaped(group.name) + "\"");
    if (group.clip) text += " clip-path=\"url(#clip" + std::to_string(clips) + ")\"";
    text += ">\n";
    for (const auto& item : group.items) text += std::visit([](const auto& value) { return toSvg(value); }, item);
    text += "</g>\n";
  }
  return text + "</svg>\n";
}

}  // namespace pianqu::layers
