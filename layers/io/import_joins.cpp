#include <algorithm>
#include <set>

#include "geo/overlay/overlay.hpp"
#include "geo/shape/shape.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/io/import_parts.hpp"

namespace pianqu::layers {
namespace {

constexpr std::size_t kListed = 200;   ///< unmatched rows of the project that are named one by one

bool isInside(const std::vector<geo::XY>& ring, geo::XY p) {
  bool isIn = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    if ((ring[i].y > p.y) != (ring[j].y > p.y) && p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x) isIn = !isIn;
  }
  return isIn;
}

bool isInside(const geo::MultiPolygon<geo::XY>& polygons, geo::XY p) {
  return std::any_of(polygons.begin(), polygons.end(), [&](const auto& polygon) {
    return isInside(polygon.outer, p) && std::none_of(polygon.holes.begin(), polygon.holes.end(), [&](const auto& hole) { return isInside(hole, p); });
  });
}

/// Which of some areas holds a point; a grid of cells keeps it near O(1) a question.
class AreaFinder {
 public:
  void add(const Uid& uid, const geo::MultiPolygon<geo::XY>& shape) {
    const geo::Box box = geo::boxOf(geo::XYGeometry{geo::XYGeometry::Polygons{shape}});
    if (box.isEmpty()) return;
    m_areas.push_back({uid, &shape, box});
    if (box.width() > kLargeM || box.height() > kLargeM) { m_large.push_back(m_areas.size() - 1); return; }
    for (long cx = cell(box.minX); cx <= cell(box.maxX); ++cx) for (long cy = cell(box.minY); cy <= cell(box.maxY); ++cy) m_cells[{cx, cy}].push_back(m_areas.size() - 1);
  }
  std::vector<Uid> at(geo::XY p) const {
    std::vector<Uid> found;
    const auto look = [&](const std::vector<std::size_t>& areas) {
      for (const std::size_t i : areas) if (m_areas[i].box.contains(p) && isInside(*m_areas[i].shape, p)) found.push_back(m_areas[i].uid);
    };
    look(m_large);
    if (const auto it = m_cells.find({cell(p.x), cell(p.y)}); it != m_cells.end()) look(it->second);
    return found;
  }

 private:
  struct Area { Uid uid; const geo::MultiPolygon<geo::XY>* shape; geo::Box box; };
  static constexpr double kCellM = 500, kLargeM = 20'000;
  static long cell(double value) { return static_cast<long>(value / kCellM); }
  std::vector<Area> m_areas;
  std::vector<std::size_t> m_large;   ///< areas of more than kLargeM, which would fill too many cells
  std::map<std::pair<long, long>, std::vector<std::size_t>> m_cells;
};

/// Rows of the project by what a ledger may call them. An empty uid marks a key that several rows have.
struct Targets {
  std::map<std::string, Uid> byCode, byName;
  std::map<Uid, std::string> shownAs;
  AreaFinder areas;

