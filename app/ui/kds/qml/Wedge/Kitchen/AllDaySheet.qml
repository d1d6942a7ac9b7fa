pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The all-day counts across the screen, to be read from the far end of the kitchen.
Sheet {
    id: sheet

    required property var model

    objectName: "allDaySheet"
    title: qsTr("All day")

    ListView {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, sheet.parent ? sheet.parent.height * 0.7 : contentHeight)
        Layout.preferredWidth: Theme.mm(170)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: sheet.model

        delegate: RowLayout {
            id: need

            required property string name
            required property int count

            spacing: Theme.mm(5)
            width: ListView.view.width

            Label {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Math.max(Theme.mm(20), implicitWidth)
                font.pixelSize: Theme.sizeHuge
                font.weight: Font.Bold
                objectName: "allDaySheetCount"
                text: need.count
                tone: "info"
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeHuge
                maximumLineCount: 3
                objectName: "allDaySheetName"
                text: need.name
                wrapMode: Text.Wrap
            }
        }
    }
}
