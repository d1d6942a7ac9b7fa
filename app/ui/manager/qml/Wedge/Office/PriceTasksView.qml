pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Prices somebody has to look at: until when, and what came of it.
Card {
    id: view

    required property var vm
    property bool live: true

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(4)
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            objectName: "priceTaskNotice"
            text: view.vm.errand.text
            title: view.vm.errand.title
            tone: view.vm.errand.tone

            onDismissed: view.vm.errand.dismiss()
        }

        ListView {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: view.vm.tasks
            objectName: "priceTasks"
            spacing: Theme.mm(4)

            delegate: RowLayout {
                id: task

                required property string id
                required property int index
                required property string name
                required property string detail
                required property string due
                required property string tone
                required property bool mayClose
                required property string outcome

                spacing: Theme.gap
                width: list.width

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        objectName: "priceTask_" + task.index
                        text: task.name
                    }

                    Label {
                        Layout.fillWidth: true
                        objectName: "priceTaskDue_" + task.index
                        text: Theme.toneShape(task.tone) + " " + task.due
                        tone: task.tone
                    }

                    Label {
                        Layout.fillWidth: true
                        text: task.detail
                        tone: "muted"
                    }
                }

                TextEntry {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    label: qsTr("What came of it?")
                    objectName: "priceTaskOutcome_" + task.index
                    text: task.outcome

                    onEdited: text => view.vm.write(task.id, text)
                }

                MainButton {
                    Layout.alignment: Qt.AlignBottom
                    enabled: view.live && task.mayClose && task.outcome.trim() !== "" && !view.vm.errand.busy
                    objectName: "priceTaskDone_" + task.index
                    text: qsTr("Done")

                    onClicked: view.vm.close(task.id)
                }
            }

            EmptyState {
                anchors.centerIn: parent
                parent: list
                text: qsTr("A price that cannot be worked out opens a task here by itself.")
                title: qsTr("No price waits for somebody")
                visible: list.count === 0
            }
        }
    }
}
