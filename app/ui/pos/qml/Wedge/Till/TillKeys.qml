import QtQuick
import Wedge.Kit

// What the keyboard does on the till while no sheet has it: screens, paying, and typing to search.
FocusScope {
    id: keys

    required property var vm
    readonly property var pay: vm.pay.props

    signal searched(string text)

    function leave() {
        if (vm.wheel.props.name !== "")
            vm.wheel.close();
        else if (pay.phase === "paid")
            vm.nextOrder();
        else if (pay.phase === "choosing")
            vm.pay.back();
        else if (vm.grid.searchText !== "")
            vm.grid.search("");
        else
            vm.go("sell");
    }

    function enter() {
        const code = Scan.take();
        if (code !== "" && vm.scanned(code))
            return;
        if (pay.phase === "choosing")
            vm.pay.enter();
        else if (pay.phase === "paid")
            vm.nextOrder();
        else if (vm.grid.searchText !== "")
            vm.tapFirst();
        else if (vm.prices.props.mustExplain ?? false)
            vm.tellAndPay();
        else
            vm.startPaying();
    }

    function typed(text: string): bool {
        if (pay.phase === "choosing") {
            if (Scan.inCode())
                return true;
            if (/^[0-9]$/.test(text))
                vm.pay.digit(text);
            else if (text === "." || text === ",")
                vm.pay.digit(".");
            return true;
        }
        if (vm.screen !== "sell" || text.length !== 1 || text < " " || text === "\x7f")
            return false;
        searched(text === "/" ? "" : text);
        return true;
    }

    focus: true

    Keys.onPressed: event => {
        event.accepted = true;
        Scan.note(event.text);
        switch (event.key) {
        case Qt.Key_Escape: keys.leave(); break;
        case Qt.Key_Return:
        case Qt.Key_Enter: keys.enter(); break;
        case Qt.Key_F1: keys.vm.go("sell"); break;
        case Qt.Key_F2: keys.vm.go("orders"); break;
        case Qt.Key_F3: keys.vm.go("receipts"); break;
        case Qt.Key_F4: keys.vm.go("printer"); break;
        case Qt.Key_F12: keys.vm.lock(); break;
        case Qt.Key_Backspace:
            if (keys.pay.phase === "choosing")
                keys.vm.pay.erase();
            break;
        default: event.accepted = keys.typed(event.text);
        }
    }
}
