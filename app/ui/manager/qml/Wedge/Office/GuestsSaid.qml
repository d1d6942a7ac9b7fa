pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The newest ratings, or how many complaints there were per hundred served.
Card {
    id: card

    required property var vm
    property bool byCause: false

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(2)
        spacing: Theme.mm(1.6)

        RowLayout {
            spacing: Theme.gap

            QuietButton {
                checked: !card.byCause
                objectName: "showRatings"
                text: qsTr("Ratings")

                onClicked: card.byCause = false
            }

            QuietButton {
                checked: card.byCause
                objectName: "showRates"
                text: qsTr("Complaints per 100 served")

                onClicked: card.byCause = true
            }
        }

        DataTable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columns: [
                { key: "when", title: qsTr("Rated"), weight: 2.4, sortable: false },
                { key: "order", title: qsTr("Order"), weight: 0.7, sortable: false },
                { key: "about", title: qsTr("About"), weight: 0.8, sortable: false },
                { key: "stars", title: qsTr("Stars"), weight: 1.5, sortable: false },
                { key: "portions", title: qsTr("Portions"), weight: 1.5, sortable: false }
            ]
            emptyText: card.vm.tiles.count > 0 ? qsTr("Nobody rated in the last 30 days") : ""
            model: card.vm.said
            objectName: "saidTable"
            visible: !card.byCause
        }

        DataTable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columns: [
                { key: "value", title: qsTr("By"), weight: 2.2, sortable: false },
                { key: "band", title: qsTr("Band"), weight: 1.8, sortable: false },
                { key: "served", title: qsTr("Served"), align: "right", sortable: false },
                { key: "complaints", title: qsTr("Complaints"), weight: 1.4, align: "right", sortable: false },
                { key: "rate", title: qsTr("Per 100"), align: "right", sortable: false }
            ]
            emptyText: card.vm.tiles.count > 0 ? qsTr("Nothing was served in the last 30 days") : ""
            model: card.vm.rates
            objectName: "ratesTable"
            visible: card.byCause
        }
    }
}
