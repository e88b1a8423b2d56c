pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** Every control in every state. */
ApplicationWindow {
    id: window

    width: 1000
    height: 860
    visible: true
    title: "pianqu-gallery"
    color: Theme.window
    font.family: Theme.family
    font.pixelSize: Theme.textBody

    ColumnLayout {
        anchors { fill: parent; margins: Theme.gapLarge }
        spacing: Theme.gap

        GalleryGroup {
            title: "PlainButton"
            PlainButton { text: "画片区" }
            PlainButton { text: "main"; isMain: true }
            PlainButton { text: "danger"; isDanger: true }
            PlainButton { text: "down"; down: true }
            PlainButton { text: "checked"; checkable: true; checked: true }
            PlainButton { text: "disabled"; enabled: false }
            PlainButton { text: "main, disabled"; isMain: true; enabled: false }
        }
        GalleryGroup {
            title: "FlatButton"
            FlatButton { text: "撤销" }
            FlatButton { text: "small"; isSmall: true }
            FlatButton { text: "checked"; checkable: true; checked: true }
            FlatButton { text: "×"; tip: "tip" }
            FlatButton { text: "disabled"; enabled: false }
        }
        GalleryGroup {
            title: "DockTabButton"
            DockTabButton { text: "图层"; checked: true }
            DockTabButton { text: "查找" }
        }
        GalleryGroup {
            title: "Chip"
            Chip { text: "规则"; remark: "12" }
            Chip { text: "checked"; checked: true }
            Chip { text: "disabled"; enabled: false }
        }
        GalleryGroup {
            title: "Tick"
            Tick { text: "off" }
            Tick { text: "on"; checked: true }
        }
        GalleryGroup {
            title: "InputField"
            InputField { placeholderText: "placeholder" }
            InputField { text: "梅园片区" }
            InputField { text: "wrong"; isWrong: true }
            InputField { text: "disabled"; enabled: false }
            InputField { text: "focused"; Component.onCompleted: forceActiveFocus() }
        }
        GalleryGroup {
            title: "ChoiceBox"
            ChoiceBox { model: ["砖混", "框架"] }
            ChoiceBox { textRole: "text"; model: [{ text: "brick and concrete" }]; currentIndex: 0 }
            ChoiceBox { model: ["disabled"]; enabled: false }
        }
        GalleryGroup {
            title: "TableHeading"
            TableHeading { implicitWidth: 120; text: "层数" }
            TableHeading { implicitWidth: 120; text: "层数"; sign: "▴" }
            TableHeading { implicitWidth: 120; text: "层数"; sign: "▾" }
        }
        GalleryGroup {
            title: "StartTile"
            StartTile { Layout.preferredWidth: 220; text: "新建项目"; remark: "名称、坐标系、城市限值"; isMain: true }
            StartTile { Layout.preferredWidth: 220; text: "Open a project…"; remark: "A GeoPackage made by Pianqu." }
        }
        GalleryGroup {
            title: "EmptyState"
            EmptyState { Layout.preferredWidth: 320; words: "还没有书签。把地图移到某处，起名保存。"; action: "Keep this view" }
        }
        GalleryGroup {
            title: "FigureRow"
            FigureRow { Layout.preferredWidth: 260; label: "面积"; value: "12.34"; unit: "ha" }
            FigureRow { Layout.preferredWidth: 260; label: "unknown"; value: "–"; unit: "" }
        }
        GalleryGroup {
            title: "BusyBar"
            BusyBar { Layout.preferredWidth: 320; isBusy: true }
        }
        GalleryGroup {
            title: "ReadOnlyMark"
            ReadOnlyMark { Layout.preferredWidth: 120 }
        }
        Item { Layout.fillHeight: true }
    }
}
