pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The people who may sign in; a tap on a row opens the form for that person.
Card {
    id: card

    required property var vm
    readonly property var shown: vm.shown
    readonly property bool wanted: shown.open ?? false
    property bool live: true

    function save() {
        if (keep.enabled)
            vm.save();
    }

    onWantedChanged: wanted ? sheet.open() : sheet.close()

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(2)
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            objectName: "staffNotice"
            text: card.vm.saving.text
            title: card.vm.saving.title
            tone: card.vm.saving.tone
            visible: title !== "" && !sheet.opened

            onDismissed: card.vm.saving.dismiss()
        }

        DataTable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columns: [
                { key: "name", title: qsTr("Staff"), weight: 1.3, sortable: false },
                { key: "kind", title: qsTr("Role"), weight: 1.7, sortable: false },
                { key: "status", title: qsTr("Status"), weight: 1.2, sortable: false }
            ]
            emptyText: qsTr("No staff")
            model: card.vm.rows
            objectName: "staffTable"

            onRowActivated: index => card.vm.edit(index)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            QuietButton {
                objectName: "newPerson"
                text: qsTr("New person …")

                onClicked: card.vm.create()
            }

            Label {
                Layout.fillWidth: true
                text: qsTr("Tap a row to change it.")
                tone: "muted"
            }
        }
    }

    Sheet {
        id: sheet

        asks: true

        title: card.shown.isNew ? qsTr("New person") : qsTr("Change a person")
        objectName: "staffSheet"
        width: Math.min(Theme.mm(170), (parent ? parent.width : 9999) - Theme.mm(8))

        onClosed: if (card.wanted) card.vm.close()
        onOpened: person.forceActiveFocus()

        Notice {
            Layout.fillWidth: true
            objectName: "staffRefused"
            text: card.vm.saving.text
            title: card.vm.saving.title
            tone: card.vm.saving.tone
            visible: title !== ""

            onDismissed: card.vm.saving.dismiss()
        }

        TextEntry {
            id: person

            Layout.fillWidth: true
            label: qsTr("Name")
            maximumLength: 80
            objectName: "personName"
            text: card.shown.name ?? ""

            onEdited: text => card.vm.write("name", text)
        }

        Choice {
            Layout.fillWidth: true
            current: card.shown.role ?? ""
            label: qsTr("Role")
            model: card.shown.roles ?? []
            objectName: "personRole"

            onChosen: key => card.vm.choose(key)
        }

        Choice {
            Layout.fillWidth: true
            current: card.shown.active ? "active" : "left"
            label: qsTr("Works here")
            model: [{ key: "active", text: qsTr("active") }, { key: "left", text: qsTr("left") }]

            onChosen: key => card.vm.work(key === "active")
        }

        TextEntry {
            Layout.preferredWidth: Theme.mm(90)
            inputMethodHints: Qt.ImhDigitsOnly
            label: card.shown.pinLabel ?? ""
            maximumLength: card.shown.pinDigits ?? 6
            objectName: "personPin"
            text: card.shown.pin ?? ""

            onEdited: text => card.vm.write("pin", text)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Item {
                Layout.fillWidth: true
            }

            QuietButton {
                objectName: "personClose"
                text: qsTr("Close")

                onClicked: sheet.leave()
            }

            MainButton {
                id: keep

                enabled: card.live && !card.vm.saving.busy && (card.shown.ready ?? false)
                objectName: "personSave"
                text: qsTr("Keep")

                onClicked: card.save()
            }
        }
    }
}
