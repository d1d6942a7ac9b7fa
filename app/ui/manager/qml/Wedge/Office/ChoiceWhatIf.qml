pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Past days played again with the weights as typed, beside those in force.
ColumnLayout {
    id: panel

    required property var vm
    property bool live: true

    component Cell: Label {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        horizontalAlignment: Text.AlignRight
    }

    spacing: Theme.mm(1.5)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            text: qsTr("What would these weights have done?")
            wrapMode: Text.Wrap
        }

        Repeater {
            model: [7, 30]

            QuietButton {
                required property int modelData

                enabled: panel.live && !panel.vm.busy
                objectName: "replay_" + modelData
                text: panel.vm.busy ? qsTr("Working …") : qsTr("%1 days").arg(modelData)

                onClicked: panel.vm.run(modelData)
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: panel.vm.figures.count > 0

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            text: ""
        }

        Cell {
            text: qsTr("Now")
            tone: "muted"
        }

        Cell {
            text: qsTr("Draft")
            tone: "muted"
        }
    }

    Repeater {
        model: panel.vm.figures

        RowLayout {
            id: figure

            required property string id
            required property string name
            required property string now
            required property string draft

            Layout.fillWidth: true

            Label {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                text: figure.name
                wrapMode: Text.Wrap
            }

            Cell {
                objectName: "replayNow_" + figure.id
                text: figure.now
            }

            Cell {
                font.weight: Font.DemiBold
                objectName: "replayDraft_" + figure.id
                text: figure.draft
            }
        }
    }

    Label {
        Layout.fillWidth: true
        objectName: "replayMessage"
        text: panel.vm.message
        tone: "muted"
        visible: text !== ""
        wrapMode: Text.Wrap
    }
}
