pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Pianqu

/** Every card and dialog of the window by its key; a new one is one line here. Opened with session.frame.openCard(key). */
Item {
    id: cards

    required property Session session
    required property list<CommandList> lists

    CardSlot { frame: cards.session.frame; key: "rename"; card: Component { RenameCard { project: cards.session.project; districts: cards.session.districts } } }
    CardSlot { frame: cards.session.frame; key: "remove"; card: Component { RemoveCard { project: cards.session.project; districts: cards.session.districts } } }
    CardSlot { frame: cards.session.frame; key: "new"; card: Component { NewProjectCard { session: cards.session } } }
    CardSlot { frame: cards.session.frame; key: "import"; card: Component { ImportCard { session: cards.session } } }
    CardSlot { frame: cards.session.frame; key: "profile"; card: Component { ProfileCard { session: cards.session } } }
    CardSlot { frame: cards.session.frame; key: "merge"; card: Component { MergeCard { session: cards.session } } }
    CardSlot { frame: cards.session.frame; key: "sheet"; card: Component { SheetCard { session: cards.session } } }
    CardSlot { frame: cards.session.frame; key: "scale"; card: Component { ScaleCard { session: cards.session } } }
    CardSlot { frame: cards.session.frame; key: "address"; card: Component { AddressCard { session: cards.session } } }
    CardSlot { frame: cards.session.frame; key: "shortcuts"; card: Component { ShortcutCard { lists: cards.lists } } }
    CardSlot {
        frame: cards.session.frame
        key: "ledger"
        card: Component {
            FileDialog {
                fileMode: FileDialog.SaveFile
                title: qsTr("Write the ledger to")
                defaultSuffix: "xlsx"
                nameFilters: ["XLSX (*.xlsx)"]
                onAccepted: cards.session.job.exportLedger(selectedFile)
            }
        }
    }
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
