import QtQuick

// A secondary action; `checked` marks the chosen one of a group.
BaseButton {
    fill: checked ? Theme.text : Theme.dark ? Theme.surfaceRaised : "#DFE5ED"
    ink: checked ? Theme.surface : Theme.text
}
