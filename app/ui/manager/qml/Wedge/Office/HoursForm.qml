import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Slow or peak hours; a surcharge asks for its market analysis.
ColumnLayout {
    id: part

    required property var vm
    required property var days
    readonly property bool peak: Number((vm.values.points ?? "").replace("%", "").replace(",", ".").replace("−", "-").trim()) > 0

    spacing: Theme.mm(2)
    width: parent.width

    TextEntry {
        Layout.fillWidth: true
        error: part.vm.errors.name ?? ""
        label: qsTr("Name")
        objectName: "hoursName"
        text: part.vm.values.name ?? ""

        onEdited: text => part.vm.write("name", text)
    }

    TextEntry {
        Layout.fillWidth: true
        error: part.vm.errors.points ?? ""
        label: qsTr("Moves prices by (% of the base price; −10 % in slow hours)")
        objectName: "hoursPoints"
        text: part.vm.values.points ?? ""

        onEdited: text => part.vm.write("points", text)
    }

    ScheduleFields {
        Layout.fillWidth: true
        days: part.days
        name: "hours"
        vm: part.vm
    }

    Label {
        Layout.fillWidth: true
        font.weight: Font.DemiBold
        text: qsTr("Market analysis: why guests pay more then")
        visible: part.peak
        wrapMode: Text.Wrap
    }

    TextEntry {
        Layout.fillWidth: true
        error: part.vm.errors.analysis ?? ""
        label: qsTr("Analysis")
        maximumLength: 2000
        objectName: "hoursAnalysis"
        text: part.vm.values.analysis ?? ""
        visible: part.peak

        onEdited: text => part.vm.write("analysis", text)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true
        visible: part.peak

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.author ?? ""
            label: qsTr("Author")
            objectName: "hoursAuthor"
            text: part.vm.values.author ?? ""

            onEdited: text => part.vm.write("author", text)
        }

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.on ?? ""
            label: qsTr("Date of the analysis")
            objectName: "hoursOn"
            placeholderText: "2026-03-01"
            text: part.vm.values.on ?? ""

            onEdited: text => part.vm.write("on", text)
        }
    }
}