  void add(const Uid& uid, const std::string& code, const std::string& name) {
    if (!code.empty() && !byCode.emplace(code, uid).second) byCode[code].clear();
    if (!name.empty() && !byName.emplace(name, uid).second) byName[name].clear();
    shownAs[uid] = name.empty() ? code : name;
  }
};

Targets targetsOf(const City& city, const std::string& kind) {
  Targets targets;
  if (kind == "estate") {
    for (const auto& estate : city.estates) {
      targets.add(estate.uid, estate.code, estate.name);
      targets.areas.add(estate.uid, estate.shape);
    }
  } else if (kind == "building") {
    std::map<Uid, std::string> estates;
    for (const auto& estate : city.estates) estates[estate.uid] = estate.name;
    for (const auto& building : city.buildings) targets.add(building.uid, building.code, building.number.empty() ? "" : estates[building.estateUid] + "/" + building.number);
  } else if (kind == "entrance") {
    for (const auto& entrance : city.entrances) targets.add(entrance.uid, entrance.code, {});
  }
  return targets;
}

struct Match {
  Uid uid;
  std::string fault;
};

Match matchOf(const Targets& targets, const std::string& kind, const RowReader& reader, std::size_t row, const geo::XYGeometry* point) {
  const std::string code = reader.text(row, "code");
  if (const auto it = targets.byCode.find(code); !code.empty() && it != targets.byCode.end() && !it->second.empty()) return {it->second, {}};
  const std::string name = kind == "building" ? reader.text(row, "@estate_name") + "/" + reader.text(row, "number") : reader.text(row, "name");
  if (const auto it = targets.byName.find(name); it != targets.byName.end()) {
    if (!it->second.empty()) return {it->second, {}};
    return {{}, "several rows of the project are called \"" + name + "\""};
  }
  if (const auto* p = point ? std::get_if<geo::XYGeometry::Points>(&point->value) : nullptr; p && !p->points.empty()) {
    const auto found = targets.areas.at(p->points.front());
    if (found.size() == 1) return {found.front(), {}};
    return {{}, found.empty() ? "the point lies in no " + kind + " of the project" : "the point lies in several of the project"};
  }
  return {{}, "the project has no " + kind + " with code \"" + code + "\" or name \"" + name + "\""};
}

const FeatureTable* tableOf(const std::vector<FeatureTable>& tables, const std::string& kind) {
  for (const auto& table : tables) if (table.name == kind) return &table;
  return nullptr;
}

City onlyKind(const City& city, const std::string& kind) {
  City only;
  if (kind == "estate") only.estates = city.estates;
  if (kind == "building") only.buildings = city.buildings;
  if (kind == "entrance") only.entrances = city.entrances;
  return only;
}

void listUnmatched(Build& build, const LayerReport& report, const Targets& targets, const std::set<Uid>& matched) {
  std::size_t missing = 0;
  for (const auto& [uid, name] : targets.shownAs) {
    if (matched.contains(uid) || ++missing > kListed) continue;
    build.remark(geo::Severity::Note, report, name.empty() ? uid : name, "not-in-ledger", "the " + report.kind + " of the project has no row in this table");
  }
  if (missing > kListed) build.remark(geo::Severity::Note, report, "", "not-in-ledger", std::to_string(missing - kListed) + " more of the project have no row in this table");
}

}  // namespace

bool isJoin(const Part& part) {
  const TableSchema& table = *findCityTable(part.kind);
  if (table.geometry == GeometryKind::None || part.kind == "pipe") return false;
  const bool hasShape = std::any_of(part.rows.geometries.begin(), part.rows.geometries.end(), [&](const auto& g) { return !g.isEmpty(); });
  const bool isEstatePoint = part.kind == "estate" && std::any_of(part.rows.geometries.begin(), part.rows.geometries.end(), [](const auto& g) { return g.value.index() == 1; }) &&
                             std::none_of(part.rows.geometries.begin(), part.rows.geometries.end(), [](const auto& g) { return g.value.index() > 1; });
  return isEstatePoint || (!hasShape && part.rows.geometries.empty() && (part.kind == "estate" || part.kind == "building" || part.kind == "entrance"));
}

