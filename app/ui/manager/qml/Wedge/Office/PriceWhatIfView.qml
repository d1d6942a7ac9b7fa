pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The numbers of the draft at the left, what they would do to the stock of now at the right.
RowLayout {
    id: view

    required property var vm

    spacing: Theme.gap

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 2
        Layout.maximumWidth: Theme.mm(58)

        ListView {
            id: fields

            anchors.fill: parent
            anchors.margins: Theme.mm(4)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: view.vm.fields
            objectName: "draftFields"
            spacing: Theme.mm(2)

            delegate: TextEntry {
                required property string id
                required property string hint
                required property bool moved
                required property var model

                error: model.error
                label: (moved ? "● " : "") + model.label + (hint === "" ? "" : " (" + hint + ")")
                maximumLength: 2000
                objectName: "draft_" + id
                text: model.text
                width: fields.width

                onEdited: text => view.vm.write(id, text)
            }
        }
    }

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 5
        spacing: Theme.gap

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 6

            Picker {
                id: which

                anchors.left: parent.left
                anchors.margins: Theme.mm(3)
                anchors.top: parent.top
                current: view.vm.ladder.current
                model: view.vm.ladder.goods
                objectName: "ladderProduct"
                width: Theme.mm(60)

                onChosen: key => view.vm.ladder.choose(key)
            }

            LadderPlot {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Theme.mm(3)
                anchors.right: parent.right
                anchors.top: which.bottom
                anchors.topMargin: Theme.mm(1)
                objectName: "draftLadder"
                plot: view.vm.ladder.ladder.plot
            }
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 5

            Label {
                id: title

                anchors.left: parent.left
                anchors.margins: Theme.mm(4)
                anchors.right: parent.right
                anchors.top: parent.top
                font.weight: Font.DemiBold
                text: view.vm.edits > 0 ? qsTr("The portions on sale now, with the draft") : qsTr("Change a rule to see what it would do")
            }

            DataTable {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Theme.mm(2)
                anchors.right: parent.right
                anchors.top: title.bottom
                columns: [
                    { key: "name", title: qsTr("Product"), weight: 2.6, sortable: false },
                    { key: "portions", title: qsTr("Portions"), weight: 1.2, align: "right", sortable: false },
                    { key: "before", title: qsTr("Now"), weight: 2.2, align: "right", sortable: false },
                    { key: "after", title: qsTr("Draft"), weight: 1.8, align: "right", sortable: false },
                    { key: "moved", title: "▲ ▼", weight: 0.9, align: "right", sortable: false },
                    { key: "margin", title: qsTr("Margin"), weight: 3, align: "right", sortable: false },
                    { key: "sumChange", title: qsTr("Sum"), weight: 1.2, align: "right", sortable: false }
                ]
                emptyText: qsTr("No portions are on sale")
                model: view.vm.effects
                objectName: "effectTable"
            }
        }
    }
}
