pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Who works at each station, and how far each holding unit is from the counter.
Card {
    id: card

    required property var vm
    property bool live: true

    Flickable {
        anchors.fill: parent
        anchors.margins: Theme.mm(3)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight

        ColumnLayout {
            id: column

            spacing: Theme.mm(2)
            width: parent.width

            Notice {
                Layout.fillWidth: true
                objectName: "workNotice"
                text: card.vm.saving.text
                title: card.vm.saving.title
                tone: card.vm.saving.tone

                onDismissed: card.vm.saving.dismiss()
            }

            Label {
                font.weight: Font.DemiBold
                text: qsTr("At work now")
            }

            Repeater {
                model: card.vm.stations

                RowLayout {
                    id: station

                    required property string id
                    required property string name
                    required property int staff
                    required property string queued

                    Layout.fillWidth: true
                    spacing: Theme.gap

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            text: station.name
                        }

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.sizeSmall
                            text: station.queued
                            tone: "muted"
                        }
                    }

                    QuietButton {
                        Accessible.name: qsTr("One less at %1").arg(station.name)
                        enabled: station.staff > 1 && card.live && !card.vm.saving.busy
                        objectName: "staffLess_" + station.name
                        text: "−"

                        onClicked: card.vm.staff(station.id, station.staff - 1)
                    }

                    Label {
                        Layout.preferredWidth: Theme.mm(10)
                        font.weight: Font.Bold
                        horizontalAlignment: Text.AlignHCenter
                        objectName: "staffCount_" + station.name
                        text: station.staff
                    }

                    QuietButton {
                        Accessible.name: qsTr("One more at %1").arg(station.name)
                        enabled: card.live && !card.vm.saving.busy
                        objectName: "staffMore_" + station.name
                        text: "+"

                        onClicked: card.vm.staff(station.id, station.staff + 1)
                    }
                }
            }

            Label {
                Layout.topMargin: Theme.mm(2)
                font.weight: Font.DemiBold
                text: qsTr("Where portions are fetched from")
            }

            Repeater {
                model: card.vm.units

                RowLayout {
                    id: unit

                    required property string id
                    required property string name
                    required property string storage

                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Label {
                        Layout.fillWidth: true
                        text: unit.name
                    }

                    Repeater {
                        model: [
                            { key: "display", text: qsTr("Display") },
                            { key: "chilled", text: qsTr("Chilled store") },
                            { key: "freezer", text: qsTr("Freezer") }
                        ]

                        QuietButton {
                            required property var modelData

                            checked: unit.storage === modelData.key
                            enabled: card.live && !card.vm.saving.busy
                            objectName: "storage_" + unit.name + "_" + modelData.key
                            text: modelData.text

                            onClicked: card.vm.storage(unit.id, modelData.key)
                        }
                    }
                }
            }
        }
    }
}
