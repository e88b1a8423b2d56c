#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/lift/consent.hpp"
#include "geo/lift/siting.hpp"
#include "geo/parking/equip.hpp"
#include "geo/parking/stall_rules.hpp"
#include "geo/parking/turns.hpp"
#include "layers/catalogue/measures.hpp"
#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {

/// One clearance profile of parking, metres.
struct ParkingProfile {
  std::string name;                 ///< strict-50067, roadside-50180
  double buildingM = 0, timberBuildingM = 0;
};

struct ParkingRules {
  geo::StallRules stalls;
  geo::EquipRules equip;
  geo::TurningCar car;
  std::vector<ParkingProfile> profiles;   ///< the strict one first
  double wallM = 0, treeM = 0, ancientTreeM = 0, apronM = 0, fireLaneM = 0, accessMaxM = 0;
  double demandPerHousehold = 0;
  int minStalls = 0, oneExitMax = 0;
  double scatteredReachM = 0;   ///< ground around a scattered building that is looked at

  const ParkingProfile* find(std::string_view name) const;
};

/// Named scheme of cost shares.
struct ShareScheme {
  std::string key, name;
  std::vector<std::int64_t> weightMilli;   ///< by floor from 1
};

struct LiftRules {
  geo::SitingRules siting;
  std::map<std::string, double> pipeClearanceM;   ///< by CJJ 61 class; "JS>200" for wide water mains, "RQ?" for gas of unknown pressure; "RQ" is hard
  std::string hardClass = "RQ";
  int minFloors = 0, appraisalBefore = 0;
  double stairBayM = 0, doorReachM = 0;   ///< of a stairwell of which only the door was surveyed
  geo::Fen subsidy;
  std::map<std::string, geo::ConsentRegime> regimes;
  std::map<std::string, ShareScheme> schemes;
};

/// A row of measure_rules.csv: which flag makes which measure with which quantity.
struct MeasureRule {
  std::string name, subject, field, test, value, measureCode, action, quantity, note;
};

struct FlagRules {
  std::vector<MeasureRule> rows;
  double storeyHeightM = 0, lampSpacingM = 0, roadReachM = 0;
};

/// All rows that planning needs, read once.
struct PlanRules {
  MeasureCatalogue measures;
  RuleBook book;
  ParkingRules parking;
  LiftRules lift;
  FlagRules flags;

  /// errors  those of the catalogue, naming table, row and heading
  static geo::Result<PlanRules> read(const std::string& dataFolder);
};

}  // namespace pianqu::layers
