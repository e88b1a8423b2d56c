#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "geo/index/area_index.hpp"
#include "geo/measure/inner_point.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/io/import_parts.hpp"

namespace pianqu::layers {
namespace {

constexpr std::size_t kListed = 200;   ///< unmatched rows of the project that are named one by one

/// Estates by what lies in them.
class EstateAreas {
 public:
  explicit EstateAreas(std::vector<const Estate*> estates) : m_estates(std::move(estates)), m_shapes(shapesOf(m_estates)), m_index(*m_shapes) {}

  /// Uids of those that hold the point.
  std::vector<Uid> at(geo::XY point) const {
    std::vector<Uid> found;
    for (std::size_t i : m_index.at(point)) found.push_back(m_estates[i]->uid);
    return found;
  }

 private:
  using Shapes = std::vector<geo::MultiPolygon<geo::XY>>;
  static std::unique_ptr<const Shapes> shapesOf(const std::vector<const Estate*>& estates) {
    Shapes shapes;
    for (const Estate* estate : estates) shapes.push_back(estate->shape);
    return std::make_unique<const Shapes>(std::move(shapes));
  }

  std::vector<const Estate*> m_estates;
  std::unique_ptr<const Shapes> m_shapes;   ///< the index refers to them
  geo::AreaIndex m_index;
};

void addEstates(const std::vector<Estate>& estates, std::vector<const Estate*>& all) {
  for (const Estate& estate : estates) all.push_back(&estate);
}

/// Rows of the project by what a ledger may call them. An empty uid marks a key that several rows have.
struct Targets {
  std::map<std::string, Uid> byCode, byName;
  std::map<Uid, std::string> shownAs;
  std::optional<EstateAreas> areas;

  void add(const Uid& uid, const std::string& code, const std::string& name) {
    if (!code.empty() && !byCode.emplace(code, uid).second) byCode[code].clear();
    if (!name.empty() && !byName.emplace(name, uid).second) byName[name].clear();
    shownAs[uid] = name.empty() ? code : name;
  }
};

Targets targetsOf(const City& city, const std::string& kind) {
  Targets targets;
  if (kind == "estate") {
    std::vector<const Estate*> estates;
    addEstates(city.estates, estates);
    for (const Estate* estate : estates) targets.add(estate->uid, estate->code, estate->name);
    targets.areas.emplace(std::move(estates));
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
    const auto found = targets.areas ? targets.areas->at(p->points.front()) : std::vector<Uid>{};
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
    build.remark(geo::Severity::Note, report, name.empty() ? uid.str() : name, "not-in-ledger", "the " + report.kind + " of the project has no row in this table");
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
  std::vector<const Estate*> all;
  addEstates(build.context.city.estates, all);
  addEstates(build.seen.estates, all);
  const EstateAreas estates(std::move(all));
  const auto placeOf = [&](const geo::XYGeometry& geometry) -> Uid {
    const auto* polygons = std::get_if<geo::XYGeometry::Polygons>(&geometry.value);
    const auto inside = polygons ? geo::innerPointOf(polygons->polygons) : std::nullopt;
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
