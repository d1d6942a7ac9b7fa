import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What leaves sale soon, the least time left first, and what is lost if nobody buys it.
ColumnLayout {
    id: page

    required property var vm

    objectName: "sellFirstPage"
    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        font.weight: Font.DemiBold
        objectName: "sellFirstSummary"
        text: page.vm.summary
        wrapMode: Text.Wrap
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true

        DataTable {
            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: [
                { key: "product", title: qsTr("Product"), weight: 2.4, sortable: false },
                { key: "code", title: qsTr("Code"), weight: 1.2, sortable: false },
                { key: "unit", title: qsTr("Place"), weight: 2.4, sortable: false },
                { key: "grade", title: qsTr("Grade"), weight: 0.8, sortable: false },
                { key: "time_left", title: qsTr("Time left"), weight: 1.1, align: "right", toneKey: "tone", sortable: false },
                { key: "price", title: qsTr("Price"), weight: 1.1, align: "right", sortable: false },
                { key: "lost", title: qsTr("Lost at cost"), weight: 1.2, align: "right", sortable: false }
            ]
            emptyText: qsTr("Nothing has to go first now")
            model: page.vm.rows
            objectName: "sellFirstTable"
        }
    }
}
