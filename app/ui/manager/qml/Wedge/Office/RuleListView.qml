pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Wedge.Kit

// A list of rules at the left, the form of one at the right; what is kept goes into the draft.
RowLayout {
    id: view

    required property var vm
    required property string name
    required property string newText
    property string emptyTitle: ""
    property string emptyText: ""
    default property alias form: place.data

    spacing: Theme.gap

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 3

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            spacing: Theme.gap

            ListView {
                id: list

                Layout.fillHeight: true
                Layout.fillWidth: true
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: view.vm.lines
                objectName: view.name + "List"
                spacing: Theme.mm(2)

                delegate: RowLayout {
                    id: line

                    required property string id
                    required property int index
                    required property string name
                    required property string detail
                    required property string note
                    required property bool isNew

                    spacing: Theme.gap
                    width: list.width

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            font.weight: Font.DemiBold
                            objectName: view.name + "Name_" + line.index
                            text: (line.isNew ? "● " : "") + line.name
                        }

                        Label {
                            Layout.fillWidth: true
                            maximumLineCount: 2
                            objectName: view.name + "Detail_" + line.index
                            text: line.detail
                            wrapMode: Text.Wrap
                        }

                        Label {
                            Layout.fillWidth: true
                            maximumLineCount: 3
                            objectName: view.name + "Note_" + line.index
                            text: line.note
                            tone: "muted"
                            visible: text !== ""
                            wrapMode: Text.Wrap
                        }
                    }

                    QuietButton {
                        objectName: view.name + "Edit_" + line.index
                        text: qsTr("Change")

                        onClicked: view.vm.edit(line.id)
                    }

                    QuietButton {
                        objectName: view.name + "Remove_" + line.index
                        text: qsTr("Remove")

                        onClicked: view.vm.remove(line.id)
                    }
                }

                EmptyState {
                    anchors.centerIn: parent
                    parent: list
                    text: view.emptyText
                    title: view.emptyTitle
                    visible: list.count === 0
                }
            }

            MainButton {
                Layout.alignment: Qt.AlignLeft
                objectName: view.name + "New"
                text: view.newText

                onClicked: view.vm.create()
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 3
        cancelKey: leave
        visible: view.vm.editing

        Flickable {
            id: scroll

            anchors.bottom: keys.top
            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            anchors.top: parent.top
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: place.childrenRect.height

            T.ScrollBar.vertical: T.ScrollBar {
                id: bar

                contentItem: Rectangle {
                    color: Theme.textMuted
                    implicitWidth: Theme.mm(1.4)
                    opacity: 0.5
                    radius: width / 2
                    visible: bar.size < 1
                }
            }

            Item {
                id: place

                height: childrenRect.height
                width: scroll.width - Theme.mm(3)
            }
        }

        RowLayout {
            id: keys

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            spacing: Theme.gap

            QuietButton {
                id: leave

                objectName: view.name + "Close"
                text: qsTr("Cancel")

                onClicked: view.vm.close()
            }

            Item {
                Layout.fillWidth: true
            }

            MainButton {
                objectName: view.name + "Keep"
                text: qsTr("Keep in the draft")

                onClicked: view.vm.keep()
            }
        }
    }
}
