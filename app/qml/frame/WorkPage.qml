pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** Map in the middle, docks around it. Which panel is where: LeftDock, RightDock, FeatureDock, BottomDock. */
SplitView {
    id: page

    required property Session session

    handle: DockHandle {}

    LeftDock {
        SplitView.preferredWidth: Math.max(Theme.sidePanel, page.width * 0.13)
        SplitView.minimumWidth: 160
        visible: page.session.frame.isLeftOpen
        session: page.session
    }
    SplitView {
        SplitView.fillWidth: true
        SplitView.minimumWidth: 240
        orientation: Qt.Vertical
        handle: DockHandle {}
        Item {
            SplitView.fillHeight: true
            SplitView.minimumHeight: 160
            MapPane {
                objectName: "mapPane"
                anchors.fill: parent
                map: page.session.map
                session: page.session
            }
            OverviewMap {
                anchors { right: parent.right; bottom: parent.bottom; margins: Theme.gap }
                map: page.session.map
            }
            MeasureOverlay {
                anchors.fill: parent
                measure: page.session.measure
                map: page.session.map
            }
        }
        BottomDock {
            SplitView.preferredHeight: Math.max(200, page.height * 0.32)
            SplitView.minimumHeight: 120
            visible: page.session.frame.isBottomOpen
            session: page.session
        }
    }
    SplitView {
        SplitView.preferredWidth: Math.max(Theme.dataPanel, page.width * 0.15)
        SplitView.minimumWidth: 220
        visible: page.session.frame.isRightOpen
        orientation: Qt.Vertical
        handle: DockHandle {}
        RightDock {
            SplitView.fillHeight: true
            SplitView.minimumHeight: 160
            session: page.session
        }
        FeatureDock {
            SplitView.preferredHeight: Math.max(180, page.height * 0.34)
            SplitView.minimumHeight: 72
            session: page.session
        }
    }
}
