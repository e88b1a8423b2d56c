#version 440
layout(location = 0) in vec2 vPixel;
layout(location = 1) in vec2 vPattern;  // kind: 1 diagonal, 2 the other diagonal, 3 both, 4 level, 5 upright, 6 dots
layout(location = 2) in vec4 vColour;
layout(location = 0) out vec4 fragColor;

const float halfPx = 0.5;

float lineAt(float across) {
  float off = abs(mod(across, vPattern.y) - vPattern.y * 0.5);
  return clamp(halfPx + 0.5 - off, 0.0, 1.0);
}

void main() {
  float rising = (vPixel.x + vPixel.y) * 0.70710678, falling = (vPixel.x - vPixel.y) * 0.70710678;
  float cover = 0.0;
  if (vPattern.x < 1.5) cover = lineAt(rising);
  else if (vPattern.x < 2.5) cover = lineAt(falling);
  else if (vPattern.x < 3.5) cover = max(lineAt(rising), lineAt(falling));
  else if (vPattern.x < 4.5) cover = lineAt(vPixel.y);
  else if (vPattern.x < 5.5) cover = lineAt(vPixel.x);
  else cover = clamp(1.5 - length(mod(vPixel, vPattern.yy) - vPattern.yy * 0.5), 0.0, 1.0);
  fragColor = vColour * cover;
}
