#version 440
layout(location = 0) in vec2 vPlace;
layout(location = 0) out vec4 fragColor;
layout(std140, binding = 0) uniform buf {
  mat4 matrix;
  float opacity;
  float unitsPerPixel;
  float cosine;
  float sine;
};
layout(binding = 1) uniform sampler2D atlas;

void main() { fragColor = texture(atlas, vPlace) * opacity; }
