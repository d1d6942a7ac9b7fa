pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Portions that quality holds: choose, say why, decide. `letters` is the size of the texts,
// `keyHeight` that of the keys. objectNames: `hold_<portion id>`, `reason_<n>`, `reviewRelease`,
// `reviewDown_<basis points>`, `reviewWaste`, `score_<n>`.
ColumnLayout {
    id: review

    required property var vm
    property bool live: true
    property int letters: Theme.sizeBody
    property int keyHeight: Math.max(Theme.mm(11.5), Theme.target)
    readonly property var reasons: [qsTr("Measured again"), qsTr("Tasted and looked at"), qsTr("Good to eat, not to show"), qsTr("Not good enough")]

    objectName: "reviewList"
    spacing: Theme.gap

    EmptyState {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillHeight: true
        Layout.topMargin: Theme.mm(10)
        text: qsTr("What is off its standard when it is cut, and the batch of what fails a check, waits here.")
        title: qsTr("Nothing is held")
        visible: review.vm.count === 0
    }

    Repeater {
        model: review.vm.unscored

        RowLayout {
            id: unscored

            required property string key
            required property string name

            Layout.fillWidth: true
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                font.pixelSize: review.letters
                text: qsTr("%1 has no quality score").arg(unscored.name)
                tone: "warning"
            }

            Repeater {
                model: [10, 9, 8]

                QuietButton {
                    required property int modelData

                    enabled: review.live
                    font.pixelSize: review.letters
                    implicitHeight: review.keyHeight
                    implicitWidth: review.keyHeight * 1.4
                    objectName: "score_" + modelData
                    text: modelData

                    onClicked: review.vm.score(unscored.key, modelData)
                }
            }
        }
    }

    ListView {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, review.keyHeight * 5)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: review.vm.rows
        objectName: "holdRows"
        section.property: "whole"
        spacing: Theme.mm(1)
        visible: review.vm.count > 0

        section.delegate: RowLayout {
            id: batch

            required property string section

            height: review.keyHeight + Theme.mm(1)
            spacing: Theme.gap
            width: list.width

            Label {
                Layout.fillWidth: true
                font.pixelSize: review.letters
                font.weight: Font.DemiBold
                text: qsTr("Batch %1").arg(batch.section)
            }

            QuietButton {
                font.pixelSize: review.letters
                implicitHeight: review.keyHeight
                objectName: "batch_" + batch.section
                text: qsTr("Choose the batch")
                visible: review.vm.may

                onClicked: review.vm.toggleBatch(batch.section)
            }
        }

        delegate: BaseButton {
            id: row

            required property string key
            required property string code
            required property string name
            required property string why
            required property string measured
            required property string tone
            required property bool decidable
            required property bool chosen

            Accessible.name: row.code + ", " + row.why
            checked: row.chosen
            enabled: row.decidable && review.vm.may
            fill: row.chosen ? Theme.toneSoft("info") : Theme.surface
            height: Math.max(review.keyHeight, review.letters * 3)
            objectName: "hold_" + row.key
            // Who may not decide reads it all the same.
            opacity: 1
            width: list.width

            contentItem: RowLayout {
                spacing: Theme.mm(3)

                Label {
                    font.pixelSize: review.letters
                    text: row.chosen ? "☑" : "☐"
                    visible: row.decidable && review.vm.may
                }

                Label {
                    Layout.preferredWidth: review.letters * 5
                    font.pixelSize: review.letters
                    font.weight: Font.Bold
                    text: row.code
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: review.letters
                        text: row.name + " · " + row.why
                        tone: row.tone
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Math.max(Theme.sizeSmall, Math.round(review.letters * 0.9))
                        text: row.measured
                        tone: "muted"
                    }
                }
            }

            onClicked: review.vm.toggle(row.key)
        }
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: review.letters
        objectName: "reviewHint"
        text: review.vm.hint
        tone: "muted"
        visible: review.vm.count > 0
        wrapMode: Text.Wrap
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: review.vm.may && review.vm.count > 0

        Repeater {
            model: review.reasons

            QuietButton {
                required property string modelData
                required property int index

                checked: review.vm.reason === modelData
                font.pixelSize: review.letters
                implicitHeight: review.keyHeight
                objectName: "reason_" + index
                text: modelData

                onClicked: review.vm.write(modelData)
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: review.vm.may && review.vm.count > 0

        MainButton {
            enabled: review.live && review.vm.sellable
            font.pixelSize: review.letters
            implicitHeight: review.keyHeight
            objectName: "reviewRelease"
            text: qsTr("Release")

            onClicked: review.vm.release()
        }

        Repeater {
            model: review.vm.markdowns

            QuietButton {
                required property int modelData

                enabled: review.live && review.vm.sellable
                font.pixelSize: review.letters
                implicitHeight: review.keyHeight
                objectName: "reviewDown_" + modelData
                text: qsTr("Mark down %1 %").arg(modelData / 100)

                onClicked: review.vm.markDown(modelData)
            }
        }

        DangerButton {
            enabled: review.live && review.vm.ready
            font.pixelSize: review.letters
            implicitHeight: review.keyHeight
            objectName: "reviewWaste"
            text: qsTr("Throw away")

            onClicked: review.vm.waste()
        }
    }
}
