#include "layers/sample/names.hpp"

#include <array>
#include <iterator>

namespace pianqu::layers {
namespace {

template <std::size_t N>
const char* pick(const std::array<const char*, N>& list, geo::Random& random) {
  return list[static_cast<std::size_t>(random.integer(0, static_cast<int>(N) - 1))];
}

constexpr std::array kVertical{"人民路", "云梅大道", "建设路", "青年路", "民主路", "公园路", "车站路", "玉湖大道", "文昌路", "振兴路"};
constexpr std::array kHorizontal{"正街", "解放路", "梅园路", "江北大道", "祥云路", "胜利路", "新华路", "工业大道", "兴业路", "环城北路"};
constexpr std::array kFirst{"梅", "云", "祥", "玉", "文", "永", "兴", "广", "南", "北", "东", "西", "中", "青", "石", "龙", "凤", "柳", "竹", "松",
                            "莲", "桂", "泉", "福", "安", "和", "民", "新", "长", "太", "金", "银", "花", "春", "明", "仁"};
constexpr std::array kSecond{"园", "湖", "昌", "宁", "济", "山", "塘", "桥", "港", "坊", "盛", "康", "平", "华", "林", "溪", "泽", "岭", "门", "屏",
                             "井", "台", "阳", "洲", "堤", "渡", "源", "乐", "顺", "秀", "畈", "咀"};
constexpr std::array kLaneFirst{"酱园", "棉花", "铁匠", "油榨", "染坊", "米市", "盐仓", "鼓楼", "城隍", "文庙", "水巷", "码头", "竹器", "豆腐", "柴市", "牌坊",
                                "当铺", "裁缝", "粮行", "草鞋", "书院", "皮坊", "瓦屋", "石板"};
constexpr std::array kStreets{"梅园", "玉屏", "城东", "江北", "永宁", "文昌", "柳塘", "松山", "太白", "青林", "官桥", "云台", "双桥", "竹岭", "石泉", "凤山",
                              "南湖", "新港", "长岭", "石桥"};
constexpr std::array kGivenOld{"酱品厂小区", "江海小区", "棉花商城小区", "梅园小区", "祥云小区", "原市委宿舍"};
constexpr std::array kUnits{"农机厂",   "化肥厂",   "水泥厂",   "棉纺厂",   "丝织厂",   "造船厂",   "制药厂",   "玻璃厂",   "五金厂",   "印刷厂",   "食品厂",
                            "酒厂",     "面粉厂",   "轧花厂",   "轴承厂",   "电机厂",   "建材厂",   "皮革厂",   "粮食局",   "供销社",   "物资局",   "商业局",
                            "财政局",   "税务局",   "水利局",   "教育局",   "卫生局",   "交通局",   "邮电局",   "供电局",   "农业局",   "林业局",   "公路段",
                            "航运公司", "百货公司", "五交化公司", "建筑公司", "自来水公司", "外贸公司", "石油公司", "汽运公司", "人民医院", "中医院",   "实验小学",
                            "第一中学", "师范学校", "农业银行", "建设银行", "工商银行", "新华书店", "电影公司", "广播局",   "档案局",   "城建局",   "乡镇企业局"};
constexpr std::array kNewTail{"花园", "名城", "家园", "新城", "华府", "雅苑", "国际", "首府", "御景", "公馆"};
constexpr std::array kOldTail{"小区", "新村", "里", "苑", "住宅楼", "小区"};

}  // namespace

std::string RoadNames::unique(std::string name) {
  static constexpr std::array<const char*, 10> kOrder{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const int before = m_used[name]++;
  if (before == 0) return name;
  std::string stem = name, tail;
  for (const char* end : {"大道", "路", "街", "巷"}) {
    const std::string suffix = end;
    if (name.size() > suffix.size() && name.ends_with(suffix)) { stem = name.substr(0, name.size() - suffix.size()); tail = suffix; break; }
  }
  return stem + (before < 10 ? std::string(kOrder[static_cast<std::size_t>(before)]) : std::to_string(before + 1)) + tail;
}

std::string RoadNames::mainRoad(bool isVertical) {
  const int number = m_main[isVertical ? 0 : 1]++;
  const auto& list = isVertical ? kVertical : kHorizontal;
  if (number < static_cast<int>(list.size())) return unique(list[static_cast<std::size_t>(number)]);
  return unique(std::string(pick(kFirst, m_random)) + pick(kSecond, m_random) + "大道");
}

std::string RoadNames::road() { return unique(std::string(pick(kFirst, m_random)) + pick(kSecond, m_random) + (m_random.chance(0.75) ? "路" : "街")); }

std::string RoadNames::lane() {
  const std::string stem = m_random.chance(0.35) ? std::string(pick(kLaneFirst, m_random)) : std::string(pick(kFirst, m_random)) + pick(kSecond, m_random);
  return unique(stem + "巷");
}

std::string PlaceNames::street(int number) {
  const auto n = static_cast<std::size_t>(number);
  const std::string stem = kStreets[n % kStreets.size()];
  return (n < kStreets.size() ? stem : stem + std::to_string(n / kStreets.size() + 1)) + "街道";
}

std::string PlaceNames::community() {
  for (int attempt = 0;; ++attempt) {
    std::string name = std::string(pick(kFirst, m_random)) + pick(kSecond, m_random);
    if (attempt > 30) name += pick(kSecond, m_random);
    if (m_communities.insert(name).second) return name + "社区";
  }
}

std::string PlaceNames::estate(const std::string& community, bool isNew, std::string& owner) {
  owner.clear();
  if (!isNew && m_given < static_cast<int>(kGivenOld.size())) {
    const std::string name = kGivenOld[static_cast<std::size_t>(m_given++)];
    if (name == "酱品厂小区") owner = "云梅市酱品厂";
    if (name == "原市委宿舍") owner = "云梅市委机关";
    m_estates.insert(community + name);
    return name;
  }
  for (int attempt = 0;; ++attempt) {
    std::string name, unit;
    if (isNew) {
      name = std::string(pick(kFirst, m_random)) + pick(kSecond, m_random) + pick(kNewTail, m_random);
    } else if (m_random.chance(0.58)) {
      unit = pick(kUnits, m_random);
      const double r = m_random.uniform();
      name = (r < 0.12 ? "原" : "") + unit + (r < 0.62 ? "宿舍" : r < 0.8 ? "小区" : "家属院");
    } else {
      name = std::string(pick(kFirst, m_random)) + pick(kSecond, m_random) + pick(kOldTail, m_random);
    }
    if (attempt > 20) name += std::to_string(attempt - 19) + "期";
    if (!m_estates.insert(community + name).second) continue;
    if (!unit.empty()) owner = "云梅市" + unit;
    return name;
  }
}

}  // namespace pianqu::layers
