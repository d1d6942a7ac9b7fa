pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Nobody is being served: the shop's name and today's wheels.
Item {
    id: page

    required property var vm
    readonly property bool small: height < Theme.mm(190)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(page.small ? 5 : 10)
        spacing: Theme.mm(page.small ? 3 : 6)

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeHuge * 1.2
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            objectName: "storeName"
            text: page.vm.storeName
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            horizontalAlignment: Text.AlignHCenter
            text: page.vm.wheels.length > 0 ? qsTr("Fresh now: every wedge is a real portion") : qsTr("Welcome")
            tone: "muted"
        }

        Grid {
            id: dishes

            readonly property int lineCount: Math.max(1, Math.ceil(page.vm.wheels.length / columns))
            // What is left of a row's height once name and price stand below the wheel.
            readonly property real room: (height - (lineCount - 1) * spacing) / lineCount - Theme.mm(20)

            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            columns: Math.min(3, Math.max(1, page.vm.wheels.length))
            spacing: Theme.mm(page.small ? 5 : 10)

            Repeater {
                model: page.vm.wheels

                Column {
                    id: dish

                    required property var modelData

                    spacing: Theme.mm(2)
                    width: Math.min(Theme.mm(80), page.width / 3.6)

                    WheelView {
                        anchors.horizontalCenter: parent.horizontalCenter
                        height: width
                        wedges: dish.modelData.wedges
                        width: Math.max(Theme.mm(16), Math.min(Theme.mm(46), page.height / 4, dishes.room))
                    }

                    Label {
                        font.pixelSize: Theme.sizeMedium * 1.1
                        font.weight: Font.DemiBold
                        horizontalAlignment: Text.AlignHCenter
                        text: dish.modelData.name
                        width: parent.width
                    }

                    Label {
                        font.pixelSize: Theme.sizeMedium
                        horizontalAlignment: Text.AlignHCenter
                        text: dish.modelData.price
                        tone: "ok"
                        width: parent.width
                    }
                }
            }
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeBody
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 2
            objectName: "guestLegend"
            text: page.vm.legend
            tone: "muted"
            visible: text !== "" && page.vm.wheels.length > 0
            wrapMode: Text.Wrap
        }
    }
}
