import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Days and hours of a rule; `vm` has values, errors, write and toggle.
ColumnLayout {
    id: part

    required property var vm
    required property var days
    property string name: ""

    spacing: Theme.mm(2)

    PickMany {
        Layout.fillWidth: true
        chosen: part.vm.values.days ?? []
        error: part.vm.errors.days ?? ""
        label: qsTr("Days")
        model: part.days
        objectName: part.name + "Day"

        onToggled: key => part.vm.toggle("days", key)
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.mm(2)
        uniformCellWidths: true

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.from ?? ""
            label: qsTr("From (empty: all day)")
            objectName: part.name + "From"
            placeholderText: "14:00"
            text: part.vm.values.from ?? ""

            onEdited: text => part.vm.write("from", text)
        }

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.until ?? ""
            label: qsTr("Until")
            objectName: part.name + "Until"
            placeholderText: "17:00"
            text: part.vm.values.until ?? ""

            onEdited: text => part.vm.write("until", text)
        }

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.first ?? ""
            label: qsTr("First day (may be empty)")
            objectName: part.name + "First"
            placeholderText: "2026-03-01"
            text: part.vm.values.first ?? ""

            onEdited: text => part.vm.write("first", text)
        }

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.last ?? ""
            label: qsTr("Last day (may be empty)")
            objectName: part.name + "Last"
            placeholderText: "2026-03-31"
            text: part.vm.values.last ?? ""

            onEdited: text => part.vm.write("last", text)
        }
    }
}
