import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Cut a whole: how many, where to, which shelf, how it looks.
Sheet {
    id: sheet

    required property var vm

    objectName: "cutSheet"
    title: qsTr("Cut %1").arg(vm.title)

    Label {
        font.pixelSize: Theme.sizeMedium
        text: qsTr("Portions")
    }

    ChoiceRow {
        Layout.fillWidth: true
        current: sheet.vm.configuration
        model: sheet.vm.configurations
        onChosen: key => sheet.vm.choose("configuration", key)
    }

    Label {
        font.pixelSize: Theme.sizeMedium
        text: qsTr("Place")
    }

    ChoiceRow {
        Layout.fillWidth: true
        current: sheet.vm.unit
        model: sheet.vm.units
        onChosen: key => sheet.vm.choose("unit", key)
    }

    ChoiceRow {
        Layout.fillWidth: true
        current: sheet.vm.shelf
        model: ["1", "2", "3", "4"].map(shelf => ({ key: shelf, text: qsTr("Shelf %1").arg(shelf) }))
        onChosen: key => sheet.vm.choose("shelf", key)
    }

    Label {
        font.pixelSize: Theme.sizeMedium
        text: qsTr("Look")
    }

    ChoiceRow {
        Layout.fillWidth: true
        current: sheet.vm.look
        model: [{ key: "10", text: qsTr("Perfect") }, { key: "9", text: qsTr("Good") }, { key: "8", text: qsTr("Uneven") }]
        onChosen: key => sheet.vm.choose("look", key)
    }

    MainButton {
        Layout.fillWidth: true
        focus: true
        large: true
        objectName: "cutConfirm"
        text: qsTr("Cut now")

        onClicked: {
            sheet.vm.confirm();
            sheet.close();
        }
    }
}
