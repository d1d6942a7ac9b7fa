pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Where own prices lie too far above other shops', what was seen there, and the ways to record it.
RowLayout {
    id: view

    required property var vm
    property bool live: true

    spacing: Theme.gap

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 5
        spacing: Theme.gap

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 2

            ListView {
                id: flags

                anchors.fill: parent
                anchors.margins: Theme.mm(3)
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: view.vm.flags
                objectName: "flagList"
                spacing: Theme.mm(2)

                delegate: RowLayout {
                    id: flag

                    required property string id
                    required property int index
                    required property string name
                    required property string own
                    required property string mean
                    required property string above
                    required property string proposed
                    required property string seen

                    spacing: Theme.gap
                    width: flags.width

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            font.weight: Font.DemiBold
                            objectName: "flagName_" + flag.index
                            text: flag.name
                        }

                        Label {
                            Layout.fillWidth: true
                            objectName: "flagText_" + flag.index
                            text: qsTr("◆ %1 here, %2 elsewhere (mean of %3): %4 above").arg(flag.own).arg(flag.mean).arg(flag.seen).arg(flag.above)
                            tone: "warning"
                            wrapMode: Text.Wrap
                        }
                    }

                    MainButton {
                        enabled: view.live && !view.vm.errand.busy
                        objectName: "adopt_" + flag.index
                        text: qsTr("Sell at %1").arg(flag.proposed)

                        onClicked: view.vm.adopt(flag.id)
                    }
                }

                EmptyState {
                    anchors.centerIn: parent
                    parent: flags
                    text: view.vm.count > 0 ? qsTr("Compared with the prices of the last %1 days.").arg(view.vm.days) : qsTr("Record what other shops charge; products that are too dear appear here.")
                    title: view.vm.count > 0 ? qsTr("No price stands out") : qsTr("Nothing recorded in the last %1 days").arg(view.vm.days)
                    visible: flags.count === 0
                }
            }
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 3

            DataTable {
                id: seen

                anchors.bottom: strike.top
                anchors.left: parent.left
                anchors.margins: Theme.mm(2)
                anchors.right: parent.right
                anchors.top: parent.top
                columns: [
                    { key: "name", title: qsTr("Product"), weight: 1.9 },
                    { key: "price", title: qsTr("Price"), weight: 1, align: "right" },
                    { key: "day", title: qsTr("Seen on"), weight: 1.8 },
                    { key: "origin", title: qsTr("Where"), weight: 1.8 },
                    { key: "who", title: qsTr("Recorded by"), weight: 1.4 }
                ]
                emptyText: qsTr("No prices of other shops")
                model: view.vm.seen
                objectName: "seenTable"
                sortDescending: view.vm.seen.sortDescending
                sortKey: view.vm.seen.sortKey

                onSortRequested: (key, descending) => view.vm.seen.order(key, descending)
            }

            RowLayout {
                id: strike

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Theme.mm(3)
                anchors.right: parent.right

                Label {
                    Layout.fillWidth: true
                    text: view.vm.count > seen.model.count ? qsTr("The newest %1 of %2").arg(seen.model.count).arg(view.vm.count) : ""
                    tone: "muted"
                }

                QuietButton {
                    enabled: view.live && seen.currentIndex >= 0 && !view.vm.errand.busy
                    objectName: "strikeKey"
                    text: qsTr("Strike out")

                    onClicked: view.vm.strikeRow(seen.currentIndex)
                }
            }
        }
    }

    RivalForm {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 3
        live: view.live
        vm: view.vm
    }
}
