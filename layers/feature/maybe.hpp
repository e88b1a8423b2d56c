#pragma once

#include <limits>
#include <optional>
#include <type_traits>

namespace pianqu::layers {

/// A number that may be unknown, in the space of the number: what std::optional is, at half its size. Unknown is the value that no attribute has: the
/// smallest integer, and not-a-number, which is therefore not known either.
template <class T>
class Maybe {
  static_assert(std::is_same_v<T, int> || std::is_same_v<T, double> || std::is_same_v<T, bool>);
  using Stored = std::conditional_t<std::is_same_v<T, bool>, signed char, T>;

 public:
  using value_type = T;
  constexpr Maybe() = default;
  constexpr Maybe(std::nullopt_t) {}                                                      // NOLINT(google-explicit-constructor): as std::optional
  constexpr Maybe(T value) : m_value(static_cast<Stored>(value)) {}                       // NOLINT(google-explicit-constructor)
  constexpr Maybe(const std::optional<T>& other) : m_value(other ? static_cast<Stored>(*other) : kUnknown) {}   // NOLINT(google-explicit-constructor)

  constexpr bool has_value() const {
    if constexpr (std::is_same_v<T, double>) return m_value == m_value;
    else return m_value != kUnknown;
  }
  constexpr explicit operator bool() const { return has_value(); }
  /// in: known
  constexpr T operator*() const { return static_cast<T>(m_value); }
  constexpr T value_or(T other) const { return has_value() ? **this : other; }
  constexpr void reset() { m_value = kUnknown; }
  /// Not std::optional<T>(maybe): of a bool that asks whether it is known.
  constexpr std::optional<T> optional() const { return has_value() ? std::optional<T>(**this) : std::nullopt; }
  constexpr operator std::optional<T>() const { return optional(); }   // NOLINT(google-explicit-constructor)

  friend constexpr bool operator==(const Maybe& a, const Maybe& b) { return a.optional() == b.optional(); }
  friend constexpr bool operator==(const Maybe& a, const std::optional<T>& b) { return a.optional() == b; }
  friend constexpr bool operator==(const Maybe& a, const T& b) { return a.has_value() && *a == b; }
  friend constexpr bool operator==(const Maybe& a, std::nullopt_t) { return !a.has_value(); }
  friend constexpr auto operator<=>(const Maybe& a, const Maybe& b) { return a.optional() <=> b.optional(); }
  friend constexpr auto operator<=>(const Maybe& a, const T& b) { return a.optional() <=> b; }

 private:
  static constexpr Stored kUnknown = std::is_same_v<T, double> ? std::numeric_limits<Stored>::quiet_NaN()
                                     : std::is_same_v<T, bool> ? static_cast<Stored>(-1)
                                                               : std::numeric_limits<Stored>::min();
  Stored m_value = kUnknown;
};

}  // namespace pianqu::layers
