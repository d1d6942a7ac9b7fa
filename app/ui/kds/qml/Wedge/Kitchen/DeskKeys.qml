import QtQuick
import Wedge.Kit

// The bump bar and the keyboard: everything a touch does (docs/kitchen.md lists the keys).
Item {
    id: keys

    required property var vm
    readonly property var board: vm.board
    readonly property var actions: ({
            [Qt.Key_Space]: () => vm.lines.tap(board.selectedItem),
            [Qt.Key_Return]: () => confirm(),
            [Qt.Key_Enter]: () => confirm(),
            [Qt.Key_X]: () => vm.lines.replace(board.selectedItem),
            [Qt.Key_L]: () => vm.checks.lookAtLine(board.selectedItem),
            [Qt.Key_Escape]: () => leave(),
            [Qt.Key_Down]: () => board.moveItem(1),
            [Qt.Key_Up]: () => board.moveItem(-1),
            [Qt.Key_Left]: () => board.moveSelection(-1),
            [Qt.Key_Right]: () => board.moveSelection(1),
            [Qt.Key_PageDown]: () => board.turnPage(1),
            [Qt.Key_PageUp]: () => board.turnPage(-1),
            [Qt.Key_R]: () => vm.tickets.recallLast(),
            [Qt.Key_U]: () => vm.tickets.undo(),
            [Qt.Key_M]: () => vm.alarm.toggle(),
            [Qt.Key_S]: () => summaryWanted(),
            [Qt.Key_C]: () => checksWanted(),
            [Qt.Key_Q]: () => reviewWanted(),
            [Qt.Key_W]: () => cleanWanted(),
            [Qt.Key_A]: () => adviceWanted(),
            [Qt.Key_T]: () => board.nextStation()
        })

    signal summaryWanted
    signal checksWanted
    signal reviewWanted
    signal cleanWanted
    signal adviceWanted

    function leave() {
        if (board.selectedItem !== "")
            board.leaveItem();
        else
            vm.banner.dismiss();
    }

    // A scanner's first letter may be a key of its own: it waits a moment for what follows.
    property int held: 0

    Timer {
        id: pause

        interval: 80

        onTriggered: keys.press(keys.held)
    }

    function press(key: int) {
        const action = actions[key];
        if (key >= Qt.Key_1 && key <= Qt.Key_9)
            board.selectAt(key - Qt.Key_1);
        else if (action)
            action();
    }

    // True when it belongs to a label that is being read.
    function scanned(event): bool {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            pause.stop();
            const code = Scan.take();
            if (code !== "")
                vm.lines.check.scan(code);
            return code !== "";
        }
        if (event.text.length !== 1 || event.text <= " ")
            return false;
        const following = Date.now() - Scan.at < pause.interval;
        Scan.note(event.text);
        keys.held = event.key;
        if (following)
            pause.stop();
        else
            pause.restart();
        return true;
    }

    function confirm() {
        if (board.selectedItem !== "")
            vm.lines.tap(board.selectedItem);
        else
            vm.tickets.bump(board.selected);
    }

    Keys.onPressed: event => {
        const action = actions[event.key];
        event.accepted = true;
        if (vm.lines.check.demanded && scanned(event))
            return;
        if (event.key >= Qt.Key_1 && event.key <= Qt.Key_9)
            board.selectAt(event.key - Qt.Key_1);
        else if (action)
            action();
        else
            event.accepted = false;
    }
}
