pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick
import Pianqu.Model

/** Colours, spacing and type of the window, light and dark. Map colours come from the style data, not from here; the map stays light, as it prints.
    Warnings are told apart from notices by a sign and by brightness too, not by red against green. */
QtObject {
    readonly property bool isDark: Appearance.isDark
    readonly property real scale: Appearance.fontScale
    readonly property color window: isDark ? "#15191e" : "#f3f5f7"
    readonly property color panel: isDark ? "#1d2228" : "#ffffff"
    readonly property color hover: isDark ? "#28303a" : "#eef3f8"
    readonly property color chosen: isDark ? "#21405f" : "#e2eefa"
    readonly property color line: isDark ? "#343c46" : "#dde2e8"
    readonly property color text: isDark ? "#e6eaef" : "#1d2733"
    readonly property color muted: isDark ? "#99a5b2" : "#66727f"
    readonly property color accent: isDark ? "#58a6f0" : "#0b62b0"
    readonly property color inkOnAccent: isDark ? "#08131f" : "#ffffff"
    readonly property color danger: isDark ? "#ff8a80" : "#b3261e"
    readonly property color good: isDark ? "#5cc99a" : "#137a4a"
    readonly property color snap: "#b5127f"
    readonly property color notice: isDark ? "#3a4754" : "#22303d"
    readonly property color inkOnNotice: "#ffffff"
    readonly property color warning: isDark ? "#f0b341" : "#8a5a00"
    readonly property color canvas: "#fbfbf9"
    readonly property color inkOnMap: "#1d2733"
    readonly property color halo: "#ffffff"

    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapLarge: 20
    readonly property int radius: 6
    readonly property int controlHeight: Math.round(32 * scale)
    readonly property int rowHeight: Math.round(28 * scale)
    readonly property int sidePanel: Math.round(300 * scale)
    readonly property int dataPanel: Math.round(316 * scale)

    readonly property string family: "Noto Sans CJK SC"
    readonly property int textTiny: Math.round(11 * scale)
    readonly property int textSmall: Math.round(12 * scale)
    readonly property int textBody: Math.round(13 * scale)
    readonly property int textHead: Math.round(15 * scale)
    readonly property int textTitle: Math.round(26 * scale)
}
