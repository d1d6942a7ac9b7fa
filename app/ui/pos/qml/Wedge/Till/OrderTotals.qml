import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Below the lines: when it is ready, what was saved, the tax in it, and what is to be paid.
ColumnLayout {
    id: totals

    required property var vm
    readonly property var order: vm.order.props

    signal couponWanted

    spacing: Theme.mm(2.5)

    component Total: RowLayout {
        property alias title: name.text
        property alias amount: value.text
        property string tone: "muted"

        Layout.fillWidth: true
        visible: amount !== ""

        Label {
            id: name

            Layout.fillWidth: true
            tone: parent.tone
        }

        Label {
            id: value

            tone: parent.tone
        }
    }

    Total {
        amount: totals.order.readyText ?? ""
        objectName: "orderReady"
        title: qsTr("Ready in about")
    }

    // What it would cost at the base prices, and beside it what the guest saves or pays more.
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: figures.text !== "" || change.text !== ""

        Label {
            id: figures

            Layout.fillWidth: true
            font.pixelSize: Theme.sizeSmall
            objectName: "orderFigures"
            text: totals.order.figuresText ?? ""
            tone: "muted"
            wrapMode: Text.Wrap
        }

        Label {
            id: change

            readonly property string saved: totals.order.savedText ?? ""
            readonly property string added: totals.order.addedText ?? ""

            font.weight: Font.DemiBold
            objectName: "orderChange"
            text: saved !== "" ? qsTr("%1 saved").arg(saved) : added !== "" ? qsTr("%1 more").arg(added) : ""
            tone: saved !== "" ? "ok" : "text"
        }
    }

    Total {
        amount: totals.order.taxText ?? ""
        title: totals.order.taxLabel ?? ""
        visible: !totals.order.empty
    }

    RowLayout {
        Layout.fillWidth: true

        Label {
            font.pixelSize: Theme.sizeMedium
            text: qsTr("Total")
        }

        QuietButton {
            Layout.maximumWidth: Theme.mm(40)
            enabled: !totals.order.empty
            leftPadding: Theme.mm(2)
            objectName: "couponKey"
            rightPadding: Theme.mm(2)
            text: totals.vm.prices.props.couponText || qsTr("Coupon …")

            onClicked: totals.couponWanted()
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeHuge
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: Theme.sizeBody
            objectName: "orderTotal"
            text: totals.order.totalText ?? ""
        }
    }
}
