pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A price seen elsewhere, typed here or taken from a file.
Card {
    id: form

    required property var vm
    property bool live: true

    function send() {
        if (key.enabled)
            vm.record();
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(4)
        spacing: Theme.mm(2)

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.Bold
            text: qsTr("A price seen elsewhere")
        }

        Picker {
            Layout.fillWidth: true
            current: form.vm.values.product ?? ""
            error: form.vm.errors.product ?? ""
            label: qsTr("Our product")
            model: form.vm.products
            objectName: "rivalProduct"

            onChosen: key => form.vm.write("product", key)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            uniformCellSizes: true

            TextEntry {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                error: form.vm.errors.price ?? ""
                label: qsTr("Their price")
                objectName: "rivalPrice"
                text: form.vm.values.price ?? ""

                onEdited: text => form.vm.write("price", text)
            }

            TextEntry {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                error: form.vm.errors.date ?? ""
                label: qsTr("Seen on (empty: today)")
                objectName: "rivalDate"
                placeholderText: "2026-03-01"
                text: form.vm.values.date ?? ""

                onEdited: text => form.vm.write("date", text)
            }
        }

        TextEntry {
            Layout.fillWidth: true
            error: form.vm.errors.origin ?? ""
            label: qsTr("Where it was seen")
            objectName: "rivalOrigin"
            text: form.vm.values.origin ?? ""

            onEdited: text => form.vm.write("origin", text)
        }

        MainButton {
            id: key

            enabled: form.live && !form.vm.errand.busy
            objectName: "rivalKey"
            text: qsTr("Record")

            onClicked: form.send()
        }

        Notice {
            Layout.fillWidth: true
            objectName: "rivalNotice"
            text: form.vm.errand.text
            title: form.vm.errand.title
            tone: form.vm.errand.tone

            onDismissed: form.vm.errand.dismiss()
        }

        Item {
            Layout.fillHeight: true
        }

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            text: qsTr("Many at once")
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeSmall
            text: qsTr("A CSV file whose first line is product,price,date,origin. All of it is taken, or nothing.")
            tone: "muted"
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            TextEntry {
                id: file

                Layout.fillWidth: true
                objectName: "rivalFile"
                placeholderText: qsTr("Path of the file")
                maximumLength: 2000
            }

            QuietButton {
                enabled: form.live && file.text !== "" && !form.vm.errand.busy
                objectName: "rivalImport"
                text: qsTr("Import")

                onClicked: form.vm.importFile(file.text)
            }
        }
    }

    DropArea {
        anchors.fill: parent

        onDropped: drop => {
            if (drop.hasUrls) {
                file.text = drop.urls[0];
                form.vm.importFile(drop.urls[0]);
            }
        }
    }
}
