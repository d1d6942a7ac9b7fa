pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A titled list for wet hands: name, why and when, one key, and a second one where it may be asked.
ColumnLayout {
    id: checks

    required property string title
    required property string keyText
    required property string prefix
    required property string emptyText
    required property var model
    property bool live: true

    signal chosen(string key)
    signal other(string key)

    Layout.fillHeight: true
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    spacing: Theme.gap

    Label {
        font.pixelSize: Theme.sizeLarge
        font.weight: Font.Bold
        text: list.count > 0 ? checks.title + " (" + list.count + ")" : checks.title
    }

    ListView {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: checks.model
        spacing: Theme.mm(3)

        delegate: RowLayout {
            id: row

            required property string key
            required property string name
            required property string reason
            required property string tone
            required property var model

            spacing: Theme.gap
            width: list.width

            Label {
                font.pixelSize: Theme.sizeLarge
                text: Theme.toneShape(row.tone)
                tone: row.tone
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Math.round(23 * Theme.scale)
                    maximumLineCount: 2
                    text: row.name
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    maximumLineCount: 2
                    text: row.reason
                    tone: row.tone === "danger" ? "danger" : "muted"
                    wrapMode: Text.Wrap
                }
            }

            KitchenKey {
                enabled: checks.live
                objectName: "other_" + checks.prefix + row.key
                text: row.model.otherText ?? ""
                visible: text !== ""

                onClicked: checks.other(row.key)
            }

            KitchenKey {
                enabled: checks.live
                objectName: checks.prefix + row.key
                text: row.model.keyText ?? checks.keyText

                onClicked: checks.chosen(row.key)
            }
        }

        Label {
            anchors.left: parent.left
            anchors.right: parent.right
            font.pixelSize: Theme.sizeMedium
            text: checks.emptyText
            tone: "muted"
            visible: list.count === 0
            wrapMode: Text.Wrap
        }
    }
}
