pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Tools and surfaces with what they carry, the form for one of them, and what was sanitised.
ColumnLayout {
    id: section

    required property var vm
    property bool live: true

    spacing: Theme.gap

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true

        DataTable {
            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: [
                { key: "name", title: qsTr("Tool or surface"), weight: 2, sortable: false },
                { key: "kind", title: qsTr("Kind"), sortable: false },
                { key: "suits", title: qsTr("Suits"), weight: 1.6, sortable: false },
                { key: "carries", title: qsTr("Carries"), weight: 2.6, sortable: false },
                { key: "used", title: qsTr("Last used"), weight: 2, sortable: false },
                { key: "sanitised", title: qsTr("Sanitised"), weight: 2, sortable: false }
            ]
            emptyText: qsTr("No tool or surface is registered")
            model: section.vm.equipment
            objectName: "equipmentTable"

            onRowActivated: index => section.vm.editRow(index)
        }
    }

    EquipmentForm {
        Layout.fillWidth: true
        busy: section.vm.errand.busy
        live: section.live
        vm: section.vm.editor
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true

        DataTable {
            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: [
                { key: "at", title: qsTr("Sanitised"), weight: 1.4, sortable: false },
                { key: "name", title: qsTr("Tool or surface"), weight: 1.6, sortable: false },
                { key: "method", title: qsTr("Method"), weight: 1.6, sortable: false },
                { key: "removed", title: qsTr("It carried"), weight: 2, sortable: false },
                { key: "who", title: qsTr("Confirmed by"), weight: 1.2, sortable: false }
            ]
            emptyText: qsTr("Nothing was sanitised yet")
            model: section.vm.log
            objectName: "sanitationTable"
        }
    }
}
