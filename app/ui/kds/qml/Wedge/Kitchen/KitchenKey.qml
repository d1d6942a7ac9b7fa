import QtQuick
import Wedge.Kit

// A key for wet hands: 12.7 mm, letters for 2.5 m, no focus stolen from the desk by a tap.
QuietButton {
    focusPolicy: Qt.TabFocus
    font.pixelSize: Theme.sizeMedium
    implicitHeight: Theme.mm(12.7)
}
