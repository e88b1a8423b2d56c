#pragma once

#include "layers/feature/city_index.hpp"
#include "layers/plan/plan.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::layers {

/// The city and its plan in one theme: districts, members, measures, planned pipes, lifts, lots. An existing feature that a measure
/// abandons or rebuilds is drawn once, in the symbol of the plan. The order of layers is the theme's.
///
/// cost   O(city + plan); `options.box` is what keeps a district's sheet fast
Scene sceneOf(const City& city, const Plan& plan, const Theme& theme, const SceneOptions& options = {});

/// Only what the plan adds, for a map that draws the city once and the plan after every edit: there the symbols of the plan lie over the existing features.
Scene planSceneOf(const City& city, const CityIndex& index, const Plan& plan, const Theme& theme);

/// The city and its plan with only the measures and studies of one district, other districts as outlines.
Scene sceneOf(const City& city, const Plan& plan, const District& district, const Theme& theme, const SceneOptions& options = {});

}  // namespace pianqu::layers
