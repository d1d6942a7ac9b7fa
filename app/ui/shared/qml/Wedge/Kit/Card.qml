import QtQuick

// A rounded surface for content.
Rectangle {
    property bool raised: false

    border.color: Theme.outline
    border.width: raised ? 0 : 1
    color: raised ? Theme.surfaceRaised : Theme.surface
    radius: Theme.radius
}
