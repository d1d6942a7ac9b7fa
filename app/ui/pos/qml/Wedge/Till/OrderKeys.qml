import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What is done with the whole order: hold it, reduce it, say whose it is, leave it, pay it.
ColumnLayout {
    id: keys

    required property var vm
    readonly property var order: vm.order.props
    readonly property string guest: vm.guests.guest.props.name ?? ""
    readonly property bool untold: vm.prices.props.mustExplain ?? false
    readonly property bool ready: (order.canPay ?? false) && vm.props.canSell

    spacing: Theme.gap

    component OrderKey: QuietButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        leftPadding: Theme.mm(1.5)
        rightPadding: Theme.mm(1.5)
    }

    // The amount stands on the key: what it says is what is paid. A long text is set smaller.
    component PayKey: MainButton {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(18)
        large: true
        leftPadding: Theme.mm(2)
        rightPadding: Theme.mm(2)

        // A hidden key with the focus would still take Return.
        onVisibleChanged: if (!visible) focus = false
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        OrderKey {
            enabled: (keys.order.canPark ?? false) && keys.vm.props.canSell
            objectName: "parkKey"
            text: qsTr("Hold")

            onClicked: keys.vm.order.park()
        }

        OrderKey {
            enabled: (keys.order.canPark ?? false) && keys.vm.props.canSell
            objectName: "discountKey"
            text: qsTr("Discount")

            onClicked: keys.vm.prices.discountOrder()
        }

        OrderKey {
            objectName: "guestKey"
            text: keys.guest !== "" ? "● " + keys.guest : qsTr("Guest")

            onClicked: keys.vm.guests.guest.open()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            Layout.preferredHeight: Theme.mm(18)
            enabled: !keys.order.empty
            leftPadding: Theme.mm(2.5)
            objectName: "cancelOrder"
            rightPadding: Theme.mm(2.5)
            text: qsTr("Cancel")

            onClicked: keys.vm.order.cancel()
        }

        PayKey {
            enabled: keys.ready && !keys.untold
            objectName: "payKey"
            text: keys.order.empty ? qsTr("Pay") : qsTr("Pay %1").arg(keys.order.totalText ?? "")
            visible: !keys.untold

            onClicked: keys.vm.startPaying()
        }

        // Something costs more than its base price: one press says that the guest knows, and pays.
        PayKey {
            enabled: keys.ready
            objectName: "explainedKey"
            text: qsTr("Told the guest · Pay %1").arg(keys.order.totalText ?? "")
            visible: keys.untold

            contentItem: ColumnLayout {
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.mm(1)
                    font.weight: Font.DemiBold
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignHCenter
                    minimumPixelSize: Theme.sizeSmall
                    text: qsTr("Told the guest")
                    tone: "onAccent"
                }

                Label {
                    Layout.bottomMargin: Theme.mm(1)
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.DemiBold
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignHCenter
                    minimumPixelSize: Theme.sizeBody
                    text: qsTr("Pay %1").arg(keys.order.totalText ?? "")
                    tone: "onAccent"
                }
            }

            onClicked: keys.vm.tellAndPay()
        }
    }
}
