pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** What a city asks of its districts and the funds that it has, as lines of a form. */
ColumnLayout {
    id: fields

    required property Session session
    /** What stands there first: DeskController.profile or defaultProfile. */
    required property var values
    property var funds: Array.from(values.fundCodes ?? [])
    /** As DeskController takes it. */
    readonly property var profile: ({ minArea: minAreaField.text, minHouseholds: minField.text, maxHouseholds: maxField.text, maxSpan: spanField.text, maxFloorArea: floorField.text, fundCodes: funds })

    spacing: Theme.gapSmall
    Layout.fillWidth: true

    CardLine {
        label: qsTr("Households")
        InputField { id: minField; objectName: "profileMin"; Layout.fillWidth: true; text: fields.values.minHouseholds ?? ""; inputMethodHints: Qt.ImhDigitsOnly }
        Words { text: qsTr("to") }
        InputField { id: maxField; objectName: "profileMax"; Layout.fillWidth: true; text: fields.values.maxHouseholds ?? ""; inputMethodHints: Qt.ImhDigitsOnly }
    }
    CardLine {
        label: qsTr("Least ground, ha")
        InputField { id: minAreaField; objectName: "profileArea"; Layout.fillWidth: true; text: fields.values.minArea ?? "" }
        Words { text: qsTr("cities ask for 10 or 20"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    }
    CardLine {
        label: qsTr("Greatest span, m")
        InputField { id: spanField; Layout.fillWidth: true; text: fields.values.maxSpan ?? "" }
    }
    CardLine {
        label: qsTr("Most floor area, m²")
        InputField { id: floorField; Layout.fillWidth: true; text: fields.values.maxFloorArea ?? "" }
    }
    CardLine {
        label: qsTr("Fund sources")
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gapTiny
            Repeater {
                model: fields.session.desk.fundSources
                delegate: Chip {
                    id: chip
                    required property var modelData
                    readonly property string pays: fields.session.language.isChinese ? modelData.paysZh : modelData.paysEn
                    objectName: "fund-" + modelData.code
                    text: modelData.code + " " + (fields.session.language.isChinese ? modelData.zh : modelData.en)
                    checkable: true
                    checked: fields.funds.indexOf(modelData.code) >= 0
                    Tip { words: chip.pays === "" ? qsTr("No measure of the catalogue names it") : qsTr("Pays for: %1").arg(chip.pays) }
                    onClicked: fields.funds = checked ? fields.funds.concat([modelData.code]) : fields.funds.filter(code => code !== modelData.code)
                }
            }
        }
    }
}
