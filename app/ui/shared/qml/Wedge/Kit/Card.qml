import QtQuick

// A rounded surface for content. A form on it is kept with Enter from any of its fields when it has
// one main key, and left with Escape by its `cancelKey`, after a question if something was typed.
Rectangle {
    id: card

    property bool raised: false
    property BaseButton cancelKey: null
    // Since the form was opened.
    property bool typed: false
    readonly property bool takesEnter: false

    border.color: Theme.outline
    border.width: raised ? 0 : 1
    color: raised ? Theme.surfaceRaised : Theme.surface
    radius: Theme.radius

    Keys.onPressed: event => {
        event.accepted = false;
        if (Keyboard.isEnter(event)) {
            event.accepted = Keyboard.writing(card) && Keyboard.press(card, event);
        } else if (event.key === Qt.Key_Escape && cancelKey?.visible) {
            event.accepted = true;
            typed ? Keyboard.ask(card, () => cancelKey.click()) : cancelKey.click();
        }
    }

    Connections {
        function onVisibleChanged() {
            card.typed = false;
        }

        target: card.cancelKey
    }
}
