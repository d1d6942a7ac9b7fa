pragma ComponentBehavior: Bound

import QtQuick
import Wedge.Kit

// What is drawn upwards, and each line's colour beside its name where there is more than one.
Flow {
    id: legend

    required property var names
    required property string upwards

    spacing: Theme.mm(3)

    Label {
        font.pixelSize: Theme.sizeSmall
        text: legend.upwards
        tone: "muted"
        visible: text !== ""
        width: Math.min(implicitWidth, legend.width)
        wrapMode: Text.Wrap
    }

    Repeater {
        model: legend.names.length > 1 ? legend.names : []

        Row {
            id: entry

            required property var modelData

            spacing: Theme.mm(1)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.toneColor(entry.modelData.tone)
                height: 3
                width: Theme.mm(5)
            }

            Label {
                font.pixelSize: Theme.sizeSmall
                text: entry.modelData.name
            }
        }
    }
}
