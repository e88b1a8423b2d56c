pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

/** A sign drawn as a path in a square of 24 units. */
Item {
    id: glyph

    required property string path
    required property color ink
    property real side: 20

    implicitWidth: side
    implicitHeight: side

    Shape {
        width: 24
        height: 24
        scale: glyph.side / 24
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.CurveRenderer
        ShapePath {
            strokeColor: glyph.ink
            strokeWidth: 1.7
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg { path: glyph.path }
        }
    }
}
