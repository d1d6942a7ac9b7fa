import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Stock by product above, every portion below; or what has to be sold first.
ColumnLayout {
    id: page

    required property var vm

    objectName: "stockPage"
    spacing: Theme.gap

    // The table forgets its current row when the model is arranged anew; the page does not.
    Connections {
        function onChanged() {
            portions.currentIndex = page.vm.selectedRow;
        }

        target: page.vm
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ChipBar {
            Layout.fillWidth: true
            current: page.vm.part
            model: page.vm.parts
            objectName: "stockParts"

            onChosen: key => page.vm.open(key)
        }

        // Not beside the states: they need the whole width of a small screen.
        Label {
            objectName: "shownCount"
            text: qsTr("%1 portions").arg(page.vm.shown)
            tone: "muted"
            visible: page.vm.part === "all"
        }
    }

    SellFirstView {
        Layout.fillHeight: true
        Layout.fillWidth: true
        visible: page.vm.part === "first"
        vm: page.vm.sellFirst
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: 2
        visible: page.vm.part === "all"

        DataTable {
            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: [
                { key: "name", title: qsTr("Product"), weight: 3 },
                { key: "available", title: qsTr("Available"), align: "right" },
                { key: "reserved", title: qsTr("Reserved"), align: "right" },
                { key: "committed", title: qsTr("To serve"), align: "right" },
                { key: "aside", title: qsTr("Held back"), weight: 1.3, align: "right" },
                { key: "grades", title: qsTr("Grades"), weight: 1.8, sortable: false },
                { key: "wholes", title: qsTr("Wholes"), align: "right" },
                { key: "expiry", title: qsTr("First expiry"), weight: 2 }
            ]
            emptyText: qsTr("No products yet")
            model: page.vm.products
            objectName: "productTable"
            sortDescending: page.vm.products.sortDescending
            sortKey: page.vm.products.sortKey

            onSortRequested: (key, descending) => page.vm.products.order(key, descending)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: page.vm.part === "all"

        SearchField {
            Layout.minimumWidth: Theme.mm(58)
            Layout.preferredWidth: Theme.mm(58)
            objectName: "stockSearch"
            placeholder: qsTr("Code, product or place")

            onEdited: text => page.vm.search(text)
        }

        ChipBar {
            Layout.fillWidth: true
            current: page.vm.stateKey
            model: page.vm.states
            objectName: "stateChips"

            onChosen: key => page.vm.filterState(key)
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: 3
        visible: page.vm.part === "all"

        DataTable {
            id: portions

            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: [
                { key: "code", title: qsTr("Code"), weight: 1.1 },
                { key: "product", title: qsTr("Product"), weight: 2.0 },
                { key: "whole", title: qsTr("Whole"), weight: 1.75 },
                { key: "place", title: qsTr("Place"), weight: 1.8 },
                { key: "portion_state", title: qsTr("State"), weight: 1.3 },
                { key: "grade", title: qsTr("Grade"), weight: 0.8 },
                { key: "score", title: qsTr("Score"), weight: 0.8, align: "right" },
                { key: "cut_at", title: qsTr("Age"), weight: 1.8, align: "right" },
                { key: "sell_until", title: qsTr("Sell until"), weight: 2.3 },
                { key: "price_minor", title: qsTr("Price"), weight: 1.3, align: "right" }
            ]
            emptyText: qsTr("No portion matches")
            model: page.vm.portions
            objectName: "portionTable"
            sortDescending: page.vm.sortDescending
            sortKey: page.vm.sortKey

            onRowActivated: index => page.vm.select(index)
            onSortRequested: (key, descending) => page.vm.sort(key, descending)
        }
    }
}
