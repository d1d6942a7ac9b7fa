pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One choice of few with letters for 2.5 m; objectNames are `chip_<key>`.
Flow {
    id: choices

    property string current: ""
    property var model: []

    signal chosen(string key)

    Layout.fillWidth: true
    spacing: Theme.gap

    Repeater {
        model: choices.model

        KitchenKey {
            required property var modelData

            checked: choices.current === modelData.key
            objectName: "chip_" + modelData.key
            text: modelData.text

            onClicked: choices.chosen(modelData.key)
        }
    }
}
