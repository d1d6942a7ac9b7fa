pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Why a portion was replaced: one of four reasons, the last one in words.
Sheet {
    id: sheet

    required property var vm

    objectName: "whySheet"
    title: vm.title

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.gap

        Repeater {
            model: sheet.vm.reasons

            KitchenKey {
                required property var modelData

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: sheet.vm.chosen === modelData.key
                implicitHeight: Theme.targetLarge
                objectName: "why_" + modelData.key
                text: modelData.text

                onClicked: {
                    sheet.vm.choose(modelData.key);
                    if (sheet.vm.needsWords)
                        words.forceActiveFocus();
                }
            }
        }
    }

    TextEntry {
        id: words

        Layout.fillWidth: true
        label: qsTr("What is it?")
        maximumLength: 200
        objectName: "whyWords"
        visible: sheet.vm.needsWords

        onEdited: text => sheet.vm.write(text)
    }

    MainButton {
        id: confirm

        Layout.fillWidth: true
        enabled: sheet.vm.ready
        large: true
        objectName: "whyConfirm"
        text: qsTr("Confirm")

        onClicked: {
            sheet.vm.confirm();
            sheet.close();
        }
    }

    onOpened: words.text = ""
}
