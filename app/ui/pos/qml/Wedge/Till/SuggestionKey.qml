import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A suggestion as a key: what it is with its price, and why on a line of its own below.
BaseButton {
    id: key

    required property string name
    required property string price
    required property string why

    Accessible.name: text + " · " + why + ", " + price
    bottomPadding: 0
    font.pixelSize: Theme.sizeSmall
    implicitHeight: Theme.target
    leftPadding: Theme.mm(2.5)
    rightPadding: Theme.mm(2.5)
    text: "+ " + name
    topPadding: 0

    contentItem: RowLayout {
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                color: key.ink
                font: key.font
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.sizeSmall - 2
                objectName: "suggestionName"
                text: key.text
            }

            Label {
                Layout.fillWidth: true
                color: key.ink
                font.pixelSize: Theme.sizeSmall
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.sizeSmall - 3
                objectName: "suggestionWhy"
                text: key.why
                visible: text !== ""
            }
        }

        Label {
            color: key.ink
            font: key.font
            objectName: "suggestionPrice"
            text: key.price
        }
    }
}
