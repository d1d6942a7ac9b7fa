pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One page of cards side by side, most urgent first.
Item {
    id: cards

    required property var vm
    property bool compact: false
    property bool live: true
    readonly property var board: vm.board
    readonly property int columns: Math.max(1, Math.floor((width + Theme.gap) / (Theme.mm(78) + Theme.gap)))

    Layout.fillHeight: true
    Layout.fillWidth: true
    // Greyed, and still 4.5:1 on every colour.
    opacity: live ? 1 : 0.9

    Component.onCompleted: board.setPageSize(columns)
    onColumnsChanged: board.setPageSize(columns)

    Row {
        anchors.fill: parent
        spacing: Theme.gap

        Repeater {
            model: cards.board.cards

            TicketCard {
                chosen: cards.board.selected === key
                chosenItem: chosen ? cards.board.selectedItem : ""
                compact: cards.compact
                height: cards.height
                live: cards.live
                width: (cards.width - (cards.columns - 1) * Theme.gap) / cards.columns

                onBumped: cards.vm.tickets.bump(key)
                onItemHeld: key => cards.vm.checks.lookAtLine(key)
                onItemReplaced: line => cards.vm.lines.replace(line)
                onItemTapped: line => cards.vm.lines.tap(line)
            }
        }
    }

    EmptyState {
        anchors.centerIn: parent
        scale: 1.5
        text: qsTr("New tickets appear here by themselves.")
        title: qsTr("Nothing to serve")
        visible: cards.board.cards.count === 0
    }
}
