pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Tools and surfaces: what each carries, how it is sanitised, and the signed-in person's word.
Sheet {
    id: sheet

    required property var vm
    property bool live: true

    objectName: "cleanSheet"
    title: qsTr("Tools and surfaces")

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        text: qsTr("Sanitise before food with other allergens is cut. Whoever is signed in confirms it.")
        tone: "muted"
        wrapMode: Text.Wrap
    }

    ChoiceRow {
        Layout.fillWidth: true
        current: sheet.vm.method
        model: sheet.vm.choices
        onChosen: key => sheet.vm.choose(key)
    }

    ListView {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(Math.max(count * Theme.mm(27), Theme.mm(30)), Theme.mm(150))
        Layout.preferredWidth: Theme.mm(230)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: sheet.vm.rows
        objectName: "cleanList"
        spacing: Theme.gap

        delegate: Rectangle {
            id: row

            required property string key
            required property string name
            required property string kindText
            required property string carries
            required property string last
            required property string tone
            required property bool dirty

            color: Theme.surfaceRaised
            height: Math.max(Theme.mm(20), words.implicitHeight + Theme.mm(4))
            objectName: "equipment_" + name
            radius: Theme.radius * 0.7
            width: list.width

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.mm(4)
                anchors.rightMargin: Theme.mm(3)
                spacing: Theme.mm(4)

                ColumnLayout {
                    id: words

                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeLarge
                        font.weight: Font.DemiBold
                        text: row.name + "  · " + row.kindText
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeMedium
                        font.weight: Font.Bold
                        objectName: "carries_" + row.name
                        text: row.carries
                        tone: row.tone
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeMedium
                        text: row.last
                        tone: "muted"
                    }
                }

                KitchenKey {
                    enabled: sheet.live
                    fill: Theme.outline
                    objectName: "sanitise_" + row.name
                    text: qsTr("Sanitised")
                    visible: row.dirty

                    onClicked: sheet.vm.confirm(row.key)
                }
            }
        }

        EmptyState {
            anchors.centerIn: parent
            text: qsTr("The back office registers tools and surfaces.")
            title: qsTr("Nothing is registered")
            visible: list.count === 0
        }
    }
}
