pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One choice of many: a field that opens a list with a search. `model`: list of { key, text }.
// objectNames: `<name>_key` opens the list, `<name>_search` filters it, `pick_<key>` chooses.
Column {
    id: picker

    property string label: ""
    property string error: ""
    property string placeholder: qsTr("Choose …")
    property string emptyText: qsTr("Nothing matches")
    property var model: []
    property string current: ""
    readonly property alias opened: sheet.opened
    readonly property var chosenRow: model.find(row => row.key === current)

    signal chosen(string key)

    function matching(words: string): var {
        const wanted = words.toLowerCase().split(" ").filter(word => word !== "");
        return model.filter(row => wanted.every(word => row.text.toLowerCase().includes(word)));
    }

    spacing: Theme.mm(1)

    Label {
        font.pixelSize: Theme.sizeSmall
        text: picker.label
        tone: "muted"
        visible: text !== ""
    }

    BaseButton {
        id: opener

        Accessible.name: picker.label + ", " + text
        edge: picker.error !== "" ? Theme.danger : Theme.outline
        fill: Theme.surface
        font.weight: Font.Normal
        height: Math.max(Theme.mm(11.5), Theme.target)
        ink: picker.chosenRow ? Theme.text : Theme.textMuted
        leftPadding: Theme.mm(3.5)
        objectName: picker.objectName + "_key"
        rightPadding: Theme.mm(3.5)
        text: picker.chosenRow ? picker.chosenRow.text : picker.placeholder
        width: parent.width

        onClicked: {
            search.text = "";
            sheet.open();
            search.forceActiveFocus();
        }

        contentItem: RowLayout {
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                color: opener.ink
                text: opener.text
            }

            Label {
                font.pixelSize: Theme.sizeMedium
                text: "▾"
                topPadding: Theme.mm(1)
                tone: "muted"
            }
        }
    }

    Label {
        font.pixelSize: Theme.sizeSmall
        text: "▲ " + picker.error
        tone: "danger"
        visible: picker.error !== ""
    }

    Sheet {
        id: sheet

        height: Math.min(Theme.mm(150), (parent ? parent.height : 9999) - Theme.mm(8))
        title: picker.label
        width: Math.min(Theme.mm(150), (parent ? parent.width : 9999) - Theme.mm(8))

        SearchField {
            id: search

            Layout.fillWidth: true
            objectName: picker.objectName + "_search"
        }

        ListView {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: sheet.visible ? picker.matching(search.text) : []
            objectName: picker.objectName + "_list"
            spacing: Theme.mm(1)

            delegate: BaseButton {
                id: row

                required property var modelData

                checked: picker.current === modelData.key
                fill: checked ? Theme.text : Theme.surfaceRaised
                ink: checked ? Theme.surface : Theme.text
                objectName: "pick_" + modelData.key
                text: modelData.text
                width: list.width

                onClicked: {
                    picker.chosen(modelData.key);
                    sheet.close();
                }

                contentItem: Label {
                    color: row.ink
                    text: row.text
                    verticalAlignment: Text.AlignVCenter
                }
            }

            EmptyState {
                anchors.centerIn: parent
                parent: list
                title: picker.emptyText
                visible: list.count === 0
            }
        }
    }
}
