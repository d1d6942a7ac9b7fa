pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Terminals, receipts that wait for paper, and staff.
RowLayout {
    id: page

    required property var vm

    objectName: "placesPage"
    spacing: Theme.gap

    Repeater {
        model: [
            { key: "terminalTable", title: qsTr("Terminal"), rows: page.vm.terminals, none: qsTr("No terminals") },
            { key: "printTable", title: qsTr("Waiting for paper"), rows: page.vm.jobs, none: qsTr("Everything is printed") },
            { key: "staffTable", title: qsTr("Staff"), rows: page.vm.staff, none: qsTr("No staff") }
        ]

        Card {
            id: card

            required property var modelData

            Layout.fillHeight: true
            Layout.fillWidth: true

            DataTable {
                anchors.fill: parent
                anchors.margins: Theme.mm(2)
                columns: [
                    { key: "name", title: card.modelData.title, weight: 1.4, sortable: false },
                    { key: "kind", title: qsTr("Kind"), sortable: false },
                    { key: "status", title: qsTr("Status"), weight: 1.4, sortable: false }
                ]
                emptyText: card.modelData.none
                model: card.modelData.rows
                objectName: card.modelData.key
            }
        }
    }
}
