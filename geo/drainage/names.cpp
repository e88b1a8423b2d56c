#include "geo/drainage/check.hpp"

namespace pianqu::geo {

namespace {

struct FaultName {
  std::string_view rule, name, zh;
};
constexpr std::array<FaultName, kFaultCount> kFaults{{
    {"M1", "sewage-into-storm", "污水管接入雨水"},
    {"M2", "storm-into-sewage", "雨水管接入污水"},
    {"M3", "remixed", "分流后又合流"},
    {"M4", "sewage-reaches-storm", "污水源排入雨水系统"},
    {"M5", "rain-reaches-sewage", "雨水源排入污水系统"},
    {"M6", "storm-combined-link", "雨水与合流连通"},
    {"M7", "reverse-slope", "倒坡"},
    {"M7", "diameter-decrease", "大管接小管"},
    {"M7", "dead-end", "断头"},
    {"M7", "cycle", "环流"},
    {"M7", "duplicate-node", "重复井点"},
    {"M7", "isolated-node", "孤立井点"},
    {"M7", "level-mismatch", "高程埋深不符"},
    {"HS", "combined-pipe", "合流管"},
    {"LG", "mixed-riser", "混接立管"},
    {"UN", "unknown", "资料不明"},
}};

constexpr std::array<std::string_view, kOutcomeCount> kOutcomes{"not-carried", "proven",   "misled",  "combined",
                                                               "separated",   "dead-end", "unknown", "unconnected"};
constexpr std::array<std::string_view, kOutcomeCount> kOutcomesZh{"不涉及", "已证明", "混接", "入合流", "分流至合流口", "断头", "不明", "未接管"};

}  // namespace

std::string_view ruleOf(Fault fault) { return kFaults[static_cast<std::size_t>(fault)].rule; }
std::string_view nameOf(Fault fault) { return kFaults[static_cast<std::size_t>(fault)].name; }
std::string_view zhOf(Fault fault) { return kFaults[static_cast<std::size_t>(fault)].zh; }

std::string_view nameOf(CheckState state) {
  switch (state) {
    case CheckState::Pass: return "pass";
    case CheckState::Fail: return "fail";
    case CheckState::Unknown: break;
  }
  return "unknown";
}

std::string_view nameOf(Outcome outcome) { return kOutcomes[static_cast<std::size_t>(outcome)]; }
std::string_view zhOf(Outcome outcome) { return kOutcomesZh[static_cast<std::size_t>(outcome)]; }

}  // namespace pianqu::geo
