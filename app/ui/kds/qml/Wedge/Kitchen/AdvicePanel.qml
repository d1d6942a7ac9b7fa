pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What to cut next and what to remove, each with its reason and its key.
Card {
    id: panel

    required property var vm
    property bool live: true

    implicitHeight: lists.implicitHeight + Theme.mm(6)

    RowLayout {
        id: lists

        anchors.fill: parent
        anchors.margins: Theme.mm(3)
        spacing: Theme.mm(5)

        AdviceList {
            keyText: qsTr("Cut")
            live: panel.live
            model: panel.vm.side.advice
            prefix: "cut_"
            title: qsTr("Cut next")
            onChosen: key => panel.vm.stock.planCut(key)
        }

        AdviceList {
            keyText: qsTr("Remove")
            live: panel.live
            model: panel.vm.side.removals
            prefix: "remove_"
            title: qsTr("Remove")
            onChosen: key => panel.vm.stock.remove(key)
        }
    }
}
