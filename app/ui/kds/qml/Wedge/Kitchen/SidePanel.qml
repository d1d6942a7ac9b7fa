pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// All-day counts and the control points.
Card {
    id: side

    required property var vm

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(4)
        spacing: Theme.gap

        Label {
            font.pixelSize: Theme.sizeLarge
            font.weight: Font.Bold
            text: qsTr("All day")
        }

        ListView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            clip: true
            model: side.vm.allDay
            objectName: "allDay"
            spacing: Theme.mm(1)

            delegate: RowLayout {
                id: need

                required property string name
                required property int count

                width: ListView.view.width

                Label {
                    Layout.preferredWidth: Math.max(Theme.mm(11), implicitWidth)
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    objectName: "allDayCount"
                    text: need.count
                    tone: "info"
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Math.round(23 * Theme.scale)
                    text: need.name
                }
            }
        }

        Label {
            font.pixelSize: Theme.sizeLarge
            font.weight: Font.Bold
            text: qsTr("Control points")
        }

        Repeater {
            model: side.vm.points

            RowLayout {
                id: point

                required property string name
                required property string temperatureText
                required property string tone
                required property string gapText

                Layout.fillWidth: true

                Label {
                    font.pixelSize: Theme.sizeMedium
                    text: Theme.toneShape(point.tone)
                    tone: point.tone
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeMedium
                        text: point.name
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeMedium
                        objectName: "gap_" + point.name
                        text: point.gapText
                        tone: "warning"
                        visible: text !== ""
                        wrapMode: Text.Wrap
                    }
                }

                Label {
                    Layout.maximumWidth: Theme.mm(45)
                    font.pixelSize: Theme.sizeMedium
                    font.weight: Font.DemiBold
                    text: point.temperatureText
                    tone: point.tone === "ok" ? "text" : point.tone
                }
            }
        }
    }
}
