pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A reduction by hand on one line: a share or an amount, and why.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.prices.discount
    readonly property var shown: model.props
    readonly property bool wanted: (shown.name ?? "") !== ""

    objectName: "discountSheet"
    title: qsTr("Discount: %1").arg(shown.name ?? "")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(170))

    onClosed: model.close()
    onWantedChanged: wanted ? open() : close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "discountError"
        text: sheet.shown.errorText ?? ""
        title: sheet.shown.errorTitle ?? ""
        tone: "danger"
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(6)

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.mm(80)
            spacing: Theme.mm(3)

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Repeater {
                    model: sheet.shown.shares ?? []

                    QuietButton {
                        required property int modelData

                        Layout.fillWidth: true
                        checked: sheet.shown.share === modelData
                        leftPadding: 0
                        objectName: "discountShare_" + modelData
                        rightPadding: 0
                        text: modelData + " %"

                        onClicked: sheet.model.share(modelData)
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                text: qsTr("Why")
                tone: "muted"
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                Repeater {
                    model: sheet.shown.reasons ?? []

                    QuietButton {
                        required property int index
                        required property string modelData

                        checked: sheet.shown.reason === modelData
                        objectName: "discountReason_" + index
                        text: modelData

                        onClicked: sheet.model.reason(modelData)
                    }
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.mm(3)

                Label {
                    font.pixelSize: Theme.sizeLarge
                    objectName: "discountOld"
                    text: sheet.shown.oldText ?? ""
                    tone: "muted"
                }

                Label {
                    font.pixelSize: Theme.sizeLarge
                    text: "→"
                    tone: "muted"
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    objectName: "discountNew"
                    text: sheet.shown.newText ?? ""
                }
            }

            Label {
                Layout.fillWidth: true
                objectName: "discountSecond"
                text: qsTr("A second person has to approve this.")
                tone: "warning"
                visible: sheet.shown.needsSecond ?? false
                wrapMode: Text.Wrap
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.mm(62)
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                horizontalAlignment: Text.AlignRight
                objectName: "discountTyped"
                text: (sheet.shown.typed ?? "") !== "" ? sheet.shown.typed : qsTr("Amount off")
                tone: (sheet.shown.typed ?? "") !== "" ? "text" : "muted"
            }

            NumberPad {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(62)
                keyPrefix: "discountKey"
                pointText: sheet.shown.pointText ?? ""

                onClear: sheet.model.clear()
                onDigit: key => sheet.model.digit(key)
                onErase: sheet.model.erase()
            }
        }
    }

    MainButton {
        Layout.fillWidth: true
        enabled: sheet.shown.ready ?? false
        objectName: "discountApply"
        text: qsTr("Take it off")

        onClicked: sheet.model.apply()
    }
}
