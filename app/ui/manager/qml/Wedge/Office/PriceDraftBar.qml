pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What is changed and not yet in force: why, what speaks against it, and the way into force.
Card {
    id: bar

    required property var vm
    property bool live: true

    signal preview

    implicitHeight: column.implicitHeight + Theme.mm(6)

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.mm(3)
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.mm(2)

        Repeater {
            model: bar.vm.faults

            Label {
                required property string modelData

                Layout.fillWidth: true
                objectName: "draftFault"
                text: "▲ " + modelData
                tone: "danger"
                wrapMode: Text.Wrap
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "draftNotice"
            text: bar.vm.applying.text
            title: bar.vm.applying.title
            tone: bar.vm.applying.tone

            onDismissed: bar.vm.applying.dismiss()
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: bar.vm.edits > 0

            TextEntry {
                Layout.fillWidth: true
                label: qsTr("%1 changed, not in force. Why?").arg(bar.vm.edits)
                objectName: "draftNote"
                text: bar.vm.note

                onEdited: text => bar.vm.writeNote(text)
            }

            QuietButton {
                Layout.alignment: Qt.AlignBottom
                objectName: "draftDrop"
                text: qsTr("Drop changes")

                onClicked: bar.vm.drop()
            }

            QuietButton {
                Layout.alignment: Qt.AlignBottom
                objectName: "draftPreview"
                text: qsTr("Preview")

                onClicked: bar.preview()
            }

            MainButton {
                Layout.alignment: Qt.AlignBottom
                enabled: bar.live && bar.vm.ready
                objectName: "draftApply"
                text: qsTr("Put in force")

                onClicked: bar.vm.apply()
            }
        }
    }
}
