pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What whoever leads the shift decides here.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.shift
    readonly property var shown: model.props
    readonly property bool wanted: shown.opened ?? false

    objectName: "shiftSheet"
    title: qsTr("Shift")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(140))

    onClosed: if (wanted) model.close()
    onWantedChanged: wanted ? open() : close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "shiftError"
        title: sheet.shown.error ?? ""
        tone: "warning"
    }

    Label {
        font.pixelSize: Theme.sizeMedium
        font.weight: Font.DemiBold
        text: qsTr("One more for less")
    }

    Label {
        Layout.fillWidth: true
        text: sheet.shown.what ?? ""
        tone: "muted"
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: [
                { on: true, key: "extraOn", text: qsTr("Offer it") },
                { on: false, key: "extraOff", text: qsTr("Do not offer it") }
            ]

            QuietButton {
                required property var modelData

                Layout.fillWidth: true
                checked: (sheet.shown.on ?? true) === modelData.on
                enabled: !(sheet.shown.busy ?? false)
                objectName: modelData.key
                text: modelData.text

                onClicked: sheet.model.switchExtra(modelData.on)
            }
        }
    }
}
