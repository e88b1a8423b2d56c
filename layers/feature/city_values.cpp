#include "layers/feature/city_values.hpp"

#include "layers/feature/bindings.hpp"
#include "layers/feature/for_each_member.hpp"

namespace pianqu::layers {

void setValues(City& city, const FeatureTable& rows, const std::vector<std::optional<std::size_t>>& places) {
  forEachMember(city, [&]<class Entity>(std::vector<Entity>& entities) {
    const auto& entity = bindingsOf<Entity>();
    if (entity.schema.name != rows.name) return;
    for (const auto& binding : entity.bindings) {
      const auto column = rows.columnOf(binding.field.name);
      for (std::size_t row = 0; column && row < places.size(); ++row)
        if (places[row]) binding.set(entities[*places[row]], cellOf(rows.columns[*column][row]));
    }
  });
}

}  // namespace pianqu::layers
