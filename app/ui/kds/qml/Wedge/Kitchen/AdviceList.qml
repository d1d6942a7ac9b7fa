pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A titled list of name, reason and key.
ColumnLayout {
    id: advice

    required property string title
    required property string keyText
    required property string prefix
    required property var model
    property bool live: true

    // Whole rows only: the panel is as high as three of them.
    readonly property int rowHeight: Math.max(Theme.mm(14), Theme.mm(16), 60)
    readonly property int wholeRows: 3

    signal chosen(string key)

    Layout.fillHeight: true
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    spacing: Theme.mm(1)

    Label {
        font.pixelSize: Theme.sizeLarge
        font.weight: Font.Bold
        objectName: advice.prefix + "title"
        text: list.count > advice.wholeRows ? advice.title + " (" + list.count + ")" : advice.title
    }

    ListView {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: advice.wholeRows * advice.rowHeight + (advice.wholeRows - 1) * spacing
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: advice.model
        spacing: Theme.mm(2)

        delegate: RowLayout {
            id: row

            required property string key
            required property string name
            required property string reason

            height: advice.rowHeight
            width: list.width

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Math.round(23 * Theme.scale)
                    text: row.name
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    text: row.reason
                    tone: "muted"
                }
            }

            KitchenKey {
                enabled: advice.live
                objectName: advice.prefix + row.key
                text: advice.keyText

                onClicked: advice.chosen(row.key)
            }
        }

        Label {
            anchors.left: parent.left
            font.pixelSize: Theme.sizeMedium
            text: qsTr("nothing now")
            tone: "muted"
            visible: list.count === 0
        }
    }
}
