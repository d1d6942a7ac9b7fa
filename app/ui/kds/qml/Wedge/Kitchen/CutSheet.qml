pragma ComponentBehavior: Bound
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
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(210))

    // What is chosen stands before its keys: below each other they outgrow a small screen.
    component Titled: RowLayout {
        id: titled

        property string title: ""
        default property alias keys: place.data

        Layout.fillWidth: true
        spacing: Theme.gap

        Label {
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: Theme.target
            Layout.preferredWidth: Theme.mm(34)
            font.pixelSize: Theme.sizeMedium
            text: titled.title
            tone: "muted"
            wrapMode: Text.Wrap
        }

        ColumnLayout {
            id: place

            Layout.fillWidth: true
            spacing: Theme.gap
        }
    }

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "cutTraining"
        title: sheet.vm.training
        tone: "warning"
    }

    Titled {
        title: qsTr("Portions")

        ChoiceRow {
            Layout.fillWidth: true
            current: sheet.vm.configuration
            model: sheet.vm.configurations
            onChosen: key => sheet.vm.choose("configuration", key)
        }
    }

    Titled {
        title: qsTr("Tool")
        visible: sheet.vm.toolsKnown && sheet.vm.jobText === ""

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            ChoiceRow {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                current: sheet.vm.tool
                model: sheet.vm.tools
                onChosen: key => sheet.vm.choose("tool", key)
            }

            TextEntry {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.mm(60)
                objectName: "scanTool"
                placeholderText: qsTr("Scan or type its code")

                onAccepted: {
                    sheet.vm.scan(text);
                    text = "";
                }
                // The code's own Enter does not cut.
                Keys.onReturnPressed: {}
                Keys.onEnterPressed: {}
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.mm(34) + Theme.gap
        Layout.preferredWidth: 1
        font.pixelSize: Theme.sizeMedium
        objectName: "scanRefused"
        text: "▲ " + sheet.vm.scanned
        tone: "danger"
        visible: sheet.vm.scanned !== ""
        wrapMode: Text.Wrap
    }

    Titled {
        title: qsTr("Surface")
        visible: sheet.vm.surfaces.length > 1 && sheet.vm.jobText === ""

        ChoiceRow {
            Layout.fillWidth: true
            current: sheet.vm.surface
            model: sheet.vm.surfaces
            onChosen: key => sheet.vm.choose("surface", key)
        }
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        objectName: "noTool"
        text: qsTr("▲ No tool in the store suits this product. Ask the manager.")
        tone: "danger"
        visible: !sheet.vm.ready && sheet.vm.scanned === ""
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.mm(34) + Theme.gap
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            font.pixelSize: Theme.sizeMedium
            objectName: "equipmentState"
            text: [sheet.vm.jobText, sheet.vm.equipmentText].filter(part => part !== "").join("   ")
            tone: sheet.vm.equipmentTone !== "" ? sheet.vm.equipmentTone : sheet.vm.jobText !== "" ? "info" : "muted"
            wrapMode: Text.Wrap
        }

        KitchenKey {
            enabled: sheet.vm.ready
            objectName: "startCutting"
            text: qsTr("Start cutting")
            visible: sheet.vm.jobText === ""

            onClicked: sheet.vm.start()
        }

        KitchenKey {
            objectName: "abandonCutting"
            text: qsTr("Give up")
            visible: sheet.vm.jobText !== ""

            onClicked: sheet.vm.abandon()
        }
    }

    Titled {
        title: qsTr("Place")

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
    }

    Titled {
        title: qsTr("Quality score")

        ChoiceRow {
            Layout.fillWidth: true
            current: sheet.vm.look
            model: [{ key: "10", text: qsTr("Perfect") }, { key: "9", text: qsTr("Good") }, { key: "8", text: qsTr("Uneven") }, { key: "later", text: qsTr("Later") }]
            onChosen: key => sheet.vm.choose("look", key)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.mm(34) + Theme.gap
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
