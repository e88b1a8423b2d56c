#version 440
// Pieces of an atlas: markers stand upright and shrink with the ground, arrows, letters and crosses lie along their line.
layout(location = 0) in vec2 position;
layout(location = 1) in vec4 corner;  // pixels from the place (x, y), place in the atlas (x, y)
layout(location = 2) in vec4 shape;   // kind, direction of the line (x, y), limit: of markers half the width on the ground, of others the largest unitsPerPixel
layout(location = 0) out vec2 vPlace;
layout(std140, binding = 0) uniform buf {
  mat4 matrix;
  float opacity;
  float unitsPerPixel;
  float cosine;
  float sine;
};

const float smallestDot = 1.4;
const float letterKind = 2.0;

void main() {
  vec2 offset = corner.xy;
  if (shape.x < 0.5) {
    float half_ = max(abs(corner.x), abs(corner.y));
    float size = shape.w > 0.0 ? clamp(shape.w / unitsPerPixel / half_, min(smallestDot / half_, 1.0), 1.0) : 1.0;
    offset = vec2(cosine * offset.x - sine * offset.y, sine * offset.x + cosine * offset.y) * size;
  } else {
    // A letter is turned round where it would stand on its head.
    float isTurned = shape.x == letterKind && cosine * shape.y + sine * shape.z < 0.0 ? -1.0 : 1.0;
    offset = vec2(shape.y * offset.x - shape.z * offset.y, shape.z * offset.x + shape.y * offset.y) * isTurned;
    if (unitsPerPixel > shape.w) offset = vec2(0.0);
  }
  vPlace = corner.zw;
  gl_Position = matrix * vec4(position + offset * unitsPerPixel, 0.0, 1.0);
}
