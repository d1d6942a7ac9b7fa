pragma ComponentBehavior: Bound

import QtQuick
import Wedge.Kit

// One choice of few with a label above and the error below; keys wrap when a line is full.
Column {
    id: choice

    property string label: ""
    property string error: ""
    property string emptyText: ""
    property var model: []
    property string current: ""
    property string prefix: "chip_"

    signal chosen(string key)

    spacing: Theme.mm(1)

    Label {
        font.pixelSize: Theme.sizeSmall
        text: choice.label
        tone: "muted"
    }

    Label {
        font.pixelSize: Theme.sizeSmall
        height: Theme.sizeSmall * 1.6
        text: (choice.error === "" ? "" : "▲ ") + choice.emptyText
        tone: choice.error === "" ? "muted" : "danger"
        verticalAlignment: Text.AlignVCenter
        visible: text !== "" && choice.model.length === 0
    }

    Flow {
        spacing: Theme.gap
        width: parent.width

        Repeater {
            model: choice.model

            QuietButton {
                required property var modelData

                checked: choice.current === modelData.key
                objectName: choice.prefix + modelData.key
                text: modelData.text
                width: Math.min(implicitWidth, choice.width)

                onClicked: choice.chosen(modelData.key)
            }
        }
    }

    Label {
        font.pixelSize: Theme.sizeSmall
        text: "▲ " + choice.error
        tone: "danger"
        visible: choice.error !== "" && choice.model.length > 0
    }
}
