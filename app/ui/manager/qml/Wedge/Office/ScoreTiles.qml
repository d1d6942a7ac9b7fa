pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Mean scores side by side, each with what it rests on.
RowLayout {
    id: tiles

    required property var model

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
            implicitHeight: Theme.mm(25)
            objectName: "score_" + id

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.mm(3)
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeSmall
                    text: tile.label
                    tone: "muted"
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
                    text: tile.note
                    tone: tile.tone
                }
            }
        }
    }
}
