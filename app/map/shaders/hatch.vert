#version 440
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 pattern;  // kind, distance of the lines in pixels
layout(location = 2) in vec4 colour;
layout(location = 0) out vec2 vPixel;
layout(location = 1) out vec2 vPattern;
layout(location = 2) out vec4 vColour;
layout(std140, binding = 0) uniform buf {
  mat4 matrix;
  float opacity;
  float unitsPerPixel;
};

void main() {
  vPixel = position / unitsPerPixel;
  vPattern = pattern;
  vColour = colour * opacity;
  gl_Position = matrix * vec4(position, 0.0, 1.0);
}
