import QtQuick
import Wedge.Kit

// A line through the point that is pointed at, with its words above; gone without words.
Item {
    id: tip

    required property rect area
    required property real at
    required property string name
    required property string text

    visible: text !== ""

    Rectangle {
        color: Theme.textMuted
        height: tip.area.height
        width: 1
        x: tip.at
        y: tip.area.y
    }

    Rectangle {
        border.color: Theme.outline
        color: Theme.surfaceRaised
        height: said.implicitHeight + Theme.mm(2)
        radius: Theme.mm(1)
        width: said.implicitWidth + Theme.mm(3)
        x: Math.max(0, Math.min(tip.width - width, tip.at - width / 2))
        y: tip.area.y - Theme.mm(2)

        Label {
            id: said

            anchors.centerIn: parent
            font.pixelSize: Theme.sizeSmall
            objectName: tip.name + "_tip"
            text: tip.text
        }
    }
}
