pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What waits to be made good, with the time it has taken so far.
Card {
    id: card

    required property var model

    signal chosen(string complaint)

    EmptyState {
        anchors.centerIn: parent
        title: qsTr("Nothing waits")
        visible: tasks.count === 0
    }

    ListView {
        id: tasks

        anchors.fill: parent
        anchors.margins: Theme.mm(3)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: card.model
        objectName: "queueList"
        spacing: Theme.mm(1.6)

        delegate: BaseButton {
            id: row

            required property string id
            required property string title
            required property string kind
            required property string due
            required property string running
            required property string tone
            required property string complaint

            Accessible.name: kind + " " + title
            edge: tone === "muted" ? Theme.outline : Theme.toneColor(tone)
            enabled: complaint !== ""
            fill: tone === "muted" ? Theme.surface : Theme.toneSoft(tone)
            height: Theme.mm(15)
            objectName: "queue_" + title
            opacity: 1
            width: tasks.width

            onClicked: card.chosen(row.complaint)

            contentItem: RowLayout {
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        text: row.title
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        text: row.kind
                        tone: "muted"
                    }
                }

                Label {
                    font.weight: Font.DemiBold
                    objectName: "running_" + row.title
                    text: row.running === "" ? "" : (row.tone === "muted" ? "" : Theme.toneShape(row.tone) + " ") + row.running
                    tone: row.tone
                }

                Label {
                    font.pixelSize: Theme.sizeSmall
                    text: row.due === "" ? "" : qsTr("due %1").arg(row.due)
                    tone: "muted"
                }
            }
        }
    }
}
