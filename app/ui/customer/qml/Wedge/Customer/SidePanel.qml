import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Beside the order: how to pay, or the change, thanks and the number to pick up with.
Rectangle {
    id: panel

    required property var vm
    readonly property bool paid: vm.page === "thanks"
    readonly property bool small: height < Theme.mm(190)

    color: Theme.surfaceRaised

    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.mm(panel.small ? 2 : 4)
        width: parent.width - Theme.mm(parent.width < Theme.mm(90) ? 8 : 12)

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge * 1.2
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: panel.paid ? qsTr("Thank you!") : qsTr("Pay at the counter")
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            horizontalAlignment: Text.AlignHCenter
            objectName: "tenderedText"
            text: qsTr("Received %1").arg(panel.vm.tendered)
            tone: "muted"
            visible: panel.paid && panel.vm.tendered !== ""
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: panel.small ? Theme.sizeLarge : Theme.sizeHuge
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            objectName: "changeText"
            text: qsTr("Change %1").arg(panel.vm.change)
            visible: panel.paid && panel.vm.change !== ""
            wrapMode: Text.Wrap
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: pickup.implicitHeight + Theme.mm(panel.small ? 4 : 8)
            color: Theme.okSoft
            radius: Theme.radius
            visible: panel.vm.number !== ""

            ColumnLayout {
                id: pickup

                anchors.centerIn: parent
                spacing: Theme.mm(1)
                width: parent.width - Theme.mm(6)

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    horizontalAlignment: Text.AlignHCenter
                    text: panel.paid ? qsTr("Your number") : qsTr("Order")
                    tone: "ok"
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeHuge * (!panel.paid ? 1 : panel.small ? 1.3 : 2)
                    font.weight: Font.Bold
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "pickupNumber"
                    text: panel.vm.number
                    tone: "ok"
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "readyText"
                    text: panel.vm.ready
                    tone: "ok"
                    visible: text !== ""
                }
            }
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            objectName: "containsText"
            text: panel.vm.contains === "" ? "" : "⚠ " + panel.vm.contains
            visible: text !== "" && !panel.paid
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            horizontalAlignment: Text.AlignHCenter
            objectName: "withoutText"
            text: "✓ " + panel.vm.without
            tone: "ok"
            visible: panel.vm.without !== ""
            wrapMode: Text.Wrap
        }

        FeedbackCard {
            Layout.fillWidth: true
            visible: panel.paid
            vm: panel.vm.feedback
        }
    }
}
