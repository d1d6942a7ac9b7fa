import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A goodwill voucher: what it is worth and for how long; the code is on the paper alone.
Item {
    id: page

    required property var vm

    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.mm(6)
        width: Math.min(parent.width - Theme.mm(18), Theme.mm(220))

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeHuge
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("A voucher for you")
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeHuge * 2.4
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.sizeLarge
            objectName: "voucherWorth"
            text: page.vm.total
            tone: "ok"
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge
            horizontalAlignment: Text.AlignHCenter
            objectName: "voucherUntil"
            text: page.vm.ready
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("The paper has its code, ending in %1. What you do not use stays on it.").arg(page.vm.number)
            tone: "muted"
            wrapMode: Text.Wrap
        }
    }
}
