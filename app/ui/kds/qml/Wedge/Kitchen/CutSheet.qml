import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Cut a whole: how many, with what, where to, how good it is, what was measured.
Sheet {
    id: sheet

    required property var vm

    signal measureWanted

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

    ChoiceRow {
        Layout.fillWidth: true
        current: sheet.vm.tool
        model: sheet.vm.tools
        visible: sheet.vm.tools.length > 0
        onChosen: key => sheet.vm.choose("tool", key)
    }

    ChoiceRow {
        Layout.fillWidth: true
        current: sheet.vm.surface
        model: sheet.vm.surfaces
        visible: sheet.vm.surfaces.length > 1
        onChosen: key => sheet.vm.choose("surface", key)
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        objectName: "noTool"
        text: qsTr("▲ No tool in the store suits this product. Ask the manager.")
        tone: "danger"
        visible: !sheet.vm.ready
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
        text: qsTr("Quality score")
    }

    ChoiceRow {
        Layout.fillWidth: true
        current: sheet.vm.look
        model: [{ key: "10", text: qsTr("Perfect") }, { key: "9", text: qsTr("Good") }, { key: "8", text: qsTr("Uneven") }, { key: "later", text: qsTr("Later") }]
        onChosen: key => sheet.vm.choose("look", key)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        KitchenKey {
            objectName: "measure"
            text: qsTr("Weigh and score")

            onClicked: sheet.measureWanted()
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            objectName: "measureSummary"
            text: sheet.vm.measures.summary
            tone: sheet.vm.measures.possible ? "muted" : "danger"
        }
    }

    MainButton {
        Layout.fillWidth: true
        enabled: sheet.vm.ready && sheet.vm.measures.possible
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
