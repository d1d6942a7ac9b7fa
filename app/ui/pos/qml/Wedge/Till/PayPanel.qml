pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Cash: exact, likely notes, or any amount.
ColumnLayout {
    id: panel

    required property var vm
    readonly property var pay: vm.pay.props
    readonly property var vouchers: vm.pay.vouchers.props
    readonly property bool open: pay.phase === "choosing"

    spacing: Theme.mm(2.5)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            enabled: panel.open || panel.pay.phase === "confirming"
            objectName: "payBack"
            text: qsTr("Back")

            onClicked: panel.vm.pay.back()
        }

        QuietButton {
            enabled: panel.open && !(panel.pay.covered ?? false)
            objectName: "voucherKey"
            text: qsTr("Voucher")

            onClicked: panel.vm.pay.vouchers.ask()
        }

        Label {
            Layout.fillWidth: true
            // An amount is rather said smaller than in part.
            elide: Text.ElideNone
            font.pixelSize: Theme.sizeHuge
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.sizeSmall
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignRight
            objectName: "due"
            text: panel.pay.due ?? ""
        }
    }

    Notice {
        Layout.fillWidth: true
        actionText: panel.pay.phase === "unknown" ? qsTr("Ask again") : ""
        dismissible: false
        objectName: "payError"
        text: panel.pay.errorText ?? ""
        title: panel.pay.errorTitle ?? ""
        tone: panel.pay.phase === "unknown" ? "warning" : "danger"

        onAction: panel.vm.pay.askAgain()
    }

    Repeater {
        model: panel.vouchers.rows ?? []

        RowLayout {
            id: row

            required property int index
            required property var modelData

            Layout.fillWidth: true
            spacing: Theme.mm(2)

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    font.weight: Font.DemiBold
                    text: row.modelData.name
                }

                Label {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    font.pixelSize: Theme.sizeSmall
                    text: row.modelData.left
                    tone: "muted"
                }
            }

            Label {
                font.weight: Font.DemiBold
                objectName: "voucherPays_" + row.index
                text: row.modelData.pays
                tone: "ok"
            }

            QuietButton {
                Accessible.name: qsTr("Take %1 out").arg(row.modelData.name)
                enabled: panel.open
                objectName: "voucherOut_" + row.index
                text: "×"

                onClicked: panel.vm.pay.vouchers.remove(row.modelData.key)
            }
        }
    }

    // The total is another than the guest was told: both are shown, and confirmed once.
    Rectangle {
        Layout.fillWidth: true
        border.color: Theme.warning
        color: Theme.warningSoft
        implicitHeight: told.implicitHeight + Theme.mm(8)
        objectName: "totalChanged"
        radius: Theme.radius
        visible: panel.pay.phase === "confirming"

        ColumnLayout {
            id: told

            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.mm(3)

            Label {
                Layout.fillWidth: true
                font.weight: Font.Bold
                text: qsTr("The total has changed")
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                objectName: "totalBeforeAndNow"
                text: (panel.pay.was ?? "") + " → " + (panel.pay.due ?? "")
            }

            MainButton {
                Layout.fillWidth: true
                objectName: "agreeKey"
                text: qsTr("The guest agrees")

                onClicked: panel.vm.pay.agree()
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: panel.pay.quick ?? []

            QuietButton {
                required property int index
                required property string modelData

                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(14)
                enabled: panel.open
                leftPadding: Theme.mm(1)
                font.pixelSize: Theme.sizeMedium
                objectName: "quickCash_" + index
                rightPadding: Theme.mm(1)
                text: modelData

                onClicked: panel.vm.pay.quick(index)
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(9)
        font.pixelSize: Theme.sizeLarge
        horizontalAlignment: Text.AlignRight
        objectName: "tendered"
        text: (panel.pay.typed ?? "") !== "" ? panel.pay.typed : qsTr("Other amount")
        tone: (panel.pay.typed ?? "") !== "" ? "text" : "muted"
    }

    NumberPad {
        Layout.fillHeight: true
        Layout.fillWidth: true
        enabled: panel.open
        keyPrefix: "cashKey"
        pointText: panel.pay.pointText ?? ""

        onClear: panel.vm.pay.clear()
        onDigit: key => panel.vm.pay.digit(key)
        onErase: panel.vm.pay.erase()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            Layout.preferredHeight: Theme.mm(18)
            Layout.preferredWidth: Theme.mm(30)
            enabled: panel.open && (panel.pay.typed ?? "") !== ""
            leftPadding: Theme.mm(1)
            objectName: "payTyped"
            rightPadding: Theme.mm(1)
            text: qsTr("Pay this")

            onClicked: panel.vm.pay.enter()
            // A hidden key with the focus would still take Return.
            onVisibleChanged: if (!visible) focus = false
        }

        MainButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(18)
            enabled: panel.open
            large: true
            objectName: "exactKey"
            text: panel.pay.phase === "paying" ? qsTr("Paying …") : panel.pay.covered ? qsTr("Pay with the voucher") : qsTr("Exact")

            onClicked: panel.vm.pay.exact()
            // A hidden key with the focus would still take Return.
            onVisibleChanged: if (!visible) focus = false
        }
    }
}
