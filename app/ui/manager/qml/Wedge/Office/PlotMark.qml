import QtQuick
import Wedge.Kit

// A named height of a plot: `modelData` is { y, text, tone }; `below` puts the name under the line.
Rectangle {
    id: mark

    required property var modelData
    required property int index
    required property string name

    color: Theme.toneColor(modelData.tone)
    opacity: 0.9

    Label {
        font.pixelSize: Theme.sizeSmall
        objectName: mark.name + "_mark_" + mark.index
        text: mark.modelData.text
        tone: mark.modelData.tone
        x: mark.modelData.left ? Theme.mm(1) : mark.width - width
        y: mark.modelData.below ? 1 : -height
    }
}
