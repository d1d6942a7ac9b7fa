pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Every product's prices above, the portions of the chosen one with their reasons below.
ColumnLayout {
    id: view

    required property var vm

    spacing: Theme.gap

    Connections {
        function onChanged() {
            products.currentIndex = view.vm.chosenRow;
        }

        target: view.vm
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: 3

        DataTable {
            id: products

            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: [
                { key: "name", title: qsTr("Product"), weight: 2.6, sortable: false },
                { key: "portions", title: qsTr("Portions"), align: "right", sortable: false },
                { key: "base", title: qsTr("Base price"), weight: 1.3, align: "right", sortable: false },
                { key: "price", title: qsTr("Price now"), weight: 1.7, align: "right", sortable: false },
                { key: "why", title: qsTr("Moved by"), weight: 2, sortable: false },
                { key: "margin", title: qsTr("Margin"), align: "right", sortable: false },
                { key: "least", title: qsTr("At least"), align: "right", sortable: false }
            ]
            currentIndex: view.vm.chosenRow
            emptyText: qsTr("Nothing is on sale")
            model: view.vm.products
            objectName: "priceTable"

            onRowActivated: index => view.vm.choose(index)
        }
    }

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: 2
        spacing: Theme.gap

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 3

            Label {
                id: title

                anchors.left: parent.left
                anchors.margins: Theme.mm(3)
                anchors.right: parent.right
                anchors.top: parent.top
                font.weight: Font.DemiBold
                objectName: "pricedName"
                text: view.vm.chosenName + (view.vm.more > 0 ? " · " + qsTr("and %1 more").arg(view.vm.more) : "")
            }

            DataTable {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Theme.mm(2)
                anchors.right: parent.right
                anchors.top: title.bottom
                anchors.topMargin: 0
                columns: [
                    { key: "name", title: qsTr("Portion"), weight: 1, sortable: false },
                    { key: "grade", title: qsTr("Grade"), weight: 0.7, sortable: false },
                    { key: "base", title: qsTr("Base price"), weight: 1, align: "right", sortable: false },
                    { key: "why", title: qsTr("What moves it"), weight: 4, sortable: false },
                    { key: "price", title: qsTr("Price now"), weight: 1, align: "right", sortable: false },
                    { key: "margin", title: qsTr("Margin"), weight: 0.9, align: "right", sortable: false }
                ]
                emptyText: qsTr("No portion of it is on sale")
                model: view.vm.portions
                objectName: "portionPrices"

                onRowActivated: index => view.vm.look(index)
            }
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            Label {
                id: past

                anchors.left: parent.left
                anchors.margins: Theme.mm(3)
                anchors.right: parent.right
                anchors.top: parent.top
                font.weight: Font.DemiBold
                text: view.vm.lookedAt === "" ? qsTr("Price history") : qsTr("History of %1").arg(view.vm.lookedAt)
            }

            PricePlot {
                id: line

                anchors.left: parent.left
                anchors.margins: Theme.mm(2)
                anchors.right: parent.right
                anchors.top: past.bottom
                height: visible ? parent.height * 0.5 : 0
                objectName: "pricePlot"
                points: view.vm.points
                visible: view.vm.points.length > 0
            }

            ListView {
                id: history

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Theme.mm(3)
                anchors.right: parent.right
                anchors.top: line.bottom
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: view.vm.history
                objectName: "priceHistory"
                spacing: Theme.mm(2)

                delegate: Column {
                    id: step

                    required property int index
                    required property string when
                    required property string change
                    required property string why

                    width: history.width

                    Label {
                        font.weight: Font.DemiBold
                        objectName: "historyStep_" + step.index
                        text: step.change
                        width: parent.width
                    }

                    Label {
                        font.pixelSize: Theme.sizeSmall
                        text: step.when + " · " + step.why
                        tone: "muted"
                        width: parent.width
                    }
                }

                Label {
                    anchors.fill: parent
                    horizontalAlignment: Text.AlignHCenter
                    text: view.vm.lookedAt === "" ? qsTr("Choose a portion.") : qsTr("It never moved.")
                    tone: "muted"
                    visible: history.count === 0
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
