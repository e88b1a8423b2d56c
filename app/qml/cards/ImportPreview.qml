pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** What one file would become, with its proofs. */
Flickable {
    id: preview

    required property Session session
    required property int row
    required property ImportRow file

    clip: true
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar {}

    ColumnLayout {
        id: column
        width: preview.width - Theme.gap
        spacing: Theme.gapTiny
        Words { Layout.fillWidth: true; text: preview.file?.name ?? ""; font.weight: Font.DemiBold; elide: Text.ElideMiddle }
        Words { Layout.fillWidth: true; text: preview.file?.summary ?? ""; wrapMode: Text.Wrap }
        Words { Layout.fillWidth: true; visible: text !== ""; text: preview.file?.hint ?? ""; color: Theme.muted; wrapMode: Text.Wrap }
        CardLine {
            label: qsTr("Holds")
            ChoiceBox {
                objectName: "importKind"
                Layout.fillWidth: true
                model: [qsTr("as judged")].concat(preview.session.imports.kindTitles)
                currentIndex: Math.max(0, preview.session.imports.kinds.indexOf(preview.file?.kind ?? "") + 1)
                onActivated: index => preview.session.imports.choose(preview.row, "kind", index === 0 ? "" : preview.session.imports.kinds[index - 1])
            }
        }
        CardLine {
            label: qsTr("Encoding")
            ChoiceBox {
                objectName: "importEncoding"
                Layout.fillWidth: true
                model: [qsTr("as judged")].concat(preview.session.imports.encodings)
                currentIndex: Math.max(0, preview.session.imports.encodings.indexOf(preview.file?.encoding ?? "") + 1)
                onActivated: index => preview.session.imports.choose(preview.row, "encoding", index === 0 ? "" : currentText)
            }
        }
        CardLine {
            label: qsTr("Coordinate system")
            InputField {
                objectName: "importCrs"
                Layout.fillWidth: true
                text: preview.file?.crs ?? ""
                placeholderText: qsTr("as judged; or EPSG:4547, gcj02, bd09, CGCS2000 CM 115.5 FE 500000")
                onEditingFinished: preview.session.imports.choose(preview.row, "crs", text)
            }
        }
        Repeater {
            model: preview.file?.fileLayers ?? []
            delegate: ImportLayer {
                required property var modelData
                Layout.fillWidth: true
                judged: modelData
            }
        }
    }
}
