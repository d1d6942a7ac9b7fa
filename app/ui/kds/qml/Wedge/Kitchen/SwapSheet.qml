pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Another portion for a paid item: why, and which one.
Sheet {
    id: sheet

    required property var vm
    readonly property bool wanted: vm.lineKey !== ""

    objectName: "swapSheet"
    title: vm.title
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(220))

    onClosed: vm.close()
    onOpened: words.text = ""
    onWantedChanged: wanted ? open() : close()

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: sheet.vm.reasons

            KitchenKey {
                required property var modelData

                checked: sheet.vm.reason === modelData.key
                objectName: "swapWhy_" + modelData.key
                text: modelData.text

                onClicked: sheet.vm.because(modelData.key)
            }
        }
    }

    TextEntry {
        id: words

        Layout.fillWidth: true
        label: qsTr("What is it?")
        maximumLength: 200
        objectName: "swapWords"
        visible: sheet.vm.needsWords

        onEdited: text => sheet.vm.write(text)
    }

    EmptyState {
        Layout.fillWidth: true
        objectName: "swapNone"
        text: qsTr("No other portion of this grade or a better one is free.")
        title: qsTr("Nothing to take instead")
        visible: sheet.vm.rows.length === 0
    }

    Repeater {
        model: sheet.vm.rows

        BaseButton {
            id: other

            required property int index
            required property var modelData

            Accessible.name: modelData.code + " " + modelData.grade
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(17)
            enabled: sheet.vm.ready
            objectName: "swapTake_" + modelData.code

            onClicked: sheet.vm.take(other.index)

            contentItem: RowLayout {
                spacing: Theme.mm(3)

                GradeBadge {
                    grade: other.modelData.grade
                    size: Theme.mm(9)
                }

                Label {
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.DemiBold
                    text: other.modelData.code
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    text: other.modelData.place
                    tone: "muted"
                }

                Label {
                    font.pixelSize: Theme.sizeMedium
                    font.weight: Font.DemiBold
                    objectName: "swapPiece"
                    text: other.modelData.piece
                    visible: text !== ""
                }

                Label {
                    font.pixelSize: Theme.sizeMedium
                    text: other.modelData.age
                    tone: "muted"
                }
            }
        }
    }
}
