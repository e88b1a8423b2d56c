pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

/** Colours, spacing and type of the window. Map colours come from the style data, not from here. */
QtObject {
    readonly property color window: "#f3f5f7"
    readonly property color panel: "#ffffff"
    readonly property color hover: "#eef3f8"
    readonly property color chosen: "#e2eefa"
    readonly property color line: "#dde2e8"
    readonly property color text: "#1d2733"
    readonly property color muted: "#66727f"
    readonly property color accent: "#0b62b0"
    readonly property color inkOnAccent: "#ffffff"
    readonly property color danger: "#b3261e"
    readonly property color good: "#137a4a"
    readonly property color snap: "#b5127f"
    readonly property color notice: "#22303d"
    readonly property color canvas: "#fbfbf9"
    readonly property color halo: "#ffffff"

    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapLarge: 20
    readonly property int radius: 6
    readonly property int controlHeight: 32
    readonly property int rowHeight: 28
    readonly property int sidePanel: 232
    readonly property int dataPanel: 316

    readonly property string family: "Noto Sans CJK SC"
    readonly property int textTiny: 11
    readonly property int textSmall: 12
    readonly property int textBody: 13
    readonly property int textHead: 15
    readonly property int textTitle: 26
}
