pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Mean scores side by side, each with what it rests on.
RowLayout {
    id: tiles

    required property var model

    // Tiles are as tall as the tallest of them, not as the page has room.
    Layout.fillHeight: false
    spacing: Theme.gap

    Repeater {
        model: tiles.model

        Card {
            id: tile

            required property string id
            required property string label
            required property string value
            required property string note
            required property string tone

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            implicitHeight: Math.max(Theme.mm(25), words.implicitHeight + Theme.mm(6))
            objectName: "score_" + id

            ColumnLayout {
                id: words

                anchors.left: parent.left
                anchors.margins: Theme.mm(3)
                anchors.right: parent.right
                anchors.top: parent.top
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeSmall
                    maximumLineCount: 2
                    text: tile.label
                    tone: "muted"
                    wrapMode: Text.Wrap
                }

                Label {
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    objectName: "scoreValue_" + tile.id
                    text: tile.value
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeSmall
                    objectName: "scoreNote_" + tile.id
                    maximumLineCount: 2
                    text: tile.note
                    tone: tile.tone
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
