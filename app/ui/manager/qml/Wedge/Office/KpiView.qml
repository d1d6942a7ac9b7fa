pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The period's quality, waste and yield against their targets, and where they come from.
RowLayout {
    id: view

    required property var vm

    signal period(string days)

    objectName: "kpiView"
    spacing: Theme.gap

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.maximumWidth: Theme.mm(66)
        Layout.minimumWidth: Theme.mm(66)
        spacing: Theme.gap

        Picker {
            Layout.fillWidth: true
            current: String(view.vm.days)
            label: qsTr("Period")
            model: view.vm.periods
            objectName: "kpiPeriod"

            onChosen: key => view.period(key)
        }

        Repeater {
            model: view.vm.summary

            Card {
                id: figure

                required property var modelData

                Layout.fillWidth: true
                implicitHeight: Theme.mm(24)

                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: Theme.mm(3)
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        text: figure.modelData.label
                        tone: "muted"
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeLarge
                        font.weight: Font.Bold
                        objectName: "kpi_" + figure.modelData.key
                        text: figure.modelData.value
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        objectName: "kpiNote_" + figure.modelData.key
                        text: Theme.toneShape(figure.modelData.tone) + " " + figure.modelData.note
                        tone: figure.modelData.tone
                    }
                }
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            spacing: Theme.mm(1)

            ChipBar {
                Layout.fillWidth: true
                current: view.vm.table
                model: view.vm.tables
                objectName: "kpiTables"

                onChosen: key => view.vm.show(key)
            }

            ListView {
                id: list

                Layout.fillHeight: true
                Layout.fillWidth: true
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: view.vm.lines
                objectName: "kpiLines"

                delegate: Rectangle {
                    id: line

                    required property int index
                    required property string name
                    required property string counts
                    required property string share
                    required property string status
                    required property string tone

                    color: index % 2 ? "transparent" : Theme.surfaceRaised
                    height: Theme.mm(10)
                    radius: Theme.radius / 2
                    width: list.width

                    RowLayout {
                        anchors.fill: parent
                        anchors.leftMargin: Theme.mm(3)
                        anchors.rightMargin: Theme.mm(3)
                        spacing: Theme.gap

                        Label {
                            Layout.fillWidth: true
                            text: line.name
                        }

                        Label {
                            Layout.preferredWidth: Theme.mm(34)
                            horizontalAlignment: Text.AlignRight
                            text: line.counts
                            tone: "muted"
                        }

                        Label {
                            Layout.preferredWidth: Theme.mm(20)
                            font.weight: Font.DemiBold
                            horizontalAlignment: Text.AlignRight
                            objectName: "kpiShare_" + line.index
                            text: line.share
                        }

                        Label {
                            Layout.preferredWidth: Theme.mm(26)
                            text: line.status === "" ? "" : Theme.toneShape(line.tone) + " " + line.status
                            tone: line.tone
                        }
                    }
                }

                EmptyState {
                    anchors.centerIn: parent
                    parent: list
                    title: qsTr("Nothing in this period")
                    visible: list.count === 0
                }
            }
        }
    }
}
