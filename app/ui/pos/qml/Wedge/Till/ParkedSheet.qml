pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Orders that were put aside at any till; a tap takes one up here.
Sheet {
    id: sheet

    required property var vm
    readonly property bool wanted: vm.parked.props.open ?? false
    readonly property bool ready: vm.order.props.empty ?? true

    objectName: "parkedSheet"
    title: qsTr("Orders on hold")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: vm.parked.close()
    onWantedChanged: wanted ? open() : close()

    Label {
        Layout.fillWidth: true
        objectName: "parkFirst"
        text: qsTr("Hold or finish the order at the right first.")
        tone: "warning"
        visible: !sheet.ready
        wrapMode: Text.Wrap
    }

    ListView {
        id: orders

        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, Theme.mm(110))
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: sheet.vm.parked.rows
        objectName: "parkedList"
        spacing: Theme.gap

        delegate: BaseButton {
            id: order

            required property string key
            required property string number
            required property string summary
            required property string total
            required property string holdText
            required property string tone

            Accessible.name: number + ", " + summary + ", " + holdText
            enabled: sheet.ready
            height: Math.max(Theme.mm(16), Theme.targetLarge)
            objectName: "parked_" + number
            width: orders.width

            onClicked: sheet.vm.parked.take(key)

            contentItem: RowLayout {
                spacing: Theme.mm(3)

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        text: order.number + " · " + order.total
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        objectName: "parkedSummary"
                        text: order.summary
                        tone: "muted"
                    }
                }

                StatusPill {
                    objectName: "parkedHold"
                    text: order.holdText
                    tone: order.tone
                }
            }
        }
    }
}
