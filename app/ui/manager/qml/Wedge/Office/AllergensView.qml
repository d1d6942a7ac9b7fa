pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What products hold; tools and their sanitation; incidents with the receipts concerned.
ColumnLayout {
    id: page

    required property var vm
    property bool live: true

    objectName: "allergensPage"
    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        objectName: "allergenNotice"
        text: page.vm.errand.text
        title: page.vm.errand.title
        tone: page.vm.errand.tone

        onDismissed: page.vm.errand.dismiss()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ChipBar {
            Layout.fillWidth: true
            current: page.vm.section
            model: [
                { key: "products", text: qsTr("Products") },
                { key: "tools", text: qsTr("Tools and surfaces") },
                { key: "incidents", text: qsTr("Incidents") },
                { key: "probes", text: qsTr("Probes") }
            ]

            onChosen: key => page.vm.choose(key)
        }

        ChipBar {
            Layout.preferredWidth: contentWidth
            current: page.vm.view
            model: [{ key: "us", text: qsTr("US list") }, { key: "eu", text: qsTr("EU list") }]
            visible: page.vm.section === "products"

            onChosen: key => page.vm.look(key)
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        visible: page.vm.section === "products"

        AllergenMatrix {
            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: page.vm.columns
            model: page.vm.matrix
            objectName: "matrixTable"

            onPicked: key => page.vm.pick(key)
        }
    }

    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: recipe.implicitHeight + Theme.mm(8)
        visible: page.vm.section === "products" && page.vm.pickedName !== ""

        RowLayout {
            id: recipe

            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            TextEntry {
                id: made

                Layout.fillWidth: true
                label: qsTr("Ingredients of %1").arg(page.vm.pickedName)
                maximumLength: 2000
                objectName: "ingredients"

                Binding on text {
                    value: page.vm.ingredients
                }
            }

            MainButton {
                Layout.alignment: Qt.AlignBottom
                enabled: page.live && !page.vm.errand.busy
                objectName: "ingredientsSave"
                text: qsTr("Keep")

                onClicked: page.vm.saveIngredients(made.text)
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        visible: page.vm.section === "tools"

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
            model: page.vm.equipment
            objectName: "equipmentTable"

            onRowActivated: index => page.vm.editRow(index)
        }
    }

    EquipmentForm {
        Layout.fillWidth: true
        busy: page.vm.errand.busy
        live: page.live
        visible: page.vm.section === "tools"
        vm: page.vm.editor
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        visible: page.vm.section === "tools"

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
            model: page.vm.log
            objectName: "sanitationTable"
        }
    }

    ProbesCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        live: page.live
        visible: page.vm.section === "probes"
        vm: page.vm.probes
    }

    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: report.implicitHeight + Theme.mm(8)
        visible: page.vm.section === "incidents"

        RowLayout {
            id: report

            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Connections {
                function onFinished() {
                    code.text = "";
                    note.text = "";
                }

                target: page.vm.errand
            }

            TextEntry {
                id: code

                label: qsTr("Code of the portion or whole")
                objectName: "incidentCode"
            }

            TextEntry {
                id: note

                Layout.fillWidth: true
                label: qsTr("What happened")
                objectName: "incidentNote"
            }

            DangerButton {
                Layout.alignment: Qt.AlignBottom
                enabled: page.live && !page.vm.errand.busy && code.text.trim() !== "" && note.text.trim() !== ""
                objectName: "incidentReport"
                text: qsTr("Block and report")

                onClicked: page.vm.report(code.text, note.text)
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        visible: page.vm.section === "incidents"

        EmptyState {
            anchors.centerIn: parent
            text: qsTr("Report one above, and everything that may be concerned is blocked at once.")
            title: qsTr("No incidents")
            visible: incidents.count === 0
        }

        ListView {
            id: incidents

            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.vm.incidents
            objectName: "incidentList"
            spacing: Theme.mm(4)

            delegate: RowLayout {
                id: incident

                required property string id
                required property string title
                required property string note
                required property string lots
                required property string receipts
                required property string who
                required property string due
                required property string tone
                required property bool open
                required property string outcome

                spacing: Theme.mm(3)
                width: incidents.width

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.mm(0.6)

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.gap

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.sizeMedium
                            font.weight: Font.DemiBold
                            text: incident.title
                        }

                        StatusPill {
                            text: incident.open ? incident.due : qsTr("released")
                            tone: incident.tone
                        }
                    }

                    Label {
                        Layout.fillWidth: true
                        text: "“" + incident.note + "”"
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        objectName: "incidentLots"
                        text: incident.lots
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        objectName: "incidentReceipts"
                        text: incident.receipts
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        text: incident.who + (incident.outcome === "" ? "" : " · " + incident.outcome)
                        tone: "muted"
                    }
                }

                QuietButton {
                    enabled: page.live && !page.vm.errand.busy
                    objectName: "release_" + incident.id
                    text: qsTr("Release …")
                    visible: incident.open

                    onClicked: page.vm.release(incident.id)
                }
            }
        }
    }
}
