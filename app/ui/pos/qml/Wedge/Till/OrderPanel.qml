pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The order being composed.
ColumnLayout {
    id: panel

    required property var vm
    readonly property var order: vm.order.props
    readonly property alias list: lines

    signal couponWanted

    // The lines come first: suggestions have the room they leave, but for one.
    function shareRoom() {
        const room = lines.height + (suggestions.visible ? suggestions.height : 0) - lines.contentHeight;
        suggestions.most = Math.max(1, Math.min(3, Math.floor(room / suggestions.rowHeight)));
    }

    spacing: Theme.mm(2.5)

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(11)

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.Bold
            objectName: "orderNumber"
            text: panel.order.numberText ?? ""
        }

        QuietButton {
            Layout.maximumWidth: Theme.mm(26)
            leftPadding: Theme.mm(2.5)
            objectName: "guestKey"
            rightPadding: Theme.mm(2.5)
            text: (panel.vm.guests.guest.props.name ?? "") !== "" ? "● " + panel.vm.guests.guest.props.name : qsTr("Guest")

            onClicked: panel.vm.guests.guest.open()
        }

        StatusPill {
            objectName: "holdPill"
            text: panel.order.holdText ?? ""
            tone: panel.order.holdTone ?? "neutral"
            visible: text !== ""
        }
    }

    // A row of its own: beside number, guest and hold there is no room for them on a small till.
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: panel.vm.parked.props.count > 0 || (panel.order.prolongText ?? "") !== ""

        QuietButton {
            objectName: "parkedKey"
            text: qsTr("Parked %1").arg(panel.vm.parked.props.count)
            visible: panel.vm.parked.props.count > 0

            onClicked: panel.vm.parked.open()
        }

        QuietButton {
            Accessible.name: qsTr("Hold longer, once")
            objectName: "prolongKey"
            text: panel.order.prolongText ?? ""
            visible: text !== ""

            onClicked: panel.vm.order.prolong()
        }
    }

    BaseButton {
        Layout.fillWidth: true
        align: Text.AlignLeft
        edge: any ? Theme.danger : Theme.outline
        fill: any ? Theme.dangerSoft : Theme.surface
        objectName: "avoidKey"
        text: any ? qsTr("⚠ Avoids: %1").arg(panel.vm.avoid.props.text) : qsTr("Avoid allergens …")

        readonly property bool any: panel.vm.avoid.props.any ?? false

        onClicked: panel.vm.avoid.open()
    }

    Notice {
        Layout.fillWidth: true
        actionText: qsTr("Take again")
        dismissible: (panel.order.lapsedText ?? "") !== ""
        objectName: "expiredNotice"
        text: panel.order.lapsedText || qsTr("Nothing was paid.")
        title: panel.order.expired ? qsTr("The hold has run out") : ""
        tone: "danger"

        onAction: panel.vm.order.takeAgain()
        onDismissed: panel.vm.order.leaveOut()
    }

    ListView {
        id: lines

        // A new line is shown, and stays shown while the store's answer makes it taller.
        property bool following: false
        property int before: 0

        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: panel.vm.order.lines
        objectName: "orderLines"
        spacing: Theme.mm(1.6)

        delegate: OrderLine {
            vm: panel.vm
            width: lines.width
        }

        onContentHeightChanged: {
            Qt.callLater(panel.shareRoom);
            if (following)
                Qt.callLater(lines.positionViewAtEnd);
        }
        onHeightChanged: {
            Qt.callLater(panel.shareRoom);
            if (following)
                Qt.callLater(lines.positionViewAtEnd);
        }
        onCountChanged: {
            following = count > before;
            before = count;
            if (following)
                Qt.callLater(lines.positionViewAtEnd);
        }
        onDraggingChanged: if (dragging) following = false

        EmptyState {
            anchors.centerIn: parent
            objectName: "emptyOrder"
            text: qsTr("Tap a product to begin.")
            title: qsTr("The order is empty")
            visible: lines.count === 0
            width: parent.width
        }
    }

    SuggestionBar {
        id: suggestions

        Layout.fillWidth: true
        vm: panel.vm
    }

    OrderTotals {
        Layout.fillHeight: false
        Layout.fillWidth: true
        vm: panel.vm

        onCouponWanted: panel.couponWanted()
    }

    // Something costs more than its base price: the guest is told before paying.
    QuietButton {
        Layout.fillWidth: true
        fill: Theme.warningSoft
        objectName: "explainedKey"
        text: qsTr("Told the guest why it costs more")
        visible: panel.vm.prices.props.mustExplain ?? false

        onClicked: panel.vm.prices.explain()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            Layout.preferredHeight: Theme.mm(18)
            enabled: !panel.order.empty
            objectName: "cancelOrder"
            text: qsTr("Cancel")

            onClicked: panel.vm.order.cancel()
        }

        QuietButton {
            Layout.preferredHeight: Theme.mm(18)
            enabled: (panel.order.canPark ?? false) && panel.vm.props.canSell
            objectName: "parkKey"
            text: qsTr("Park")

            onClicked: panel.vm.order.park()
        }

        MainButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(18)
            enabled: (panel.order.canPay ?? false) && panel.vm.props.canSell && !panel.vm.prices.props.mustExplain
            large: true
            objectName: "payKey"
            text: qsTr("Pay")

            onClicked: panel.vm.startPaying()
            // A hidden key with the focus would still take Return.
            onVisibleChanged: if (!visible) focus = false
        }
    }
}
