#version 440
// Lines of constant width on the screen (or of a width on the ground where that is wider), and discs, which shrink with the ground when the
// map is zoomed out, down to a dot that is still seen.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 normal;
layout(location = 2) in vec4 shape;   // side, half width in pixels, half width in metres, metres along
layout(location = 3) in vec4 dash;    // on, off, on, off; 1.0 is 63.75 pixels
layout(location = 4) in vec4 colour;
layout(location = 0) out vec4 vColour;
layout(location = 1) out vec4 vEdge;  // distance from the middle (x, y), half width, distance along; pixels
layout(location = 2) out vec4 vDash;
layout(std140, binding = 0) uniform buf {
  mat4 matrix;
  float opacity;
  float unitsPerPixel;
};

const float smallestDot = 1.4;

void main() {
  bool isDisc = shape.x > 1.5;
  float groundPx = shape.z / unitsPerPixel;
  float halfPx = !isDisc ? max(shape.y, groundPx) : shape.z > 0.0 ? clamp(groundPx, min(smallestDot, shape.y), shape.y)
               : shape.z < 0.0 ? min(-groundPx, shape.y) : shape.y;
  float reach = halfPx + 0.75;  // room for the soft edge
  vEdge = vec4(isDisc ? normal * reach : vec2(shape.x * reach, 0.0), halfPx, shape.w / unitsPerPixel);
  vDash = dash * 63.75;
  vColour = colour * opacity;
  gl_Position = matrix * vec4(position + normal * reach * unitsPerPixel, 0.0, 1.0);
}
