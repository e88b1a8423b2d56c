#include "app/cli/option_command.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_plan.hpp"
#include "app/cli/table_printer.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/ledger/options.hpp"
#include "layers/project/options.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;
using layers::NamedPlan;
using layers::OptionStore;

struct Options {
  std::string project, action, note;
  std::vector<std::string> names;
};

geo::Result<std::string> nameOf(const Options& o, std::size_t position) {
  if (o.names.size() > position && !o.names[position].empty()) return o.names[position];
  return fail(ErrorCode::Invalid, "no option is named", "name it, e.g. pianqu option city.gpkg " + o.action + " 方案B");
}

/// The working plan under its own label, or one that is kept.
geo::Result<NamedPlan> planNamed(const OptionStore& store, const layers::Plan& current, const std::string& name) {
  if (name == current.label) return NamedPlan{name, current};
  auto plan = store.read(name);
  if (!plan) return fail(std::move(plan));
  return NamedPlan{name, std::move(*plan)};
}

geo::Result<void> printList(const OptionStore& store, const layers::Plan& current, Context& context) {
  const auto options = store.list();
  if (!options) return fail(options);
  if (context.isJson) {
    nlohmann::json rows = nlohmann::json::array();
    for (const auto& each : *options) rows.push_back({{"name", each.name}, {"frozen", each.isFrozen}, {"saved_at", each.savedAt}, {"saved_by", each.savedBy}, {"note", each.note}});
    context.print({{"current", current.label}, {"districts", current.districts.size()}, {"options", std::move(rows)}});
    return {};
  }
  context.out() << "* " << current.label << " (working plan, " << current.districts.size() << " districts)\n";
  for (const auto& each : *options) {
    if (each.name == current.label && !each.isFrozen) continue;   // an older state of the working plan
    context.out() << "  " << each.name << (each.isFrozen ? " (frozen)" : "") << "  " << each.savedAt << "  " << each.savedBy << (each.note.empty() ? "" : "  " + each.note) << '\n';
  }
  return {};
}

geo::Result<void> printTableOf(const layers::LedgerTable& table, Context& context) {
  if (context.isJson) context.print(toJson(table));
  else printTable(context.out(), table);
  return {};
}

geo::Result<void> compare(const Options& o, const OptionStore& store, const OpenPlan& open, Context& context) {
  const auto rules = layers::RuleBook::read(context.dataFolder);
  if (!rules) return fail(rules);
  const auto walk = rules->find("district.walk-circle");
  if (!walk) return fail(walk);
  std::vector<std::string> names = o.names;
  if (names.empty()) {
    const auto kept = store.list();
    if (!kept) return fail(kept);
    names.push_back(open.plan.label);
    for (const auto& each : *kept) if (each.name != open.plan.label) names.push_back(each.name);
    std::sort(names.begin(), names.end());
  }
  std::vector<NamedPlan> plans;
  for (const auto& name : names) {
    auto plan = planNamed(store, open.plan, name);
    if (!plan) return fail(std::move(plan));
    plans.push_back(std::move(*plan));
  }
  return printTableOf(layers::optionLedger(open.city, plans, walk->value), context);
}

geo::Result<void> diff(const Options& o, const OptionStore& store, const OpenPlan& open, Context& context) {
  const auto first = nameOf(o, 0);
  if (!first) return fail(first);
  const auto a = planNamed(store, open.plan, o.names.size() > 1 ? *first : open.plan.label);
  if (!a) return fail(a);
  const auto b = planNamed(store, open.plan, o.names.size() > 1 ? o.names[1] : *first);
  if (!b) return fail(b);
  return printTableOf(layers::optionDiff(open.city, *a, *b), context);
}

/// Keeps the working plan under its label, then takes up the other one.
geo::Result<void> take(const Options& o, OptionStore& store, OpenPlan& open, Context& context) {
  const auto name = nameOf(o, 0);
  if (!name) return fail(name);
  if (*name == open.plan.label) return fail(ErrorCode::Invalid, "option " + *name + " is the one that is being worked on", "name another; pianqu option PROJECT list shows them");
  auto other = store.read(*name);
  if (!other) return fail(std::move(other));
  const auto kept = store.list();
  if (!kept) return fail(kept);
  // Work on a frozen version is an option of its own: the version stays what it was.
  const bool isFrozen = std::any_of(kept->begin(), kept->end(), [&](const auto& each) { return each.name == *name && each.isFrozen; });
  other->label = isFrozen ? *name + "（改）" : *name;
  if (const auto done = store.save(open.plan.label, open.plan, "kept when " + *name + " was taken up", context.author()); !done) return done;
  const auto saved = open.project.commit(open.city, open.plan, layers::ReplacePlan{std::move(*other)}, context.author(), "option " + *name);
  if (!saved) return fail(saved);
  return printList(store, *saved, context);
}

geo::Result<void> run(const Options& o, Context& context) {
  const bool isWriting = o.action == "copy" || o.action == "switch" || o.action == "freeze" || o.action == "remove";
  const auto access = isWriting ? layers::Project::Access::Write : layers::Project::Access::Read;
  auto open = openPlan(o.project, access, context);
  if (!open) return fail(std::move(open));
  auto store = OptionStore::open(o.project, access);
  if (!store) return fail(std::move(store));
  if (o.action == "list") return printList(*store, open->plan, context);
  if (o.action == "compare") return compare(o, *store, *open, context);
  if (o.action == "diff") return diff(o, *store, *open, context);
  if (o.action == "switch") return take(o, *store, *open, context);
  const auto name = nameOf(o, 0);
  if (!name) return fail(name);
  if (o.action == "remove") {
    if (const auto gone = store->remove(*name, context.author()); !gone) return gone;
  } else if (o.action == "freeze") {
    if (const auto frozen = store->freeze(*name, open->plan, o.note, context.author()); !frozen) return frozen;
  } else {
    if (*name == open->plan.label) return fail(ErrorCode::Invalid, "the working plan is called " + *name + " already", "give the copy another name");
    if (const auto kept = store->save(*name, open->plan, o.note, context.author()); !kept) return kept;
  }
  return printList(*store, open->plan, context);
}

}  // namespace

Command optionCommand() {
  return {"option", "Keep, take up, freeze and compare options of the plan",
          [](CLI::App& app) -> Run {
            auto o = std::make_shared<Options>();
            app.add_option("PROJECT", o->project, "the project")->required();
            app.add_option("ACTION", o->action, "what to do")->required()->check(CLI::IsMember({"list", "copy", "switch", "freeze", "remove", "compare", "diff"}));
            app.add_option("NAME", o->names, "option to copy to, switch to, freeze as, remove; options to compare; two to diff, or one against the working plan");
            app.add_option("--note", o->note, "remark; kept with the option and in the journal");
            return [o](Context& context) { return run(*o, context); };
          },
          {"pianqu option city.gpkg copy 方案B", "pianqu option city.gpkg freeze 送审稿 --note 第一次会审", "pianqu option city.gpkg compare", "pianqu option city.gpkg diff 方案B"}};
}

}  // namespace pianqu::app
