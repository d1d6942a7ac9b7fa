import QtQuick

// An action that destroys or throws away.
BaseButton {
    fill: Theme.dangerFill
    ink: Theme.dangerInk
}
