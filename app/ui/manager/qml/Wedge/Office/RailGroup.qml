pragma ComponentBehavior: Bound

import QtQuick
import Wedge.Kit

// Pages that belong together, under a small title.
Column {
    id: part

    required property var group
    required property var counts
    property string page: ""
    property int keyHeight: Theme.mm(8.6)

    signal chosen(string key)
    // A key got the focus: y and height in the list of groups.
    signal entered(real y, real height)

    Label {
        color: Theme.railText
        font.pixelSize: Theme.sizeSmall
        leftPadding: Theme.mm(2)
        opacity: 0.75
        text: part.group.title
        topPadding: Theme.mm(1)
        visible: text !== ""
        width: parent.width
    }

    Repeater {
        model: part.group.pages

        BaseButton {
            id: key

            required property var modelData
            readonly property bool current: part.page === modelData.key
            readonly property int waiting: part.counts[modelData.key] ?? 0

            Accessible.checked: current
            align: Text.AlignLeft
            detail: waiting > 0 ? "● " + waiting : ""
            fill: current ? Theme.accent : Theme.rail
            implicitHeight: part.keyHeight
            ink: current ? Theme.onAccent : Theme.railText
            leftPadding: Theme.mm(2)
            objectName: "nav_" + modelData.key
            rightPadding: Theme.mm(2)
            text: modelData.text
            width: part.width

            onActiveFocusChanged: if (activeFocus)
                part.entered(part.y + y, height)
            onClicked: part.chosen(modelData.key)
        }
    }
}
