import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Below the lines: when it is ready, what was saved, the tax in it, and what is to be paid.
ColumnLayout {
    id: totals

    required property var vm
    readonly property var order: vm.order.props
    // On a low screen only what the guest asks for is said.
    property bool brief: false

    signal couponWanted

    spacing: brief ? Theme.mm(0.8) : Theme.mm(1.6)

    component Word: Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        maximumLineCount: 3
        tone: "muted"
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    component SmallKey: QuietButton {
        Layout.alignment: Qt.AlignBottom
        font.pixelSize: Theme.sizeSmall
        leftPadding: Theme.mm(2)
        rightPadding: Theme.mm(2)
    }

    // What it would cost at the base prices.
    Word {
        objectName: "orderFigures"
        text: totals.order.figuresText ?? ""
        visible: text !== "" && !totals.brief
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Word {
                objectName: "orderReady"
                text: (totals.order.readyText ?? "") !== "" ? qsTr("Ready in about %1").arg(totals.order.readyText) : ""
            }

            Word {
                objectName: "orderTax"
                text: (totals.order.taxLabel ?? "") + " " + (totals.order.taxText ?? "")
                visible: !totals.order.empty
            }
        }

        SmallKey {
            objectName: "avoidKey"
            text: qsTr("Avoid …")
            visible: !(totals.vm.avoid.props.any ?? false)

            onClicked: totals.vm.avoid.open()
        }

        SmallKey {
            Layout.maximumWidth: Theme.mm(40)
            enabled: !totals.order.empty
            objectName: "couponKey"
            text: totals.vm.prices.props.couponText || qsTr("Coupon …")

            onClicked: totals.couponWanted()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                text: qsTr("Total")
            }

            // Below it what the guest saves or pays more; an amount is never broken.
            Label {
                readonly property string saved: totals.order.savedText ?? ""
                readonly property string added: totals.order.addedText ?? ""

                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                font.weight: Font.DemiBold
                maximumLineCount: 2
                objectName: "orderChange"
                text: saved !== "" ? qsTr("%1 saved").arg(saved) : added !== "" ? qsTr("%1 more").arg(added) : ""
                tone: saved !== "" ? "ok" : "text"
                visible: text !== ""
                wrapMode: Text.WordWrap
            }
        }

        Label {
            Layout.maximumWidth: totals.width * 0.6
            font.pixelSize: totals.brief ? Theme.sizeLarge : Theme.sizeHuge
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: Theme.sizeBody
            objectName: "orderTotal"
            text: totals.order.totalText ?? ""
        }
    }
}
