pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Pianqu

/** Every card and dialog of the window by its key; a new one is one line here. Opened with session.frame.openCard(key). */
Item {
    id: cards

    required property Session session

    CardSlot { frame: cards.session.frame; key: "rename"; card: Component { RenameCard { project: cards.session.project; districts: cards.session.districts } } }
    CardSlot { frame: cards.session.frame; key: "remove"; card: Component { RemoveCard { project: cards.session.project; districts: cards.session.districts } } }
    CardSlot {
        frame: cards.session.frame
        key: "open"
        card: Component {
            FileDialog {
                title: qsTr("Open a project")
                nameFilters: [qsTr("Pianqu project (*.gpkg)")]
                onAccepted: cards.session.project.openUrl(selectedFile)
            }
        }
    }
}
