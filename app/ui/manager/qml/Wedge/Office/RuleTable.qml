pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A field that is a table of two columns. The rows are counted, not listed, so that the cell
// being typed into lives on while its row changes.
ColumnLayout {
    id: table

    required property string key
    required property var cells
    required property var columns
    required property string error
    required property var vm
    required property string title

    spacing: Theme.mm(1)

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        text: table.title
        tone: "muted"
    }

    Repeater {
        model: table.cells.length

        RowLayout {
            id: line

            required property int index
            readonly property var texts: table.cells[index] ?? ["", ""]

            Layout.fillWidth: true
            spacing: Theme.gap

            Repeater {
                model: table.columns.length

                TextEntry {
                    required property int index

                    Accessible.name: table.columns[index]
                    Layout.fillWidth: true
                    Layout.preferredWidth: index === 0 ? 2 : 3
                    label: line.index === 0 ? table.columns[index] : ""
                    objectName: "rule_" + table.key + "_" + line.index + "_" + index
                    text: line.texts[index] ?? ""

                    onEdited: text => table.vm.writeCell(table.key, line.index, index, text)
                }
            }

            QuietButton {
                Accessible.name: qsTr("Remove")
                Layout.alignment: Qt.AlignBottom
                objectName: "rule_" + table.key + "_remove_" + line.index
                text: "✕"

                onClicked: table.vm.removeRow(table.key, line.index)
            }
        }
    }

    QuietButton {
        objectName: "rule_" + table.key + "_add"
        text: qsTr("Add a row")

        onClicked: table.vm.writeCell(table.key, table.cells.length, 0, "")
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        text: "▲ " + table.error
        tone: "danger"
        visible: table.error !== ""
        wrapMode: Text.Wrap
    }
}
