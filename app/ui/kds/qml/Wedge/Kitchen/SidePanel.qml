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
                    Layout.alignment: Qt.AlignTop
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
                    maximumLineCount: 4
                    objectName: "allDayName"
                    text: need.name
                    wrapMode: Text.Wrap
                }
            }
        }

        Label {
            font.pixelSize: Theme.sizeLarge
            font.weight: Font.Bold
            text: qsTr("Control points")
        }

        // With many units it scrolls: the all-day numbers keep half of the panel.
        ListView {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, side.height * 0.5)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: side.vm.points
            objectName: "controlPoints"
            spacing: Theme.mm(1)

            delegate: ControlPoint {
                width: ListView.view.width
            }
        }
    }
}
