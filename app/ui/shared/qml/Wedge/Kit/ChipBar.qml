pragma ComponentBehavior: Bound

import QtQuick

// One choice of few, in a row that scrolls when it is too long.
// `model`: list of { key, text }; objectNames are `chip_<key>`.
ListView {
    id: bar

    property string current: ""

    signal chosen(string key)

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    implicitHeight: Math.max(Theme.mm(12.7), Theme.target)
    implicitWidth: contentWidth
    orientation: ListView.Horizontal
    spacing: Theme.gap

    delegate: BaseButton {
        required property var modelData

        checked: bar.current === modelData.key
        fill: checked ? Theme.text : Theme.surface
        height: bar.height
        ink: checked ? Theme.surface : Theme.text
        leftPadding: Theme.mm(5.5)
        objectName: "chip_" + modelData.key
        rightPadding: Theme.mm(5.5)
        text: modelData.text
        width: Math.max(Theme.mm(20), implicitWidth)

        onClicked: bar.chosen(modelData.key)
    }
}
