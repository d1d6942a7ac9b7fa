import QtQuick
import Wedge.Kit

// One choice of few with a label above and the error below.
Column {
    id: choice

    property string label: ""
    property string error: ""
    property alias model: chips.model
    property alias current: chips.current

    signal chosen(string key)

    spacing: Theme.mm(1)

    Label {
        font.pixelSize: Theme.sizeSmall
        text: choice.label
        tone: "muted"
    }

    ChipBar {
        id: chips

        width: parent.width

        onChosen: key => choice.chosen(key)
    }

    Label {
        font.pixelSize: Theme.sizeSmall
        text: "▲ " + choice.error
        tone: "danger"
        visible: choice.error !== ""
    }
}
