pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The newest ratings, how many complaints there were per hundred served, goodwill vouchers, or how it moves by week.
Card {
    id: card

    required property var vm
    property string table: "ratings"

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(2)
        spacing: Theme.mm(1.6)

        RowLayout {
            spacing: Theme.gap

            QuietButton {
                checked: card.table === "ratings"
                objectName: "showRatings"
                text: qsTr("Ratings")

                onClicked: card.table = "ratings"
            }

            QuietButton {
                checked: card.table === "rates"
                objectName: "showRates"
                text: qsTr("Complaint rates")

                onClicked: card.table = "rates"
            }

            QuietButton {
                checked: card.table === "vouchers"
                objectName: "showVouchers"
                text: qsTr("Vouchers")

                onClicked: card.table = "vouchers"
            }

            QuietButton {
                checked: card.table === "weeks"
                objectName: "showWeeks"
                text: qsTr("By week")

                onClicked: card.table = "weeks"
            }
        }

        FeedbackWeeks {
            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: card.table === "weeks"
            vm: card.vm.trend
        }

        DataTable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columns: [
                { key: "when", title: qsTr("Rated"), weight: 2.3 },
                { key: "order", title: qsTr("Order"), weight: 1.1, align: "right" },
                { key: "about", title: qsTr("About"), weight: 0.8 },
                { key: "stars", title: qsTr("Stars"), weight: 1.5 },
                { key: "portions", title: qsTr("Portions"), weight: 1.5, sortable: false }
            ]
            emptyText: card.vm.tiles.count > 0 ? qsTr("Nobody rated in the last 30 days") : ""
            model: card.vm.said
            objectName: "saidTable"
            sortDescending: card.vm.said.sortDescending
            sortKey: card.vm.said.sortKey
            visible: card.table === "ratings"

            onSortRequested: (key, descending) => card.vm.said.order(key, descending)
        }

        DataTable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columns: [
                { key: "value", title: qsTr("By"), weight: 2.2, sortable: false },
                { key: "band", title: qsTr("Band"), weight: 1.8, sortable: false },
                { key: "served", title: qsTr("Served"), align: "right" },
                { key: "complaints", title: qsTr("Complaints"), weight: 1.4, align: "right" },
                { key: "rate", title: qsTr("Per 100"), align: "right" }
            ]
            emptyText: card.vm.tiles.count > 0 ? qsTr("Nothing was served in the last 30 days") : ""
            model: card.vm.rates
            objectName: "ratesTable"
            sortDescending: card.vm.rates.sortDescending
            sortKey: card.vm.rates.sortKey
            visible: card.table === "rates"

            onSortRequested: (key, descending) => card.vm.rates.order(key, descending)
        }

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            objectName: "voucherLiability"
            text: card.vm.liability
            visible: card.table === "vouchers"
            wrapMode: Text.Wrap
        }

        DataTable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columns: [
                { key: "ending", title: qsTr("Code"), weight: 0.8 },
                { key: "remaining", title: qsTr("Left"), weight: 1.5, align: "right" },
                { key: "worth", title: qsTr("Worth"), weight: 1.7, align: "right" },
                { key: "until", title: qsTr("Valid until"), weight: 2.0 },
                { key: "by", title: qsTr("Granted by"), weight: 1.7 }
            ]
            emptyText: qsTr("No vouchers")
            model: card.vm.vouchers
            objectName: "voucherTable"
            sortDescending: card.vm.vouchers.sortDescending
            sortKey: card.vm.vouchers.sortKey
            visible: card.table === "vouchers"

            onSortRequested: (key, descending) => card.vm.vouchers.order(key, descending)
        }
    }
}
