#include "layers/io/geojson_count.hpp"

#include <nlohmann/json.hpp>

namespace pianqu::layers {
namespace {

/// Listens to the parser; only depths and the one key matter.
class FeatureCounter : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::optional<std::size_t> count() const { return m_isFound ? std::optional(m_count) : std::nullopt; }

  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  bool number_float(number_float_t, const string_t&) override { return value(); }
  bool string(string_t&) override { return value(); }
  bool binary(binary_t&) override { return value(); }
  bool start_object(std::size_t) override { value(); ++m_depth; return true; }
  bool end_object() override { --m_depth; return true; }
  bool start_array(std::size_t) override {
    const bool isFeatures = m_depth == 1 && m_isKey;
    value();
    ++m_depth;
    if (isFeatures) m_isFound = m_isInside = true;
    return true;
  }
  bool end_array() override {
    --m_depth;
    if (m_depth == 1) m_isInside = false;
    return true;
  }
  bool key(string_t& name) override {
    m_isKey = m_depth == 1 && name == "features";
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

 private:
  bool value() {
    if (m_isInside && m_depth == 2) ++m_count;
    if (m_depth == 1) m_isKey = false;
    return true;
  }
  std::size_t m_depth = 0, m_count = 0;
  bool m_isKey = false, m_isInside = false, m_isFound = false;
};

}  // namespace

std::optional<std::size_t> countGeoJsonFeatures(std::string_view text) {
  FeatureCounter counter;
  if (!nlohmann::json::sax_parse(text, &counter)) return std::nullopt;
  return counter.count();
}

}  // namespace pianqu::layers
