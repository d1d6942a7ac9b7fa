pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Wedge.Kit

// Money back for lines of a receipt: which and how much, why, then the cash and its own receipt.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.refund
    readonly property var shown: model.props
    readonly property string phase: shown.phase ?? ""
    readonly property bool choosing: phase === "choosing" || phase === "paying" || phase === "unknown"

    closePolicy: phase === "paying" || phase === "unknown" ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    objectName: "refundSheet"
    title: phase === "finding" ? qsTr("Refund an older receipt") : phase === "done" ? qsTr("Paid back: receipt %1").arg(shown.doneNumber ?? "") : qsTr("Refund of receipt %1").arg(shown.number ?? "")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(230))

    onClosed: {
        model.close();
        if (phase !== "")
            open();
    }
    onPhaseChanged: phase !== "" ? open() : close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "refundError"
        text: sheet.shown.errorText ?? ""
        title: sheet.shown.errorTitle ?? ""
        tone: "danger"
    }

    RefundFinding {
        Layout.fillWidth: true
        model: sheet.model
        visible: sheet.phase === "finding"
    }

    RefundChoice {
        Layout.fillHeight: true
        Layout.fillWidth: true
        model: sheet.model
        visible: sheet.choosing
    }

    RefundDone {
        Layout.fillHeight: true
        Layout.fillWidth: true
        model: sheet.model
        visible: sheet.phase === "done"
    }
}
