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

    // Where two lines and their keys need nearly all the height there is.
    readonly property bool low: height < Theme.mm(185)
    readonly property bool narrow: width < Theme.mm(100)

    // The lines come first: suggestions have the room they leave, but for one row. Two whole
    // lines are seen before even that.
    function shareRoom() {
        const room = lines.height + (suggestions.visible ? suggestions.height + spacing : 0) - spacing;
        const two = lines.count > 2 ? 2 * lines.contentHeight / lines.count : lines.contentHeight;
        const left = Math.floor((room - lines.contentHeight) / suggestions.rowHeight);
        const least = room - two >= suggestions.rowHeight ? 1 : 0;
        suggestions.most = Math.max(least, Math.min(low ? 1 : 3, left));
    }

    spacing: low ? Theme.mm(1.6) : Theme.mm(2.5)
    onLowChanged: Qt.callLater(shareRoom)

    RowLayout {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.mm(9.5)
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.Bold
            objectName: "orderNumber"
            text: panel.order.numberText ?? ""
        }

        QuietButton {
            leftPadding: Theme.mm(2)
            objectName: "parkedKey"
            rightPadding: Theme.mm(2)
            text: qsTr("On hold %1").arg(panel.vm.parked.props.count)
            visible: panel.vm.parked.props.count > 0

            onClicked: panel.vm.parked.open()
        }

        StatusPill {
            objectName: "holdPill"
            text: panel.order.holdText ?? ""
            tone: panel.order.holdTone ?? "neutral"
            visible: text !== ""
        }
    }

    QuietButton {
        Accessible.name: qsTr("Hold longer, once")
        Layout.alignment: Qt.AlignRight
        objectName: "prolongKey"
        text: panel.order.prolongText ?? ""
        visible: text !== ""

        onClicked: panel.vm.order.prolong()
    }

    // What must not be overlooked has a row of its own; the key to say it first is a small one.
    BaseButton {
        Layout.fillWidth: true
        align: Text.AlignLeft
        edge: Theme.danger
        fill: Theme.dangerSoft
        objectName: "avoidKey"
        text: qsTr("⚠ Avoids: %1").arg(panel.vm.avoid.props.text)
        visible: panel.vm.avoid.props.any ?? false

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
        brief: panel.low
        vm: panel.vm

        onCouponWanted: panel.couponWanted()
    }

    OrderKeys {
        Layout.fillHeight: false
        Layout.fillWidth: true
        vm: panel.vm
    }
}
