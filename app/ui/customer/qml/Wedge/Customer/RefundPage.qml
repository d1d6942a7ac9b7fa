pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Money back: how much the cashier hands over, and for what.
Item {
    id: page

    required property var vm

    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(9)
        spacing: Theme.mm(9)

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.mm(170)
            spacing: Theme.mm(5)

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeHuge * 1.1
                font.weight: Font.Bold
                objectName: "refundTitle"
                text: qsTr("Your refund")
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                objectName: "refundFor"
                text: page.vm.refundFor
                tone: "muted"
                wrapMode: Text.Wrap
            }

            ListView {
                id: lines

                Layout.fillHeight: true
                Layout.fillWidth: true
                clip: true
                model: page.visible ? page.vm.lines : null
                objectName: "refundedLines"
                spacing: Theme.mm(4)

                delegate: GuestLineCard {
                    width: lines.width
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.mm(120)
            Layout.preferredWidth: Theme.mm(120)
            spacing: Theme.mm(5)

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                text: qsTr("You get back, in cash")
                tone: "muted"
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeHuge * 2.2
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.sizeLarge
                objectName: "refundCash"
                text: page.vm.total
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                objectName: "refundTax"
                text: page.vm.taxText
                tone: "muted"
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                objectName: "refundPoints"
                text: page.vm.saved
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }
}
