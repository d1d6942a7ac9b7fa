pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Which cut and grade, how many, how prepared, and a note; for a line only the last two.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.ask
    readonly property var shown: model.props
    readonly property bool ofLine: shown.line ?? false
    readonly property bool wanted: (shown.name ?? "") !== ""

    objectName: "askSheet"
    title: shown.name ?? ""
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(190))

    onClosed: model.close()
    onWantedChanged: wanted ? open() : close()

    component Keys: Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
    }

    Keys {
        visible: !sheet.ofLine && (sheet.shown.cuts ?? []).length > 1

        Repeater {
            model: (sheet.shown.cuts ?? []).length

            QuietButton {
                required property int index
                readonly property var cut: sheet.shown.cuts[index] ?? { portions: 0, text: "", chosen: false }

                checked: cut.chosen
                objectName: "askCut_" + cut.portions
                text: cut.text

                onClicked: sheet.model.cut(cut.portions)
            }
        }
    }

    Keys {
        visible: !sheet.ofLine

        Repeater {
            model: (sheet.shown.grades ?? []).length

            BaseButton {
                id: gradeKey

                required property int index
                readonly property var shown: sheet.shown.grades[index] ?? { grade: "", text: "", chosen: false }

                Accessible.name: shown.grade + " " + shown.text
                checked: shown.chosen
                edge: shown.chosen ? Theme.accent : Theme.outline
                fill: shown.chosen ? Theme.surfaceRaised : "transparent"
                objectName: "askGrade_" + shown.grade

                onClicked: sheet.model.grade(shown.grade)

                contentItem: RowLayout {
                    spacing: Theme.mm(2)

                    GradeBadge {
                        grade: gradeKey.shown.grade === "any" ? "" : gradeKey.shown.grade
                    }

                    Label {
                        font.weight: gradeKey.shown.chosen ? Font.Bold : Font.Normal
                        text: gradeKey.shown.text
                    }
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: !sheet.ofLine

        QuietButton {
            Accessible.name: qsTr("One less")
            fill: Theme.outline
            leftPadding: 0
            objectName: "askLess"
            rightPadding: 0
            text: "−"

            onClicked: sheet.model.quantity((sheet.shown.quantity ?? 1) - 1)
        }

        Label {
            Layout.preferredWidth: Theme.mm(12)
            font.pixelSize: Theme.sizeLarge
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            objectName: "askQuantity"
            text: sheet.shown.quantity ?? ""
        }

        QuietButton {
            Accessible.name: qsTr("One more")
            fill: Theme.outline
            leftPadding: 0
            objectName: "askMore"
            rightPadding: 0
            text: "+"

            onClicked: sheet.model.quantity((sheet.shown.quantity ?? 1) + 1)
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.mm(3)
            spacing: 0

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                objectName: "askAnswer"
                text: (sheet.shown.tone === "ok" ? "✓ " : "▲ ") + (sheet.shown.answer ?? "")
                tone: sheet.shown.tone ?? "ok"
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                objectName: "askAdvice"
                text: sheet.shown.advice ?? ""
                tone: "muted"
                visible: text !== ""
                wrapMode: Text.Wrap
            }
        }
    }

    Keys {
        visible: !sheet.ofLine && !(sheet.shown.enough ?? true)

        QuietButton {
            fill: Theme.outline
            objectName: "askFewer"
            text: qsTr("Take %1").arg(sheet.shown.fewer ?? 0)
            visible: (sheet.shown.fewer ?? 0) > 0

            onClicked: sheet.model.takeFewer()
        }

        QuietButton {
            fill: Theme.outline
            objectName: "askOther"
            text: qsTr("Something else")

            onClicked: sheet.model.other()
        }

        QuietButton {
            fill: Theme.outline
            objectName: "askToCut"
            text: qsTr("Ask the kitchen to cut %1").arg(sheet.shown.wholes ?? 0)
            visible: (sheet.shown.wholes ?? 0) > 0

            onClicked: sheet.model.askToCut()
        }
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("How it is prepared")
        tone: "muted"
        visible: (sheet.shown.options ?? []).length > 0
    }

    Keys {
        visible: (sheet.shown.options ?? []).length > 0

        Repeater {
            model: (sheet.shown.options ?? []).length

            QuietButton {
                required property int index
                readonly property var option: sheet.shown.options[index] ?? { name: "", text: "", chosen: false }

                checked: option.chosen
                objectName: "askOption_" + index
                text: option.text

                onClicked: sheet.model.option(option.name)
            }
        }
    }

    TextEntry {
        Layout.fillWidth: true
        error: sheet.shown.noteError ?? ""
        label: sheet.shown.noteLabel ?? ""
        objectName: "askNote"
        text: sheet.shown.note ?? ""

        onEdited: text => sheet.model.write(text)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(4)

        ColumnLayout {
            spacing: 0
            visible: !sheet.ofLine

            Label {
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.Bold
                objectName: "askPrice"
                text: (sheet.shown.quantity ?? 1) > 1 ? qsTr("%1 each").arg(sheet.shown.price ?? "") : sheet.shown.price ?? ""
                visible: (sheet.shown.price ?? "") !== ""
            }

            Label {
                objectName: "askMinutes"
                text: qsTr("Ready in about %1").arg(sheet.shown.minutes ?? "")
                tone: "muted"
                visible: (sheet.shown.minutes ?? "") !== ""
            }
        }

        MainButton {
            Layout.fillWidth: true
            enabled: (sheet.shown.ready ?? false) && sheet.vm.props.canSell
            objectName: "askConfirm"
            text: sheet.ofLine ? qsTr("Keep it so") : qsTr("Put into the order")

            onClicked: sheet.model.confirm()
        }
    }
}
