pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The keys below the cards: stations, recall, undo, advice, the next page.
RowLayout {
    id: foot

    required property var vm
    property bool compact: false
    property bool live: true
    property bool adviceOpen: false

    signal checksWanted
    signal reviewWanted
    signal cleanWanted

    function toggleAdvice() {
        adviceOpen = compact && !adviceOpen;
    }

    Layout.fillWidth: true
    spacing: Theme.gap

    // Where it is narrow one key goes round the stations: nothing may wrap and push the cards.
    KitchenKey {
        objectName: "nextStation"
        text: foot.vm.board.stationName + "  ›"
        visible: foot.compact

        onClicked: foot.vm.board.nextStation()
    }

    Item {
        Layout.fillWidth: true
        visible: foot.compact
    }

    ChoiceRow {
        Layout.fillWidth: true
        visible: !foot.compact
        current: foot.vm.board.station
        model: foot.vm.board.stations
        onChosen: key => foot.vm.board.chooseStation(key)
    }

    Repeater {
        model: foot.vm.tickets.recallable

        KitchenKey {
            required property var modelData

            enabled: foot.live
            objectName: "recall_" + modelData.text
            text: "↶ " + modelData.text
            visible: foot.vm.tickets.undoText === ""

            onClicked: foot.vm.tickets.recall(modelData.key)
        }
    }

    MainButton {
        enabled: foot.live
        focusPolicy: Qt.TabFocus
        font.pixelSize: Theme.sizeMedium
        implicitHeight: Math.max(Theme.mm(16), 60)
        objectName: "undo"
        text: foot.vm.tickets.undoText
        visible: text !== ""

        onClicked: foot.vm.tickets.undo()
    }

    KitchenKey {
        objectName: "checks"
        text: foot.vm.checks.lists.text
        visible: foot.vm.checks.lists.tone !== "quiet"

        onClicked: foot.checksWanted()
    }

    KitchenKey {
        objectName: "review"
        text: qsTr("◆ Review %1").arg(foot.vm.review.count)
        visible: foot.vm.review.count > 0

        onClicked: foot.reviewWanted()
    }

    KitchenKey {
        objectName: "clean"
        text: foot.vm.clean.count > 0 ? qsTr("◆ Sanitise %1").arg(foot.vm.clean.count) : qsTr("● Clean")
        visible: foot.vm.clean.rows.count > 0

        onClicked: foot.cleanWanted()
    }

    KitchenKey {
        checked: foot.adviceOpen
        objectName: "advice"
        text: foot.vm.side.text
        visible: foot.compact

        onClicked: foot.toggleAdvice()
    }

    KitchenKey {
        font.pixelSize: Theme.sizeLarge
        objectName: "more"
        text: qsTr("+%1 more").arg(foot.vm.board.moreCount)
        visible: foot.vm.board.moreCount > 0

        onClicked: foot.vm.board.turnPage(1)
    }
}
