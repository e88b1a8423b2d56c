#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "layers/style/style.hpp"

/// How far apart colours are for people who see red and green differently.
namespace pianqu::layers::test {

enum class Vision { Normal, Protan, Deutan };

struct Lab {
  double lightness = 0, a = 0, b = 0;
};

/// What such a person sees, severity 1. source [Machado2009] table 1
inline std::array<double, 3> seenBy(Vision vision, std::array<double, 3> linear) {
  static constexpr double kProtan[3][3] = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}};
  static constexpr double kDeutan[3][3] = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}};
  if (vision == Vision::Normal) return linear;
  const auto& matrix = vision == Vision::Protan ? kProtan : kDeutan;
  std::array<double, 3> seen{};
  for (std::size_t i = 0; i < 3; ++i) seen[i] = std::clamp(matrix[i][0] * linear[0] + matrix[i][1] * linear[1] + matrix[i][2] * linear[2], 0.0, 1.0);
  return seen;
}

/// CIE L*a*b* (D65) of a colour on the paper of the map.
inline Lab labOf(Colour colour, Vision vision) {
  constexpr double kPaper = 251;
  std::array<double, 3> linear{};
  const std::array<std::uint8_t, 3> parts{colour.r, colour.g, colour.b};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = (parts[i] * colour.a + kPaper * (255 - colour.a)) / 255 / 255;
    linear[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  }
  const auto seen = seenBy(vision, linear);
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  const double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  const double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIEDE2000. source [Sharma2005]
inline double differenceOf(Lab p, Lab q) {
  constexpr double kToRad = std::numbers::pi / 180;
  const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))); };
  const double meanChroma = (std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2, g = 0.5 * (1 - seventh(meanChroma));
  const double a1 = p.a * (1 + g), a2 = q.a * (1 + g), c1 = std::hypot(a1, p.b), c2 = std::hypot(a2, q.b);
  const auto hue = [&](double a, double b) { return a == 0 && b == 0 ? 0 : std::fmod(std::atan2(b, a) / kToRad + 360, 360); };
  const double h1 = hue(a1, p.b), h2 = hue(a2, q.b), product = c1 * c2;
  double dh = h2 - h1;
  if (product == 0) dh = 0;
  else if (dh > 180) dh -= 360;
  else if (dh < -180) dh += 360;
  const double dL = q.lightness - p.lightness, dC = c2 - c1, dH = 2 * std::sqrt(product) * std::sin(dh / 2 * kToRad);
  const double meanL = (p.lightness + q.lightness) / 2, meanC = (c1 + c2) / 2;
  double meanH = h1 + h2;
  if (product != 0) meanH = std::abs(h1 - h2) <= 180 ? meanH / 2 : meanH < 360 ? (meanH + 360) / 2 : (meanH - 360) / 2;
  const double t = 1 - 0.17 * std::cos((meanH - 30) * kToRad) + 0.24 * std::cos(2 * meanH * kToRad) + 0.32 * std::cos((3 * meanH + 6) * kToRad) - 0.20 * std::cos((4 * meanH - 63) * kToRad);
  const double turn = 30 * std::exp(-std::pow((meanH - 275) / 25, 2)), offL = (meanL - 50) * (meanL - 50);
  const double sL = 1 + 0.015 * offL / std::sqrt(20 + offL), sC = 1 + 0.045 * meanC, sH = 1 + 0.015 * meanC * t, rT = -2 * seventh(meanC) * std::sin(2 * turn * kToRad);
  return std::sqrt(std::pow(dL / sL, 2) + std::pow(dC / sC, 2) + std::pow(dH / sH, 2) + rT * (dC / sC) * (dH / sH));
}

}  // namespace pianqu::layers::test
