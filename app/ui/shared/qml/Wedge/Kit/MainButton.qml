import QtQuick

// The one main action of a screen. `large` for pay keys (18 mm).
BaseButton {
    fill: Theme.accent
    ink: Theme.onAccent
}
