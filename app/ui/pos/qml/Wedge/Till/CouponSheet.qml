import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A coupon that the guest shows: its code is typed or scanned.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.prices.coupons
    readonly property bool busy: model.props.busy ?? false
    readonly property int taken: model.props.taken ?? 0

    function take() {
        if (code.text.trim() !== "")
            model.take(code.text);
    }

    objectName: "couponSheet"
    title: qsTr("Coupon")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(110))

    // Before it is seen: a scanner is quicker than the sheet.
    onAboutToShow: {
        code.text = "";
        model.begin();
    }
    // The next code, or the same one mended.
    onBusyChanged: if (!busy && opened) code.forceActiveFocus()
    onOpened: code.forceActiveFocus()
    onTakenChanged: close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "couponError"
        text: sheet.model.props.errorText ?? ""
        title: sheet.model.props.error ?? ""
        tone: "warning"
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
        enabled: code.text.trim() !== "" && !sheet.busy
        objectName: "couponEnter"
        text: qsTr("Take the coupon")

        onClicked: sheet.take()
    }
}
