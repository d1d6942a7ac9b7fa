import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A goodwill voucher: what it is worth and for how long; the code is on the paper alone.
Item {
    id: page

    required property var vm
    readonly property bool small: height < Theme.mm(190)

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.ok
        border.width: Theme.mm(0.6)
        color: Theme.surface
        height: words.implicitHeight + Theme.mm(page.small ? 16 : 28)
        objectName: "voucherCard"
        radius: Theme.radius * 1.5
        width: Math.min(parent.width - Theme.mm(18), Theme.mm(220))

        ColumnLayout {
            id: words

            anchors.left: parent.left
            anchors.margins: Theme.mm(12)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.mm(page.small ? 4 : 6)

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
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                objectName: "voucherUntil"
                text: page.vm.ready
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                horizontalAlignment: Text.AlignHCenter
                objectName: "voucherPaper"
                text: qsTr("Its code is on your printed slip and ends in %1.").arg(page.vm.number)
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("What you do not spend at once stays on it.")
                tone: "muted"
                wrapMode: Text.Wrap
            }
        }
    }
}
