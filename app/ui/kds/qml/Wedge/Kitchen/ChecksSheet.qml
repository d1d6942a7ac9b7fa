import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The looks that are due, and the food that left sale and waits for its waste record.
Sheet {
    id: sheet

    required property var vm
    property bool live: true

    objectName: "checksSheet"
    title: qsTr("Checks")

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(130)
        Layout.preferredWidth: Theme.mm(320)
        spacing: Theme.mm(6)

        CheckList {
            emptyText: qsTr("Nothing is due in the next 10 minutes")
            keyText: qsTr("Look")
            live: sheet.live
            model: sheet.vm.lists.rows
            prefix: "look_"
            title: qsTr("Due")

            onChosen: key => sheet.vm.look(key)
        }

        CheckList {
            emptyText: qsTr("Nothing has left sale")
            keyText: qsTr("Waste all")
            live: sheet.live
            model: sheet.vm.lists.leaving
            prefix: "waste_"
            title: qsTr("Off sale: book as waste")

            onChosen: key => sheet.vm.waste(key)
            onOther: key => sheet.vm.other(key)
        }
    }
}
