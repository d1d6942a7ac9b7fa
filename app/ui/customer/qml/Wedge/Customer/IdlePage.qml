pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Nobody is being served: the shop's name and today's wheels.
Item {
    id: page

    required property var vm

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(10)
        spacing: Theme.mm(6)

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
            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            columns: Math.min(3, Math.max(1, page.vm.wheels.length))
            spacing: Theme.mm(10)

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
                        width: Math.min(Theme.mm(46), page.height / 4)
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
