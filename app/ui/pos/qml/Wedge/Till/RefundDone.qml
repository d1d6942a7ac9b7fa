pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The cash to hand over, and the refund's own receipt.
RowLayout {
    id: done

    required property var model
    readonly property var shown: model.props

    spacing: Theme.mm(8)

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.mm(100)
        spacing: Theme.mm(4)

        Label {
            Layout.fillWidth: true
            text: qsTr("Give the guest, in cash")
            tone: "muted"
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeHuge * 1.5
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.sizeLarge
            objectName: "refundCash"
            text: done.shown.doneAmount ?? ""
        }

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            objectName: "refundVoucher"
            text: done.shown.doneVoucher ?? ""
            visible: text !== ""
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            objectName: "refundPoints"
            text: done.shown.donePoints ?? ""
            visible: text !== ""
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("The receipt is on its way to the printer. Have the guest sign it.")
            tone: "muted"
            wrapMode: Text.Wrap
        }

        MainButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(16)
            large: true
            objectName: "refundClose"
            text: qsTr("Done")

            onClicked: done.model.close()
        }
    }

    Flickable {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.mm(90)
        Layout.preferredHeight: Theme.mm(120)
        Layout.preferredWidth: Theme.mm(80)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: paper.height

        Image {
            id: paper

            asynchronous: false
            fillMode: Image.PreserveAspectFit
            objectName: "refundPreview"
            source: done.visible && (done.shown.receiptId ?? "") !== "" ? "image://receipts/" + done.shown.receiptId : ""
            width: parent.width
        }
    }
}
