pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One tool or surface: code, name, what it suits, where it stands; or the keys to begin one.
Card {
    id: form

    cancelKey: leave

    required property var vm
    readonly property var shown: vm.shown
    property bool live: true
    property bool busy: false

    function save() {
        if (keep.enabled)
            vm.save();
    }

    implicitHeight: fields.implicitHeight + Theme.mm(8)

    ColumnLayout {
        id: fields

        anchors.left: parent.left
        anchors.margins: Theme.mm(4)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(2.5)

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: !form.shown.open

            QuietButton {
                objectName: "newTool"
                text: qsTr("New tool …")

                onClicked: form.vm.create("tool")
            }

            QuietButton {
                objectName: "newSurface"
                text: qsTr("New surface …")

                onClicked: form.vm.create("surface")
            }

            Label {
                Layout.fillWidth: true
                text: qsTr("Tap a row to change it.")
                tone: "muted"
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: form.shown.open

            TextEntry {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.mm(32)
                label: qsTr("Code")
                maximumLength: 20
                objectName: "equipmentCode"
                text: form.shown.code ?? ""

                onEdited: text => form.vm.write("code", text)
                // A form opens in its first field.
                onVisibleChanged: if (visible) forceActiveFocus()
            }

            TextEntry {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                label: form.shown.tool ? qsTr("Name of the tool") : qsTr("Name of the surface")
                maximumLength: 80
                objectName: "equipmentName"
                text: form.shown.name ?? ""

                onEdited: text => form.vm.write("name", text)
            }

            Choice {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.mm(62)
                current: form.shown.active ? "on" : "off"
                label: qsTr("In use")
                model: [{ key: "on", text: qsTr("in use") }, { key: "off", text: qsTr("retired") }]

                onChosen: key => form.vm.use(key === "on")
            }
        }

        PickMany {
            Layout.fillWidth: true
            chosen: form.shown.suits ?? []
            label: form.shown.tool ? qsTr("Suits (one at least)") : qsTr("Only for (none: for everything)")
            model: form.vm.categories
            objectName: "equipmentSuits"
            visible: form.shown.open

            onToggled: key => form.vm.toggle(key)
        }

        Choice {
            Layout.fillWidth: true
            current: form.shown.station ?? ""
            label: qsTr("Station")
            model: form.vm.stations
            visible: form.shown.open && !form.shown.tool

            onChosen: key => form.vm.place(key)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: form.shown.open

            Item {
                Layout.fillWidth: true
            }

            QuietButton {
                id: leave

                objectName: "equipmentClose"
                text: qsTr("Close")

                onClicked: form.vm.close()
            }

            MainButton {
                id: keep

                enabled: form.live && !form.busy && (form.shown.ready ?? false)
                objectName: "equipmentSave"
                text: qsTr("Keep")

                onClicked: form.save()
            }
        }
    }
}
