import QtQuick

// The one main action of a screen. `large` for pay keys (18 mm).
BaseButton {
    // What Enter presses in a sheet or form.
    property bool mainKey: true

    fill: Theme.accent
    ink: Theme.onAccent
}
