#version 440
layout(location = 0) in vec4 vColour;
layout(location = 1) in vec4 vEdge;
layout(location = 2) in vec4 vDash;
layout(location = 0) out vec4 fragColor;

// 1 inside start..end, soft over a pixel at both ends.
float within(float at, float start, float end) { return clamp(at - start + 0.5, 0.0, 1.0) * clamp(end - at + 0.5, 0.0, 1.0); }

void main() {
  float cover = clamp(vEdge.z + 0.5 - length(vEdge.xy), 0.0, 1.0);
  float period = vDash.x + vDash.y + vDash.z + vDash.w;
  if (period > 0.5) {
    float at = mod(vEdge.w, period);
    float dot = vDash.z > 0.0 ? within(at, vDash.x + vDash.y, period - vDash.w) : 0.0;
    cover *= max(within(at, 0.0, vDash.x), dot);
  }
  fragColor = vColour * cover;
}
