pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Which allergens the order's guest avoids.
Sheet {
    id: sheet

    required property var vm
    readonly property var avoid: vm.avoid.props
    readonly property bool wanted: avoid.open ?? false

    title: qsTr("What does the guest avoid?")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(170))

    // Closed by the person, not by the question that follows.
    onClosed: if (wanted) vm.avoid.close()
    onWantedChanged: wanted ? open() : close()

    Label {
        Layout.fillWidth: true
        text: qsTr("Products that hold it are barred, and nothing with it is sold on this order.")
        tone: "muted"
        wrapMode: Text.Wrap
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: 3
        rowSpacing: Theme.gap

        Repeater {
            model: (sheet.avoid.chips ?? []).length

            BaseButton {
                required property int index
                readonly property var shown: (sheet.avoid.chips ?? [])[index] ?? { key: "", text: "", on: false }

                Accessible.checkable: true
                Accessible.checked: shown.on
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(14)
                Layout.preferredWidth: 1
                edge: shown.on ? Theme.danger : Theme.outline
                fill: shown.on ? Theme.dangerSoft : Theme.surface
                objectName: "avoid_" + shown.key
                text: (shown.on ? "⚠ " : "") + shown.text

                onClicked: sheet.vm.avoid.toggle(shown.key)
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Item {
            Layout.fillWidth: true
        }

        QuietButton {
            Layout.preferredHeight: Theme.mm(16)
            objectName: "avoidCancel"
            text: qsTr("Cancel")

            onClicked: sheet.vm.avoid.close()
        }

        MainButton {
            Layout.preferredHeight: Theme.mm(16)
            Layout.preferredWidth: Theme.mm(50)
            objectName: "avoidSave"
            text: qsTr("Keep")

            onClicked: sheet.vm.avoid.save()
        }
    }
}
