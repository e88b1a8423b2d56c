pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** One of several. Models of {text, ...} or of plain texts. */
ComboBox {
    id: box

    property string tip: ""
    property bool isMade: false

    // Another model (another language) sets the index to 0, and what it is bound to has not changed: letting go of the property asks again.
    Binding { id: again; target: box; property: "currentIndex"; value: -1; when: false }
    onModelChanged: if (isMade) { again.when = true; again.when = false; }
    Component.onCompleted: isMade = true

    implicitHeight: Theme.controlHeight
    implicitWidth: 140
    font.family: Theme.family
    font.pixelSize: Theme.textBody
    ToolTip.visible: tip !== "" && hovered && !popup.visible
    ToolTip.delay: 500
    ToolTip.text: tip
    contentItem: Words {
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gap
        text: box.editable ? box.editText : box.displayText
        color: box.enabled ? Theme.text : Theme.muted
    }
    indicator: Words {
        x: box.width - width - Theme.gapSmall
        y: (box.height - height) / 2
        text: "▾"
        color: Theme.muted
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.panel
        border.width: box.visualFocus ? 2 : 1
        border.color: box.visualFocus ? Theme.accent : Theme.line
    }
    delegate: ItemDelegate {
        id: item
        required property int index
        width: ListView.view ? ListView.view.width : box.width
        height: Theme.rowHeight
        highlighted: box.highlightedIndex === index
        contentItem: Words { text: box.textAt(item.index); color: box.currentIndex === item.index ? Theme.accent : Theme.text }
        background: Rectangle { color: item.highlighted ? Theme.hover : Theme.panel }
    }
    popup: Popup {
        y: box.height + 2
        width: Math.max(box.width, 160)
        height: Math.min(contentItem.implicitHeight + 2, 320)
        padding: 1
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: box.popup.visible ? box.delegateModel : null
            currentIndex: box.highlightedIndex
            ScrollBar.vertical: ScrollBar {}
        }
        background: Rectangle { radius: Theme.radius; color: Theme.panel; border.color: Theme.line }
    }
}
