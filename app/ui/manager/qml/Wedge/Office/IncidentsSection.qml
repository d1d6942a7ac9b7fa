pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Reporting an allergen incident, and the incidents with the receipts concerned.
ColumnLayout {
    id: section

    required property var vm
    property bool live: true

    spacing: Theme.gap

    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: report.implicitHeight + Theme.mm(8)

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

                target: section.vm.errand
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
                enabled: section.live && !section.vm.errand.busy && code.text.trim() !== "" && note.text.trim() !== ""
                objectName: "incidentReport"
                text: qsTr("Block and report")

                onClicked: section.vm.report(code.text, note.text)
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true

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
            model: section.vm.incidents
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
                    enabled: section.live && !section.vm.errand.busy
                    objectName: "release_" + incident.id
                    text: qsTr("Release …")
                    visible: incident.open

                    onClicked: section.vm.release(incident.id)
                }
            }
        }
    }
}
