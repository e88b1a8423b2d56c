pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** What just happened. A notice goes by itself; a problem stays until it is closed. */
Rectangle {
    id: toast

    required property ProjectController project
    property string words: ""
    property string hint: ""
    property bool isProblem: false

    function show(text: string, advice: string, problem: bool) {
        toast.words = text; toast.hint = advice; toast.isProblem = problem;
        toast.visible = true;
        timer.running = !problem;
    }

    objectName: "toast"
    visible: false
    width: Math.min(parent.width - 2 * Theme.gapLarge, Math.max(320, row.implicitWidth + 2 * Theme.gap))
    height: row.implicitHeight + 2 * Theme.gapSmall
    radius: Theme.radius
    color: Theme.notice
    border.width: isProblem ? 2 : 0
    border.color: Theme.warning

    Timer {
        id: timer
        interval: 4000
        onTriggered: toast.visible = false
    }
    Connections {
        target: toast.project
        function onProblemRaised(text, hint) { toast.show(text, hint, true) }
        function onNoticeRaised(text) { toast.show(text, "", false) }
    }
    RowLayout {
        id: row
        anchors { fill: parent; margins: Theme.gapSmall; leftMargin: Theme.gap }
        spacing: Theme.gap
        ColumnLayout {
            Layout.fillWidth: true
            Layout.maximumWidth: 560
            spacing: 2
            Words {
                Layout.fillWidth: true
                text: toast.words
                color: Theme.inkOnNotice
                wrapMode: Text.Wrap
            }
            Words {
                Layout.fillWidth: true
                visible: toast.hint !== ""
                text: toast.hint
                color: Theme.inkOnNotice
                opacity: 0.85
                font.pixelSize: Theme.textSmall
                wrapMode: Text.Wrap
            }
        }
        PlainButton {
            objectName: "toastClose"
            text: qsTr("Close")
            onClicked: toast.visible = false
        }
    }
}
