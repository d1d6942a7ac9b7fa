pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One field of the rules: its name and unit, the editor that fits it, and what it does.
ColumnLayout {
    id: entry

    required property string id
    required property string label
    required property string hint
    required property string text
    required property string error
    required property bool moved
    required property string help
    required property string editor
    required property var options
    required property var ticks
    required property var columns
    required property var ticked
    required property var cells
    required property var vm
    readonly property string title: (moved ? "● " : "") + label + (hint === "" ? "" : " (" + hint + ")")

    spacing: Theme.mm(0.7)

    Loader {
        Layout.fillWidth: true
        sourceComponent: {
            switch (entry.editor) {
            case "choice":
                return one;
            case "many":
                return many;
            case "roles":
                return roles;
            case "rows":
                return table;
            default:
                return typed;
            }
        }
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        maximumLineCount: 2
        text: entry.help
        tone: "muted"
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    Component {
        id: typed

        TextEntry {
            error: entry.error
            label: entry.title
            maximumLength: 20000
            objectName: "rule_" + entry.id
            text: entry.text

            onEdited: text => entry.vm.write(entry.id, text)
        }
    }

    Component {
        id: one

        Choice {
            current: entry.text
            error: entry.error
            label: entry.title
            model: entry.options
            objectName: "rule_" + entry.id
            prefix: "rule_" + entry.id + "_"

            onChosen: key => entry.vm.write(entry.id, key)
        }
    }

    Component {
        id: many

        PickMany {
            chosen: entry.ticked[""] ?? []
            error: entry.error
            label: entry.title
            model: entry.options
            objectName: "rule_" + entry.id

            onToggled: key => entry.vm.tick(entry.id, "", key)
        }
    }

    Component {
        id: roles

        ColumnLayout {
            spacing: Theme.mm(2.5)

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                text: entry.title
                wrapMode: Text.Wrap
            }

            Repeater {
                model: entry.options

                PickMany {
                    required property var modelData

                    Layout.fillWidth: true
                    chosen: entry.ticked[modelData.key] ?? []
                    label: modelData.text
                    model: entry.ticks
                    objectName: "rule_" + entry.id + "_" + modelData.key

                    onToggled: key => entry.vm.tick(entry.id, modelData.key, key)
                }
            }
        }
    }

    Component {
        id: table

        RuleTable {
            cells: entry.cells
            columns: entry.columns
            error: entry.error
            key: entry.id
            title: entry.title
            vm: entry.vm
        }
    }
}
