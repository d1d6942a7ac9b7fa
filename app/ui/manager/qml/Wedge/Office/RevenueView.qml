pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What a whole brings, sold whole and by the portion, under the sums that meet the payments.
ColumnLayout {
    id: view

    required property var vm

    signal period(string key)

    objectName: "revenueView"
    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ChipBar {
            Layout.fillWidth: true
            current: view.vm.period
            model: view.vm.periods
            objectName: "revenuePeriods"

            onChosen: key => view.period(key)
        }

        Label {
            objectName: "revenueDays"
            text: view.vm.days
            tone: "muted"
        }
    }

    Card {
        Layout.fillWidth: true
        implicitHeight: Theme.mm(24)

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            spacing: Theme.mm(1)

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                uniformCellSizes: true

                Repeater {
                    model: view.vm.sums

                    ColumnLayout {
                        id: figure

                        required property var modelData
                        readonly property string tone: modelData.tone

                        Layout.alignment: Qt.AlignTop
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.sizeSmall
                            text: figure.modelData.label
                            tone: "muted"
                        }

                        Label {
                            Layout.fillWidth: true
                            font.weight: figure.tone === "plain" ? Font.Normal : Font.Bold
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.sizeSmall
                            objectName: "revenue_" + figure.modelData.key
                            text: (figure.tone === "ok" ? "● " : figure.tone === "danger" ? "▲ " : "")
                                + figure.modelData.value
                            tone: figure.tone === "ok" || figure.tone === "danger" ? figure.tone : "normal"
                        }
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                objectName: "revenueNotes"
                text: view.vm.notes
                tone: "muted"
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            spacing: 0

            Row {
                leftPadding: Theme.mm(3) + table.cellWidth(view.vm.columns[0])

                Repeater {
                    model: [qsTr("Sold whole, per whole"), qsTr("By the portion, per whole")]

                    Label {
                        required property string modelData

                        font.pixelSize: Theme.sizeSmall
                        font.weight: Font.DemiBold
                        horizontalAlignment: Text.AlignRight
                        rightPadding: Theme.mm(1.5)
                        tone: "muted"
                        text: modelData
                        width: table.cellWidth({ weight: 4 })
                    }
                }
            }

            DataTable {
                id: table

                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: view.vm.columns
                emptyText: qsTr("Nothing of a whole was sold in these days")
                model: view.vm.lines
                objectName: "revenueLines"
                sortDescending: view.vm.lines.sortDescending
                sortKey: view.vm.lines.sortKey

                onSortRequested: (key, descending) => view.vm.lines.order(key, descending)
            }
        }
    }
}
