pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// After paying: the change, the receipt, and the next order. A tile begins the next order as well.
ColumnLayout {
    id: panel

    required property var vm
    readonly property var pay: vm.pay.props

    spacing: Theme.mm(2.5)

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        objectName: "paidTitle"
        text: qsTr("● Paid %1").arg(panel.pay.tendered ?? "")
        tone: "ok"
    }

    Label {
        text: qsTr("Change")
        tone: "muted"
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeHuge * 1.5
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.sizeLarge
        objectName: "change"
        text: panel.pay.change ?? ""
    }

    Flickable {
        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: receipt.height

        Image {
            id: receipt

            asynchronous: false
            fillMode: Image.PreserveAspectFit
            objectName: "receiptPreview"
            source: panel.visible && (panel.pay.receiptId ?? "") !== "" ? "image://receipts/" + panel.pay.receiptId : ""
            width: parent.width
        }
    }

    GuestOffer {
        Layout.fillWidth: true
        vm: panel.vm
    }

    MainButton {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(18)
        large: true
        objectName: "nextOrder"
        text: qsTr("Next order")

        onClicked: panel.vm.nextOrder()
        // A hidden key with the focus would still take Return.
        onVisibleChanged: if (!visible) focus = false
    }
}
