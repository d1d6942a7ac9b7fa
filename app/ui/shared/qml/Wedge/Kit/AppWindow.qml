import QtQuick

// The root of every program: themed, mirrored for right-to-left languages.
Window {
    id: window

    color: Theme.background

    onActiveFocusItemChanged: Keyboard.reveal(activeFocusItem)

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
}
