pragma Singleton
import QtQuick

// What a scanner types where no field takes it. It sends a whole code within a moment and ends it
// with Enter, faster than anybody presses keys: that Enter must not press what has the focus.
QtObject {
    property string typed: ""
    property real at: 0
    readonly property int pauseMs: 250

    function note(text: string) {
        // Tab and Escape are a person's.
        if (text === "\t" || text === "\x1b")
            typed = "";
        if (text.length !== 1 || text <= " " || text === "\x7f")
            return;
        const now = Date.now();
        typed = (now - at > pauseMs ? "" : typed) + text;
        at = now;
    }

    // Whether keys come as from a scanner, the last of them just now.
    function running(): bool {
        return typed.length > 3 && Date.now() - at <= pauseMs;
    }

    // What was scanned, once; empty when it was no scanner.
    function take(): string {
        const code = running() ? typed : "";
        typed = "";
        return code;
    }

    // The same for what is written in a field, where quick fingers are no scanner: a portion's code.
    function takeCode(): string {
        const code = running() && /^\S{1,8}(-[A-Z]?\d+)+$/i.test(typed) ? typed : "";
        typed = "";
        return code;
    }

    // Whether a digit belongs to a code that is being scanned and not to an amount.
    function inCode(): bool {
        return typed.length > 1 && /^[^0-9.,]/.test(typed) && Date.now() - at <= pauseMs;
    }
}
