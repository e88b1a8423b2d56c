#include "layers/style/style_rules.hpp"

#include <algorithm>
#include <charconv>

namespace pianqu::layers {
namespace {

constexpr std::string_view kOutOfUse = "废弃";
constexpr std::string_view kDrainage[] = {"YS", "WS", "HS"};

std::optional<double> numberIn(std::string_view text) {
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string lastPart(const std::string& classification) {
  const std::size_t dot = classification.find('.');
  return dot == std::string::npos ? std::string{} : classification.substr(dot + 1);
}

/// What holds for the features that take `match`; the same as classValue in layers/scene/city_scene.cpp decides feature by feature.
std::vector<FieldEquals> conditionsOf(const std::string& field, const std::string& match) {
  if (field == "kind" || field == "drainage") {
    if (match == kOutOfUse) return {{"status", match}};
    if (field == "drainage") return {{"subclass", match}};
  }
  if (field == "attachment") {
    const std::size_t colon = match.find(':');
    if (colon == std::string::npos) return {{"attachment", match}};
    const std::string subclass = match.substr(0, colon), attachment = match.substr(colon + 1);
    if (attachment == "*") return {{"subclass", subclass}};
    return {{"subclass", subclass}, {"attachment", attachment}};
  }
  return {{field, match}};
}

std::vector<FieldEquals> pipeConditions(const std::string& match) {
  if (match == kOutOfUse) return {{"status", match}};
  if (std::find(std::begin(kDrainage), std::end(kDrainage), match) != std::end(kDrainage)) return {{"pipe_class", "PS"}, {"subclass", match}};
  return {{"pipe_class", match}};
}

bool isWithin(const std::vector<FieldEquals>& part, const std::vector<FieldEquals>& whole) {
  return std::all_of(part.begin(), part.end(), [&](const FieldEquals& each) { return std::find(whole.begin(), whole.end(), each) != whole.end(); });
}

bool wins(const StyleRule& one, const StyleRule& other) {
  if (one.kind != StyleRule::Kind::Equal || other.kind != StyleRule::Kind::Equal) return false;
  if (one.equals.size() > other.equals.size() && isWithin(other.equals, one.equals)) return true;
  return one.equals.front().field == "status" && other.equals.front().field != "status";
}

/// Pipes by class, and drains by what they carry: two fields. A person's own classes of them are called otherwise but look at the same.
bool isPipeKind(const ThemeLayer& layer, const std::string& field) { return layer.table == "pipe" && field == "kind"; }

StyleRule ruleOf(const ThemeLayer& layer, const std::string& field, const std::string& match) {
  StyleRule rule;
  rule.field = field;
  if (match == "*") return rule;
  if (match == "?") {
    rule.kind = StyleRule::Kind::Empty;
    if (isPipeKind(layer, field)) rule.field = "pipe_class";
    return rule;
  }
  if (const std::size_t dots = match.find(".."); dots != std::string::npos) {
    rule.kind = StyleRule::Kind::Range;
    rule.low = numberIn(std::string_view(match).substr(0, dots));
    rule.high = numberIn(std::string_view(match).substr(dots + 2));
    return rule;
  }
  rule.kind = StyleRule::Kind::Equal;
  rule.equals = isPipeKind(layer, field) ? pipeConditions(match) : conditionsOf(field, match);
  return rule;
}

}  // namespace

std::vector<StyleRule> rulesOf(const Theme& theme, const ThemeLayer& layer) {
  std::vector<StyleRule> rules;
  const std::string field = lastPart(layer.classification);
  for (const ClassRow& row : theme.classesOf(layer.classification)) {
    StyleRule rule = ruleOf(layer, field, row.match);
    rule.symbol = theme.find(row.symbol);
    rule.casing = theme.find(row.symbol + ".casing");
    if (rule.symbol) rules.push_back(std::move(rule));
  }
  for (std::size_t i = 0; i < rules.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) rules[i].isLowOpen = rules[i].isLowOpen || (rules[i].low && rules[j].high == rules[i].low);
  for (StyleRule& rule : rules)
    for (std::size_t i = 0; i < rules.size(); ++i)
      if (wins(rules[i], rule)) rule.yieldsTo.push_back(i);
  return rules;
}

std::string fieldOf(const ThemeLayer& layer) {
  static constexpr std::string_view kSeveral[] = {"pipe.kind", "pipe.drainage", "pipe_node.attachment"};
  const std::string field = lastPart(layer.classification);
  if (std::find(std::begin(kSeveral), std::end(kSeveral), layer.table + "." + field) != std::end(kSeveral)) return {};
  return field == "plain" || field == "store" ? std::string{} : field;
}

std::vector<std::vector<LabelPiece>> labelPartsOf(const std::string& pattern) {
  std::vector<std::vector<LabelPiece>> parts;
  for (std::size_t from = 0; from < pattern.size();) {
    const std::size_t to = std::min(pattern.find('/', from), pattern.size());
    std::vector<LabelPiece> pieces;
    for (std::size_t at = from; at < to;) {
      const std::size_t open = std::min(pattern.find('{', at), to);
      if (open > at) pieces.push_back({pattern.substr(at, open - at), false});
      const std::size_t close = open < to ? std::min(pattern.find('}', open), to) : to;
      if (open < to) pieces.push_back({pattern.substr(open + 1, close - open - 1), true});
      at = close < to ? close + 1 : to;
    }
    if (!pieces.empty()) parts.push_back(std::move(pieces));
    from = to + 1;
  }
  return parts;
}

std::string xmlEscaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      default: result += c;
    }
  }
  return result;
}

std::string numberText(double value) { return toText(Value{value}); }

}  // namespace pianqu::layers
