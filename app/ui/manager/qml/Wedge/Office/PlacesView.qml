pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Terminals, receipts that wait for paper, staff, and what the estimated times are made of.
GridLayout {
    id: page

    required property var vm
    property bool live: true

    columnSpacing: Theme.gap
    columns: 2
    objectName: "placesPage"
    rowSpacing: Theme.gap
    uniformCellWidths: true

    Repeater {
        model: [
            { key: "terminalTable", row: 0, room: 44, kind: qsTr("Kind"), title: qsTr("Terminal"), rows: page.vm.terminals, more: [{ key: "lag", title: qsTr("Waited"), weight: 1.45, toneKey: "tone", sortable: false }], none: qsTr("No terminals") },
            { key: "printTable", row: 1, room: 26, kind: qsTr("Register"), title: qsTr("Waiting for paper"), rows: page.vm.jobs, more: [], none: qsTr("Everything is printed") }
        ]

        Card {
            id: card

            required property var modelData

            Layout.column: 0
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(modelData.room)
            Layout.row: modelData.row

            DataTable {
                anchors.fill: parent
                anchors.margins: Theme.mm(2)
                columns: [
                    { key: "name", title: card.modelData.title, weight: 1.25, sortable: false },
                    { key: "kind", title: card.modelData.kind, weight: 1.45, sortable: false },
                    { key: "status", title: qsTr("Status"), weight: 1.0, sortable: false }
                ].concat(card.modelData.more)
                emptyText: card.modelData.none
                model: card.modelData.rows
                objectName: card.modelData.key
            }
        }
    }

    StaffCard {
        Layout.column: 1
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(70)
        Layout.row: 0
        Layout.rowSpan: 2
        live: page.live
        objectName: "staffCard"
        vm: page.vm.staff
    }

    WorkPlaces {
        Layout.row: 2
        Layout.columnSpan: 2
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(54)
        live: page.live
        objectName: "workPlaces"
        vm: page.vm.work
    }
}