void joinRows(Build& build, const Part& part, const PlacedRows& placed, LayerReport& report) {
  const TableSchema& schema = *findCityTable(part.kind);
  const RowReader reader(part, report.mapping, schema);
  const Targets targets = targetsOf(build.context.city, part.kind);
  const auto existing = toTables(onlyKind(build.context.city, part.kind));
  const FeatureTable* current = tableOf(existing, part.kind);
  std::map<Uid, std::size_t> rowOf;
  if (current) for (std::size_t row = 0; row < current->rowCount(); ++row) rowOf[toText(current->columns[0][row])] = row;

  std::map<Uid, std::map<std::string, Value>> changes;
  std::set<std::string> fields;
  for (std::size_t row = 0; row < part.rows.rowCount(); ++row) {
    const std::string& name = part.rows.rowNames[row];
    const bool hasPoint = row < placed.geometries.size();
    const auto match = matchOf(targets, part.kind, reader, row, hasPoint ? &placed.geometries[row] : nullptr);
    if (match.uid.empty()) { build.refuse(report, name, "no-match", match.fault); continue; }
    if (changes.contains(match.uid)) { build.refuse(report, name, "matched-twice", "another row of this table was joined to the same " + part.kind + " (" + targets.shownAs.at(match.uid) + ")"); continue; }
    std::vector<std::string> unread;
    auto values = reader.values(row, unread);
    const std::string built = part.kind == "estate" ? reader.text(row, "@built") : std::string();
    if (!built.empty()) {
      const auto year = convertYear(Value{built});
      if (!year) unread.push_back("year: \"" + built + "\"");
      else if (!std::holds_alternative<std::monostate>(*year)) { values.emplace("built_from", *year); values.emplace("built_to", *year); }
    }
    for (const auto& text : unread) build.remark(geo::Severity::Warning, report, name, "value-not-understood", text + " was left out, the field keeps its value");
    for (const auto& [field, value] : values) fields.insert(field);
    changes.emplace(match.uid, std::move(values));
    ++report.rowsWritten;
  }
  listUnmatched(build, report, targets, [&] { std::set<Uid> uids; for (const auto& [uid, values] : changes) uids.insert(uid); return uids; }());
  if (changes.empty() || fields.empty() || !current) return;

  FeatureTable update{part.kind, GeometryKind::None, {current->fields[0]}, {}, {}, {}};
  for (const auto& field : fields) update.fields.push_back(*schema.find(field));
  update.columns.resize(update.fields.size());
  for (const auto& [uid, values] : changes) {
    update.columns[0].push_back(uid);
    update.rowNames.push_back(targets.shownAs.at(uid));
    for (std::size_t f = 1; f < update.fields.size(); ++f) {
      const auto value = values.find(update.fields[f].name);
      // An empty cell of the ledger leaves what is known.
      update.columns[f].push_back(value != values.end() ? value->second : current->columns[*current->columnOf(update.fields[f].name)][rowOf.at(uid)]);
    }
  }
  build.result.updates.push_back(std::move(update));
}

void linkBuildings(Build& build) {
  AreaFinder estates;
  for (const auto& estate : build.context.city.estates) estates.add(estate.uid, estate.shape);
  for (const auto& estate : build.seen.estates) estates.add(estate.uid, estate.shape);
  const auto placeOf = [&](const geo::XYGeometry& geometry) -> Uid {
    const auto* polygons = std::get_if<geo::XYGeometry::Polygons>(&geometry.value);
    const auto inside = polygons ? geo::pointInside(polygons->polygons) : std::nullopt;
    const auto found = inside ? estates.at(*inside) : std::vector<Uid>{};
    return found.size() == 1 ? found.front() : Uid();
  };
  std::int64_t linked = 0;
  for (auto& table : build.result.tables) {
    if (table.name != "building") continue;
    const std::size_t column = *table.columnOf("estate_uid");
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
      if (!std::holds_alternative<std::monostate>(table.columns[column][row])) continue;
      if (const Uid uid = placeOf(table.geometries[row]); !uid.empty()) { table.columns[column][row] = uid; ++linked; }
    }
  }
  if (!build.seen.estates.empty()) {
    const Field field = *findCityTable("building")->find("estate_uid");
    FeatureTable update{"building", GeometryKind::None, {{"uid", FieldType::Text, "标识", "identifier", "", ""}, field}, {{}, {}}, {}, {}};
    for (const auto& building : build.context.city.buildings) {
      if (!building.estateUid.empty()) continue;
      const Uid uid = placeOf(geo::XYGeometry{geo::XYGeometry::Polygons{building.shape}});
      if (uid.empty()) continue;
      update.columns[0].push_back(building.uid);
      update.columns[1].push_back(uid);
      update.rowNames.push_back(building.number);
      ++linked;
    }
    if (!update.columns[0].empty()) build.result.updates.push_back(std::move(update));
  }
  if (linked > 0) build.result.problems.push_back({geo::Severity::Note, "estate-by-place", std::to_string(linked) + " buildings without a stated estate stand inside one and were given to it", {.file = build.fileName()}});
}

}  // namespace pianqu::layers
