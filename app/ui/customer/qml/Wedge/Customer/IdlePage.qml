pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Nobody is being served: the shop's name and today's wheels.
Item {
    id: page

    required property var vm
    readonly property bool small: height < Theme.mm(190)
    readonly property int count: vm.wheels.length
    readonly property int columns: count === 4 ? 2 : Math.max(1, Math.min(3, count))

    // The last row may be shorter: it stands in the middle like the others.
    function rows(): var {
        const found = [];
        for (let at = 0; at < count; at += columns)
            found.push(vm.wheels.slice(at, at + columns));
        return found;
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(page.small ? 5 : 10)
        spacing: Theme.mm(page.small ? 3 : 6)

        // With nothing to show the greeting stands in the middle.
        Item {
            Layout.fillHeight: true
            visible: page.count === 0
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeHuge * (page.count > 0 ? 1.2 : 1.8)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.sizeLarge
            objectName: "storeName"
            text: page.vm.storeName
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: page.count > 0 ? Theme.sizeMedium : Theme.sizeLarge
            horizontalAlignment: Text.AlignHCenter
            text: page.count > 0 ? qsTr("Fresh now: every wedge is a real portion") : qsTr("Welcome")
            tone: "muted"
            wrapMode: Text.Wrap
        }

        Item {
            Layout.fillHeight: true
            visible: page.count === 0
        }

        Repeater {
            model: page.rows()

            RowLayout {
                id: line

                required property var modelData

                Layout.alignment: Qt.AlignHCenter
                Layout.fillHeight: true
                Layout.preferredHeight: 1
                spacing: Theme.mm(page.small ? 5 : 10)

                Repeater {
                    model: line.modelData

                    ColumnLayout {
                        id: dish

                        required property var modelData

                        Layout.fillHeight: true
                        Layout.maximumWidth: Layout.preferredWidth
                        Layout.preferredWidth: Math.min(Theme.mm(130), page.width / 3.6)
                        spacing: Theme.mm(2)

                        WheelView {
                            Layout.fillHeight: true
                            Layout.fillWidth: true
                            Layout.maximumHeight: Theme.mm(90)
                            Layout.minimumHeight: Theme.mm(14)
                            lettered: true
                            objectName: "idleWheel"
                            wedges: dish.modelData.wedges
                        }

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.sizeMedium * 1.1
                            font.weight: Font.DemiBold
                            horizontalAlignment: Text.AlignHCenter
                            maximumLineCount: 2
                            objectName: "idleName"
                            text: dish.modelData.name
                            wrapMode: Text.Wrap
                        }

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.sizeMedium
                            horizontalAlignment: Text.AlignHCenter
                            text: dish.modelData.price
                            tone: "ok"
                        }
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
            visible: text !== "" && page.count > 0
            wrapMode: Text.Wrap
        }
    }
}
