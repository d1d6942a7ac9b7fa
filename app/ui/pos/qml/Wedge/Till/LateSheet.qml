pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A part of the price back for a guest who waited too long: which line, how much, why.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.guests.late
    readonly property var shown: model.props
    readonly property bool wanted: shown.opened ?? false

    objectName: "lateSheet"
    title: qsTr("Long wait: order %1").arg(shown.order ?? "")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(170))

    onClosed: if (wanted) model.close()
    onWantedChanged: wanted ? open() : close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "lateError"
        title: sheet.shown.error ?? ""
        tone: "warning"
    }

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "lateSaid"
        title: sheet.shown.said ?? ""
        tone: "ok"
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(6)

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.mm(90)
            spacing: Theme.mm(3)

            ListView {
                id: lines

                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(Theme.mm(60), Math.max(Theme.mm(14), contentHeight))
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: sheet.model.lines
                objectName: "lateLines"
                spacing: Theme.mm(1.6)

                delegate: BaseButton {
                    id: line

                    required property string key
                    required property string name
                    required property string price
                    required property string free
                    required property int index
                    readonly property bool chosen: sheet.shown.line === key

                    Accessible.name: name
                    edge: chosen ? Theme.focus : Theme.outline
                    fill: chosen ? Theme.infoSoft : Theme.surfaceRaised
                    height: Theme.mm(14)
                    objectName: "lateLine_" + index
                    width: lines.width

                    onClicked: sheet.model.choose(line.key)

                    contentItem: RowLayout {
                        spacing: Theme.gap

                        Label {
                            Layout.fillWidth: true
                            text: (line.chosen ? "● " : "") + line.name
                        }

                        Label {
                            text: line.price
                            tone: "muted"
                        }
                    }
                }

                EmptyState {
                    anchors.centerIn: parent
                    title: qsTr("Nothing is waited for any more")
                    visible: lines.count === 0
                }
            }

            Label {
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
                        objectName: "lateReason_" + index
                        text: modelData

                        onClicked: sheet.model.reason(modelData)
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                objectName: "lateSecond"
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
                objectName: "lateTyped"
                text: (sheet.shown.typed ?? "") !== "" ? sheet.shown.typed : qsTr("Another amount")
                tone: (sheet.shown.typed ?? "") !== "" ? "text" : "muted"
            }

            NumberPad {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(62)
                keyPrefix: "lateKey"
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
        objectName: "giveDelay"
        text: sheet.shown.giveText ?? ""

        onClicked: sheet.model.give()
    }
}
