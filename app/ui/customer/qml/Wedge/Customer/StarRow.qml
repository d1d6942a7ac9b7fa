pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A question and five stars to touch; once touched it stays as it is.
ColumnLayout {
    id: row

    property string about: ""
    property string question: ""
    property int stars: 0

    signal rated(int stars)

    spacing: Theme.mm(1)

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 2
        text: row.question
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: 5 * Theme.mm(14) + 4 * spacing
        spacing: Theme.mm(1)

        Repeater {
            model: 5

            BaseButton {
                id: star

                required property int index
                readonly property bool lit: index < row.stars

                Accessible.name: qsTr("%n star(s)", "", index + 1)
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.mm(14)
                Layout.minimumWidth: Theme.target
                Layout.preferredHeight: Theme.mm(14)
                Layout.preferredWidth: Theme.mm(14)
                enabled: row.stars === 0
                fill: Theme.surface
                font.pixelSize: Theme.sizeHuge
                ink: lit ? Theme.warning : Theme.textMuted
                leftPadding: 0
                objectName: "star_" + row.about + "_" + (index + 1)
                opacity: 1
                rightPadding: 0
                text: lit ? "★" : "☆"

                onClicked: row.rated(index + 1)
            }
        }
    }
}
