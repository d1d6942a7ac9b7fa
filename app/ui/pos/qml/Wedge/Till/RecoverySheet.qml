pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Making one complaint good: another portion, the money back, or a talk; then how the guest feels.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.guests.recovery
    readonly property var shown: model.props
    readonly property bool wanted: shown.opened ?? false
    readonly property bool choosing: shown.choosing ?? false

    objectName: "recoverySheet"
    // The order of a guest who comes back later is no longer in the day's picture.
    title: shown.order ? qsTr("Make it good: order %1").arg(shown.order) : qsTr("Make it good")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: if (wanted) model.close()
    onWantedChanged: wanted ? open() : close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "recoveryError"
        title: sheet.shown.error ?? ""
        tone: "warning"
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        font.weight: Font.DemiBold
        text: sheet.shown.what ?? ""
        wrapMode: Text.Wrap
    }

    Label {
        Layout.fillWidth: true
        text: sheet.shown.reason ?? ""
        tone: "muted"
        wrapMode: Text.Wrap
    }

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "recoveryGiven"
        title: sheet.shown.given ?? ""
        tone: "ok"
    }

    Remedy {
        enabled: (sheet.shown.canReplace ?? false) && !(sheet.shown.busy ?? false)
        note: sheet.shown.replaceNote ?? ""
        objectName: "giveReplacement"
        text: sheet.shown.replaceText ?? ""
        visible: sheet.choosing

        onClicked: sheet.model.replace()
    }

    Remedy {
        enabled: (sheet.shown.canRefund ?? false) && !(sheet.shown.busy ?? false)
        note: sheet.shown.refundNote ?? ""
        objectName: "giveRefund"
        text: sheet.shown.refundText ?? ""
        visible: sheet.choosing

        onClicked: sheet.model.refund()
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.mm(1)
        font.weight: Font.DemiBold
        text: qsTr("Or a voucher of")
        visible: sheet.choosing && vouchers.count > 0
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        text: Theme.toneShape("warning") + " " + (sheet.shown.voucherNote ?? "")
        tone: "warning"
        visible: sheet.choosing && vouchers.count > 0 && (sheet.shown.voucherNote ?? "") !== ""
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(1.6)
        visible: sheet.choosing

        Repeater {
            id: vouchers

            model: sheet.shown.voucherKeys ?? []

            QuietButton {
                required property int index
                required property string modelData

                Accessible.name: qsTr("Voucher of %1").arg(modelData)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                enabled: !(sheet.shown.busy ?? false)
                leftPadding: Theme.mm(1)
                objectName: "giveVoucher_" + index
                rightPadding: Theme.mm(1)
                text: modelData

                onClicked: sheet.model.voucher(index)
            }
        }
    }

    Remedy {
        enabled: !(sheet.shown.busy ?? false)
        objectName: "spokenTo"
        text: qsTr("Nothing wanted: spoken to the guest")
        visible: sheet.choosing

        onClicked: sheet.model.spoken()
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.mm(2)
        font.weight: Font.DemiBold
        text: qsTr("How does the guest feel now?")
        visible: !sheet.choosing
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(1.6)
        visible: !sheet.choosing

        Repeater {
            model: 5

            QuietButton {
                required property int index

                Accessible.name: qsTr("%1 of 5 stars").arg(index + 1)
                Layout.fillWidth: true
                enabled: !(sheet.shown.busy ?? false)
                leftPadding: 0
                objectName: "askAgain_" + (index + 1)
                rightPadding: 0
                text: (index + 1) + " ★"

                onClicked: sheet.model.followUp(index + 1)
            }
        }
    }

    QuietButton {
        Layout.fillWidth: true
        enabled: !(sheet.shown.busy ?? false)
        objectName: "askAgain_0"
        text: qsTr("Did not want to say")
        visible: !sheet.choosing

        onClicked: sheet.model.followUp(0)
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        text: qsTr("Ask when the guest has tried it: close this, the till asks you again.")
        tone: "muted"
        visible: !sheet.choosing
        wrapMode: Text.Wrap
    }

    component Remedy: BaseButton {
        id: remedy

        property string note: ""

        Accessible.name: text + (note === "" ? "" : ". " + note)
        Layout.fillWidth: true
        edge: Theme.outline
        fill: Theme.surfaceRaised
        implicitHeight: Math.max(Theme.mm(14), words.implicitHeight + Theme.mm(6))
        leftPadding: Theme.mm(4)

        contentItem: ColumnLayout {
            id: words

            spacing: Theme.mm(0.5)

            Item {
                Layout.fillHeight: true
            }

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                text: remedy.text
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                text: Theme.toneShape("warning") + " " + remedy.note
                tone: "warning"
                visible: remedy.note !== ""
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }
}
