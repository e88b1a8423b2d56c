#include <cmath>
#include <unordered_map>

#include "layers/sample/delivery.hpp"

namespace pianqu::layers {
namespace {

constexpr FieldType kText = FieldType::Text;
constexpr FieldType kInteger = FieldType::Integer;
constexpr FieldType kReal = FieldType::Real;

/// The section as survey tables write it: "300", or "400×200" for boxes.
std::string sectionOf(const Pipe& pipe) {
  if (pipe.diameterMm) return std::to_string(std::lround(*pipe.diameterMm));
  if (!pipe.widthMm || !pipe.heightMm) return "";
  return std::to_string(std::lround(*pipe.widthMm)) + "×" + std::to_string(std::lround(*pipe.heightMm));
}

/// Eight-digit feature code of a drainage point; empty for what has none in the table.  source CJJ 61-2017 appendix (N14)
std::string featureCode(const PipeNode& node) {
  const std::string stem = node.subclass == "YS" ? "5201" : node.subclass == "WS" ? "5202" : node.subclass == "HS" ? "5203" : "";
  if (stem.empty()) return "";
  if (node.attachment == "雨水箅") return stem + "2204";
  if (node.attachment == "检查井") return stem + "2205";
  if (node.attachment == "化粪池") return stem + "2215";
  return "";
}

double millimetres(double metres) { return std::round(metres * 1000) / 1000; }

template <class T>
std::vector<T> ofClass(const std::vector<T>& all, const std::string& pipeClass) {
  std::vector<T> some;
  for (const auto& item : all) if (item.pipeClass == pipeClass) some.push_back(item);
  return some;
}

}  // namespace

std::vector<FeatureTable> pipeTables(const SampleCity& sample, const std::string& pipeClass, const std::string& name) {
  using N = PipeNode;
  using P = Pipe;
  std::unordered_map<Uid, std::string> codes, lost;
  const auto nodes = ofClass(sample.city.pipeNodes, pipeClass);
  for (const auto& node : nodes) codes.emplace(node.uid, node.code);
  for (const auto& point : sample.lostPoints) lost.emplace(point.pipeUid, point.code);
  auto end = [&](const P& pipe, const Uid& uid) -> Value {
    if (!uid.empty()) return cell(codes.at(uid));
    return cell(lost.at(pipe.uid));
  };
  std::vector<FeatureTable> tables;
  tables.push_back(tableOf<N>(name + "管点", GeometryKind::None, nodes,
                              {{"物探点号", kText, [](const N& n) { return cell(n.code); }}, {"管类", kText, [](const N& n) { return cell(n.pipeClass); }},
                               {"小类", kText, [](const N& n) { return cell(n.subclass); }}, {"特征", kText, [](const N& n) { return cell(n.feature); }},
                               {"附属物", kText, [](const N& n) { return cell(n.attachment); }}, {"X", kReal, [](const N& n) { return Value{millimetres(n.point.y)}; }},
                               {"Y", kReal, [](const N& n) { return Value{millimetres(n.point.x)}; }}, {"地面高程", kReal, [](const N& n) { return cell(n.groundZ); }},
                               {"管底高程", kReal, [](const N& n) { return cell(n.invertZ); }}, {"点编码", kText, [](const N& n) { return cell(featureCode(n)); }}}));
  tables.push_back(tableOf<P>(name + "管线", GeometryKind::None, ofClass(sample.city.pipes, pipeClass),
                              {{"起始点号", kText, [&](const P& p) { return end(p, p.fromUid); }}, {"终止点号", kText, [&](const P& p) { return end(p, p.toUid); }},
                               {"管类", kText, [](const P& p) { return cell(p.pipeClass); }}, {"小类", kText, [](const P& p) { return cell(p.subclass); }},
                               {"起点埋深", kReal, [](const P& p) { return cell(p.fromDepth); }}, {"终点埋深", kReal, [](const P& p) { return cell(p.toDepth); }},
                               {"起点高程", kReal, [](const P& p) { return cell(p.fromInvert); }}, {"终点高程", kReal, [](const P& p) { return cell(p.toInvert); }},
                               {"埋设方式", kText, [](const P& p) { return cell(p.laying); }}, {"材质", kText, [](const P& p) { return cell(p.material); }},
                               {"管径", kText, [](const P& p) { return cell(sectionOf(p)); }}, {"管理单位", kText, [](const P& p) { return cell(p.owner); }},
                               {"建设年代", kInteger, [](const P& p) { return cell(p.year); }}, {"使用状态", kText, [](const P& p) { return cell(p.status); }},
                               {"流向", kInteger, [](const P& p) { return cell(p.flow); }}}));
  return tables;
}

}  // namespace pianqu::layers
