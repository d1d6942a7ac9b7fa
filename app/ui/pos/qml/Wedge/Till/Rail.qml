pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The way between the till's screens, and the lock.
Rectangle {
    id: rail

    required property var vm

    color: Theme.rail

    component RailKey: BaseButton {
        property bool chosen: false

        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(17)
        fill: chosen ? Theme.railRaised : Theme.rail
        focusPolicy: Qt.TabFocus
        // With a sign beside it a word is set a little smaller: the sign must not be cut off.
        font.pixelSize: Theme.sizeSmall - (text.includes("▲") ? 1 : 0)
        ink: chosen ? "#FFFFFF" : Theme.railText
        leftPadding: 0
        rightPadding: 0
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(1.6)
        spacing: Theme.gap

        Repeater {
            model: [
                { key: "sell", text: qsTr("Sell") },
                { key: "orders", text: qsTr("Orders") },
                { key: "receipts", text: qsTr("Receipts") },
                { key: "printer", text: rail.vm.props.printerFault !== "" ? qsTr("Printer ▲") : qsTr("Printer") }
            ]

            RailKey {
                required property var modelData

                chosen: rail.vm.screen === modelData.key
                objectName: "rail_" + modelData.key
                text: modelData.text

                onClicked: rail.vm.go(modelData.key)
            }
        }

        Item {
            Layout.fillHeight: true
        }

        RailKey {
            objectName: "rail_shift"
            text: qsTr("Shift")
            visible: rail.vm.shift.props.may ?? false

            onClicked: rail.vm.shift.open()
        }

        RailKey {
            objectName: "rail_lock"
            text: qsTr("Lock")

            onClicked: rail.vm.lock()
        }
    }
}
