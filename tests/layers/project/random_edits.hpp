#pragma once

#include <cstdlib>

#include "geo/base/random.hpp"
#include "tests/layers/project/project_world.hpp"

namespace pianqu::layers::test {

/// Some edit that fits the plan; may be one that apply() refuses.
inline Edit randomEdit(const City& city, const Plan& plan, int size, geo::Random& random) {
  const auto district = [&]() -> Uid { return plan.districts.empty() ? "PQ01" : plan.districts[static_cast<std::size_t>(random.integer(0, static_cast<int>(plan.districts.size()) - 1))].uid; };
  const auto unit = [&]() -> Member {
    const auto& b = city.buildings[static_cast<std::size_t>(random.integer(0, static_cast<int>(city.buildings.size()) - 1))];
    return b.estateUid.empty() ? Member{TargetKind::Building, b.uid, "并入", "手工"} : Member{TargetKind::Estate, b.estateUid, "并入", "手工"};
  };
  switch (random.integer(0, plan.districts.empty() ? 0 : 9)) {
    case 0:
    case 1: {
      const int column = random.integer(0, size - 2), row = random.integer(0, size - 2);
      auto shape = cells(column, row, random.integer(1, size - column), random.integer(1, size - row));
      // Off the grid now and then, so that lines cross at odd places.
      if (random.chance(0.5)) {
        const double skew = random.uniform(-9, 9);
        shape[0].outer[1].y += skew;
        shape[0].outer[2].x -= skew / 3;
      }
      return AddDistrict{{.shape = shape}};
    }
    case 2: return RemoveDistrict{district()};
    case 3: return RenameDistrict{district(), "片区" + std::to_string(random.integer(1, 99))};
    case 4: return PinDistrict{district(), random.chance(0.3)};
    case 5:
    case 6: return AssignMembers{random.chance(0.25) ? Uid{} : district(), {unit()}};
    case 7: {
      Measure m{.catalogueCode = "m" + std::to_string(random.integer(1, 3)), .targetKind = TargetKind::Building, .targetUid = unit().targetUid, .action = "修缮"};
      m.quantity = random.uniform(1, 50);
      m.quantityInside = m.quantity;
      return ReplaceMeasures{district(), "rule:test", {m}};
    }
    case 8: return ReplaceLiftStudies{district(), {{.entranceUid = uid("u", random.integer(0, size * size - 1)), .verdict = "可行", .shareByFloor = {{2, {random.integer(1, 9)}}}}}};
    default: return ReplaceParkingStudies{district(), {{.profile = "strict", .freeSpace = square(random.uniform(0, 9), 0, 5), .stalls = {square(0, 0, 2)[0], square(3, 0, 2)[0]}}}};
  }
}

inline std::uint64_t seedOfRun(std::uint64_t standard) {
  const char* set = std::getenv("PIANQU_SEED");
  return set ? std::strtoull(set, nullptr, 10) : standard;
}

}  // namespace pianqu::layers::test
