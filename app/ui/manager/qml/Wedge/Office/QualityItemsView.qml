pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What quality asks of a manager: until when, whose it is, and what came of it.
Card {
    id: view

    required property var vm
    property bool live: true

    Connections {
        target: view.vm.correction

        function onOpened() {
            sheet.open();
        }
    }

    CorrectionSheet {
        id: sheet

        live: view.live
        vm: view.vm.correction
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(4)
        spacing: Theme.mm(2)

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            text: qsTr("Open")
        }

        Notice {
            Layout.fillWidth: true
            objectName: "qualityNotice"
            text: view.vm.errand.text
            title: view.vm.errand.title
            tone: view.vm.errand.tone

            onDismissed: view.vm.errand.dismiss()
        }

        Label {
            Layout.fillWidth: true
            objectName: "lastCorrection"
            text: view.vm.correction.last
            tone: "muted"
            visible: text !== ""
            wrapMode: Text.Wrap
        }

        ListView {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: view.vm.items
            objectName: "qualityItems"
            spacing: Theme.mm(4)

            delegate: ColumnLayout {
                id: item

                required property string id
                required property int index
                required property string name
                required property string detail
                required property string due
                required property string tone
                required property string kind
                required property bool mayClose
                required property string outcome
                // Its waste records close it, nobody's word.
                readonly property bool byItself: kind === "removal" || kind === "backup_mode" || kind === "quality_alert" || corrects
                readonly property bool corrects: kind === "corrective_action" || kind === "held_lots"
                readonly property bool ready: view.live && mayClose && !view.vm.errand.busy

                spacing: Theme.mm(1)
                width: list.width

                Label {
                    Layout.fillWidth: true
                    font.weight: Font.DemiBold
                    objectName: "qualityItem_" + item.index
                    text: item.name
                }

                Label {
                    Layout.fillWidth: true
                    objectName: "qualityDue_" + item.index
                    text: Theme.toneShape(item.tone) + " " + item.due
                    tone: item.tone
                }

                Label {
                    Layout.fillWidth: true
                    maximumLineCount: 2
                    text: item.detail
                    tone: "muted"
                    wrapMode: Text.Wrap
                }

                MainButton {
                    enabled: view.live && !view.vm.errand.busy
                    objectName: "qualityCorrect_" + item.index
                    text: qsTr("Act")
                    visible: item.corrects

                    onClicked: view.vm.correction.open(item.id)
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap
                    visible: !item.byItself

                    TextEntry {
                        Layout.fillWidth: true
                        label: item.kind === "improvement" ? qsTr("Measure, or its effect") : qsTr("What came of it?")
                        objectName: "qualityOutcome_" + item.index
                        text: item.outcome
                        visible: item.kind !== "watch"

                        onEdited: text => view.vm.write(item.id, text)
                    }

                    Item {
                        Layout.fillWidth: true
                        visible: item.kind === "watch"
                    }

                    QuietButton {
                        Layout.alignment: Qt.AlignBottom
                        enabled: item.ready && item.outcome.trim() !== ""
                        objectName: "qualityEffect_" + item.index
                        text: qsTr("Effect checked")
                        visible: item.kind === "improvement"

                        onClicked: view.vm.checkEffect(item.id)
                    }

                    MainButton {
                        Layout.alignment: Qt.AlignBottom
                        enabled: item.ready && (item.kind === "watch" || item.outcome.trim() !== "")
                        objectName: "qualityDone_" + item.index
                        text: item.kind === "watch" ? qsTr("End the watch") : qsTr("Done")

                        onClicked: view.vm.close(item.id)
                    }
                }
            }

            EmptyState {
                anchors.centerIn: parent
                parent: list
                text: qsTr("Failed checks, deviations and much waste open an item here by themselves.")
                title: qsTr("Nothing is open")
                visible: list.count === 0
            }
        }
    }
}
