#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace pianqu::geo {

/// A length on the ground or on the grid, metres.
struct Metres {
  double value = 0;
  auto operator<=>(const Metres&) const = default;
  Metres& operator+=(Metres o) { value += o.value; return *this; }
  friend Metres operator+(Metres a, Metres b) { return {a.value + b.value}; }
  friend Metres operator-(Metres a, Metres b) { return {a.value - b.value}; }
  friend Metres operator*(Metres a, double k) { return {a.value * k}; }
};

/// An area, square metres.
struct SquareMetres {
  double value = 0;
  auto operator<=>(const SquareMetres&) const = default;
  SquareMetres& operator+=(SquareMetres o) { value += o.value; return *this; }
  friend SquareMetres operator+(SquareMetres a, SquareMetres b) { return {a.value + b.value}; }
  friend SquareMetres operator-(SquareMetres a, SquareMetres b) { return {a.value - b.value}; }
  friend SquareMetres operator*(SquareMetres a, double k) { return {a.value * k}; }
  double hectares() const { return value / 10000.0; }
};

/// Money in fen (1/100 yuan), the only form in which money is stored or added.
struct Fen {
  std::int64_t value = 0;
  auto operator<=>(const Fen&) const = default;
  Fen& operator+=(Fen o) { value += o.value; return *this; }
  Fen& operator-=(Fen o) { value -= o.value; return *this; }
  friend Fen operator+(Fen a, Fen b) { return {a.value + b.value}; }
  friend Fen operator-(Fen a, Fen b) { return {a.value - b.value}; }
};

/// `quantity` units at `unitPrice`, rounded half away from zero to the fen.
Fen priceOf(double quantity, Fen unitPrice);

/// "1234567.89" (yuan, two decimals, no grouping).
std::string toYuan(Fen money);

}  // namespace pianqu::geo
