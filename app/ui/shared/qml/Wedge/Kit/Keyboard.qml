pragma Singleton
import QtQuick

// What Enter means in sheets and forms: their one main key. A holder is whoever has the property
// `takesEnter`; in a true one, a sheet, keys that were touched give Enter on, in a Card fields only.
QtObject {
    function holderOf(item: var): var {
        for (let above = item.parent; above; above = above.parent)
            if (above.takesEnter !== undefined)
                return above;
        return null;
    }

    // The main key that can be seen inside `root`; null when there is none or more than one.
    function mainOf(root: var): var {
        const found = [];
        _gather(root, found);
        return found.length === 1 ? found[0] : null;
    }

    // Press it; false when there is none to press. Holding Enter presses nothing twice.
    function press(root: Item, event: var): bool {
        const key = mainOf(root);
        if (key === null || event.isAutoRepeat)
            return false;
        if (key.enabled)
            key.click();
        return true;
    }

    // Whether a field has the keys.
    function writing(inside: Item): bool {
        return inside.Window.activeFocusItem instanceof TextInput;
    }

    // Something was typed: the form that holds the field is not left without a question.
    function note(field: Item) {
        const form = holderOf(field);
        if (form !== null)
            form.typed = true;
    }

    // Ask before `leave` is done.
    function ask(owner: Item, leave: var) {
        const question = _question.createObject(owner);
        question.left.connect(leave);
        question.closed.connect(() => question.destroy());
        question.open();
    }

    // Scroll what Tab led to into sight.
    function reveal(item: var) {
        if (item?.focusReason !== Qt.TabFocusReason && item?.focusReason !== Qt.BacktabFocusReason)
            return;
        for (let above = item.parent; above; above = above.parent) {
            if (!(above instanceof Flickable) || above.height <= 0)
                continue;
            const top = item.mapToItem(above.contentItem, 0, 0).y, room = above.height - item.height;
            const least = top - room, most = top;
            if (above.contentY > most || above.contentY < least)
                above.contentY = Math.max(above.originY, Math.min(top - room / 2, above.originY + above.contentHeight - above.height));
        }
    }

    function isEnter(event: var): bool {
        return event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
    }

    readonly property Component _question: Component {
        LeaveQuestion {}
    }

    function _gather(item: var, found: var) {
        for (let i = 0; i < item.children.length; i++) {
            const child = item.children[i];
            if (!child.visible || child.takesEnter !== undefined)
                continue;
            if (child.mainKey === true)
                found.push(child);
            else
                _gather(child, found);
        }
    }
}
