import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A coupon that the guest shows: its code is typed or scanned.
Sheet {
    id: sheet

    required property var vm

    function take() {
        if (code.text.trim() !== "" && vm.prices.coupon(code.text))
            close();
    }

    objectName: "couponSheet"
    title: qsTr("Coupon")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(110))

    onOpened: {
        code.text = "";
        code.forceActiveFocus();
    }

    TextEntry {
        id: code

        Layout.fillWidth: true
        label: qsTr("Code on the coupon")
        maximumLength: 40
        objectName: "couponCode"
        scans: true
    }

    MainButton {
        Layout.fillWidth: true
        enabled: code.text.trim() !== ""
        objectName: "couponEnter"
        text: qsTr("Take the coupon")

        onClicked: sheet.take()
    }
}
