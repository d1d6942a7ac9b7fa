import QtQuick
import Wedge.Kit

// A key for wet hands: 60 px (16 mm) high, letters for 2.5 m, no focus stolen from the desk by a tap.
QuietButton {
    focusPolicy: Qt.TabFocus
    font.pixelSize: Theme.sizeMedium
    implicitHeight: Math.max(Theme.mm(16), 60)
}
