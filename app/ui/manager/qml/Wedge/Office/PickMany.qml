pragma ComponentBehavior: Bound

import QtQuick
import Wedge.Kit

// Several of some choices, as keys that wrap. `model`: list of { key, text }.
Column {
    id: many

    property string label: ""
    property string error: ""
    property var model: []
    property var chosen: []

    signal toggled(string key)

    spacing: Theme.mm(1)

    Label {
        font.pixelSize: Theme.sizeSmall
        text: many.label
        tone: "muted"
        width: parent.width
        wrapMode: Text.Wrap
    }

    Flow {
        spacing: Theme.mm(1.5)
        width: parent.width

        Repeater {
            model: many.model

            QuietButton {
                required property var modelData

                checked: many.chosen.includes(modelData.key)
                leftPadding: Theme.mm(2.5)
                objectName: many.objectName + "_" + modelData.key
                rightPadding: Theme.mm(2.5)
                text: modelData.text
                width: Math.min(implicitWidth, many.width)

                onClicked: many.toggled(modelData.key)
            }
        }
    }

    Label {
        font.pixelSize: Theme.sizeSmall
        text: "▲ " + many.error
        tone: "danger"
        visible: many.error !== ""
    }
}
