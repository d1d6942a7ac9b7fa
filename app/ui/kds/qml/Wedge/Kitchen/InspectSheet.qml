pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One look: a score by large keys, what is wrong with it, a temperature.
Sheet {
    id: sheet

    required property var vm
    required property var swap

    objectName: "inspectSheet"
    title: vm.title

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "inspectTraining"
        title: sheet.vm.training
        tone: sheet.vm.maySign ? "info" : "warning"
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            objectName: "inspectMessage"
            text: sheet.vm.message
            tone: sheet.vm.below ? "danger" : "muted"
            wrapMode: Text.Wrap
        }

        KitchenKey {
            objectName: "inspectSwap"
            text: qsTr("Take another portion …")
            visible: sheet.vm.lineKey !== ""

            onClicked: {
                const line = sheet.vm.lineKey;
                sheet.close();
                sheet.swap.open(line);
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(6)

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.mm(170)
            spacing: Theme.gap

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    text: qsTr("Score")
                }

                Label {
                    font.pixelSize: Math.round(40 * Theme.scale)
                    font.weight: Font.Bold
                    objectName: "inspectScore"
                    text: sheet.vm.scoreText
                    tone: sheet.vm.below ? "danger" : "text"
                }
            }

            GridLayout {
                Layout.fillWidth: true
                LayoutMirroring.childrenInherit: true
                LayoutMirroring.enabled: false
                columnSpacing: Theme.gap
                columns: 6
                rowSpacing: Theme.gap
                uniformCellWidths: true

                Repeater {
                    model: ["10", "9", "8", "7", "6", "5", "4", "3", "2", "1", "0", "half"]

                    KitchenKey {
                        required property string modelData

                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeLarge
                        implicitHeight: Theme.mm(16)
                        objectName: "score_" + modelData
                        text: modelData === "half" ? "± ½" : modelData

                        onClicked: sheet.vm.score(modelData)
                    }
                }
            }

            Label {
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.Bold
                text: qsTr("What is wrong")
            }

            GridLayout {
                Layout.fillWidth: true
                columnSpacing: Theme.gap
                columns: 3
                rowSpacing: Theme.gap
                uniformCellWidths: true

                Repeater {
                    model: sheet.vm.causes

                    KitchenKey {
                        required property var modelData

                        Layout.fillWidth: true
                        checked: sheet.vm.chosen.includes(modelData.key)
                        objectName: "cause_" + modelData.key
                        text: modelData.text

                        onClicked: sheet.vm.cause(modelData.key)
                    }
                }
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            RowLayout {
                Layout.fillWidth: true

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    text: qsTr("Core")
                }

                Label {
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    objectName: "inspectTemperature"
                    text: sheet.vm.temperatureText
                }
            }

            NumberPad {
                keyPrefix: "coreKey"

                onClear: sheet.vm.clear()
                onDigit: key => sheet.vm.digit(key)
                onErase: sheet.vm.erase()
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        DangerButton {
            enabled: sheet.vm.mayFail
            font.pixelSize: Theme.sizeLarge
            implicitHeight: Theme.targetLarge
            objectName: "inspectFail"
            text: qsTr("Take off sale")

            onClicked: {
                sheet.vm.fail();
                sheet.close();
            }
        }

        MainButton {
            Layout.fillWidth: true
            enabled: sheet.vm.acceptable
            focus: true
            large: true
            objectName: "inspectRecord"
            text: sheet.vm.below ? qsTr("Record: off sale") : qsTr("Record")

            onClicked: {
                sheet.vm.record();
                sheet.close();
            }
        }
    }
}
