pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The period's quality, waste and yield against their targets, and where they come from.
RowLayout {
    id: view

    required property var vm
    property string named: "kpi"

    signal period(string days)

    objectName: view.named + "View"
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
            objectName: view.named + "Period"

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
                        objectName: view.named + "_" + figure.modelData.key
                        text: figure.modelData.value
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        objectName: view.named + "Note_" + figure.modelData.key
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
                current: view.vm.subject
                model: view.vm.subjects
                objectName: view.named + "Subjects"
                visible: view.vm.subjects.length > 0

                onChosen: key => view.vm.choose(key)
            }

            ChipBar {
                Layout.fillWidth: true
                current: view.vm.table
                model: view.vm.tables
                objectName: view.named + "Tables"
                visible: view.vm.tables.length > 0

                onChosen: key => view.vm.show(key)
            }

            LinesPlot {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Theme.mm(40), view.height * 0.38)
                dots: true
                high: view.vm.plot.high ?? 1
                least: -0.4
                lines: view.vm.plot.lines ?? []
                low: view.vm.plot.low ?? 0
                marks: view.vm.plot.marks ?? []
                most: view.vm.plot.most ?? 1
                objectName: view.named + "Plot"
                ticks: view.vm.plot.ticks ?? []
                tips: view.vm.plot.tips ?? []
                upwards: view.vm.plot.upwards ?? ""
                visible: (view.vm.plot.lines ?? []).length > 0
            }

            DataTable {
                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: view.vm.columns
                emptyText: qsTr("Nothing in this period")
                model: view.vm.lines
                objectName: view.named + "Lines"
                sortDescending: view.vm.lines.sortDescending
                sortKey: view.vm.lines.sortKey

                onSortRequested: (key, descending) => view.vm.lines.order(key, descending)
            }
        }
    }
}
