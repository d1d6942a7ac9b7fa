import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A voucher that the guest shows: its code is typed or scanned, and what it pays is seen at once.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.pay.vouchers
    readonly property bool wanted: model.props.opened ?? false

    function take() {
        if (code.text.trim() !== "")
            model.take(code.text);
    }

    objectName: "voucherSheet"
    title: qsTr("Voucher")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(110))

    // Before it is seen: a scanner is quicker than the sheet.
    onAboutToShow: code.text = ""
    onClosed: if (wanted) model.close()
    onOpened: code.forceActiveFocus()
    onWantedChanged: wanted ? open() : close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "voucherError"
        text: sheet.model.props.errorText ?? ""
        title: sheet.model.props.error ?? ""
        tone: "warning"
    }

    TextEntry {
        id: code

        Layout.fillWidth: true
        label: qsTr("Code on the voucher")
        maximumLength: 40
        objectName: "voucherCode"
        scans: true
    }

    MainButton {
        Layout.fillWidth: true
        enabled: code.text.trim() !== "" && !(sheet.model.props.busy ?? false)
        objectName: "voucherEnter"
        text: qsTr("Take the voucher")

        onClicked: sheet.take()
    }
}
