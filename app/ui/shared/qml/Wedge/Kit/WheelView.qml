pragma ComponentBehavior: Bound
import QtQuick

// The wheel: one wedge for each portion of a whole, clockwise from twelve o'clock.
// `wedges`: list of { wedgeState: "free|reserved|blocked|gone", grade: "A|B|C|" }.
// States differ by pattern as well: reserved leans left, blocked leans right in red, gone is an
// outline. Grades differ by more than colour too: `lettered` (large wheels) puts letter and shape on
// each free wedge; a small wheel draws rings across it: none for A, one for B, two for C.
// Painted once into an image and again only when a wedge or the theme really changes.
Item {
    id: wheel

    property var wedges: []
    property bool interactive: false
    property bool lettered: false
    property int currentWedge: -1
    readonly property string picture: describe()

    signal wedgeTapped(int index)

    function describe(): string {
        let text = Theme.dark ? "d" : "l";
        const list = wedges ?? [];
        for (let i = 0; i < list.length; ++i)
            text += list[i].wedgeState + list[i].grade + ",";
        return text + currentWedge + (activeFocus ? "f" : "");
    }

    function indexAt(x: real, y: real): int {
        const dx = x - width / 2, dy = y - height / 2, n = wedges.length;
        const radius = Math.min(width, height) / 2;
        if (n === 0 || dx * dx + dy * dy > radius * radius)
            return -1;
        const turn = (Math.atan2(dx, -dy) + 2 * Math.PI) % (2 * Math.PI);
        return Math.min(n - 1, Math.floor(turn / (2 * Math.PI) * n));
    }

    function step(by: int) {
        if (wedges.length > 0)
            currentWedge = (Math.max(currentWedge, by > 0 ? -1 : 0) + by + wedges.length) % wedges.length;
    }

    Accessible.role: interactive ? Accessible.Button : Accessible.Graphic
    activeFocusOnTab: interactive
    implicitHeight: Theme.mm(27)
    implicitWidth: Theme.mm(27)
    onPictureChanged: canvas.requestPaint()

    Keys.onRightPressed: event => { event.accepted = interactive; if (interactive) step(1); }
    Keys.onLeftPressed: event => { event.accepted = interactive; if (interactive) step(-1); }
    Keys.onReturnPressed: event => { event.accepted = interactive; if (interactive && currentWedge >= 0) wedgeTapped(currentWedge); }
    Keys.onEnterPressed: event => { event.accepted = interactive; if (interactive && currentWedge >= 0) wedgeTapped(currentWedge); }

    Canvas {
        id: canvas

        anchors.centerIn: parent
        height: width
        width: Math.min(parent.width, parent.height)

        onPaint: {
            const c = getContext("2d");
            c.reset();
            const list = wheel.wedges ?? [], n = list.length;
            if (n === 0)
                return;
            const m = width / 2, outer = m - 3, hair = Math.max(1.5, width / 70);
            for (let i = 0; i < n; ++i)
                paintWedge(c, list[i], m, outer, hair, i, n);
            if (wheel.currentWedge >= 0 && wheel.currentWedge < n && wheel.interactive)
                outline(c, m, outer, hair * 1.6, wheel.currentWedge, n);
        }

        function trace(c, m, radius, i, n) {
            const from = -Math.PI / 2 + i * 2 * Math.PI / n;
            c.beginPath();
            c.moveTo(m, m);
            c.arc(m, m, radius, from, from + 2 * Math.PI / n, false);
            c.closePath();
        }

        function outline(c, m, outer, hair, i, n) {
            trace(c, m, outer, i, n);
            c.strokeStyle = String(Theme.focus);
            c.lineWidth = hair;
            c.stroke();
        }

        function paintWedge(c, wedge, m, outer, hair, i, n) {
            const state = wedge.wedgeState;
            if (state === "gone") {
                paintGone(c, m, outer, i, n);
                return;
            }
            trace(c, m, outer, i, n);
            c.fillStyle = String(state === "free" ? Theme.gradeColor(wedge.grade)
                : state === "reserved" ? Theme.reserved : Theme.blocked);
            c.fill();
            if (state === "blocked")
                hatch(c, m, outer, i, n, Theme.danger, false);
            else if (state === "reserved")
                hatch(c, m, outer, i, n, Theme.surface, true);
            else if (!wheel.lettered)
                rings(c, m, outer, hair, i, n, wedge.grade === "B" ? [0.6] : wedge.grade === "C" ? [0.45, 0.75] : []);
            trace(c, m, outer, i, n);
            c.strokeStyle = String(Theme.surface);
            c.lineWidth = hair;
            c.stroke();
        }

        function rings(c, m, outer, hair, i, n, shares) {
            const from = -Math.PI / 2 + i * 2 * Math.PI / n;
            c.strokeStyle = String(Theme.surface);
            c.lineWidth = hair * 1.2;
            for (const share of shares) {
                c.beginPath();
                c.arc(m, m, outer * share, from, from + 2 * Math.PI / n, false);
                c.stroke();
            }
        }

        function paintGone(c, m, outer, i, n) {
            if (wheel.lettered)
                hatch(c, m, outer, i, n, Theme.gone, true);
            const from = -Math.PI / 2 + i * 2 * Math.PI / n;
            const dashes = Math.max(2, Math.round(48 / n));
            c.strokeStyle = String(Theme.gone);
            c.lineWidth = 1;
            c.beginPath();
            for (let d = 0; d < dashes; ++d) {
                const a = from + d * 2 * Math.PI / n / dashes;
                const b = a + 2 * Math.PI / n / dashes * 0.6;
                c.moveTo(m + Math.cos(a) * outer, m + Math.sin(a) * outer);
                c.arc(m, m, outer, a, b, false);
            }
            for (const angle of [from, from + 2 * Math.PI / n])
                for (let r = outer * 0.08; r < outer; r += 6) {
                    const end = Math.min(outer, r + 3.5);
                    c.moveTo(m + Math.cos(angle) * r, m + Math.sin(angle) * r);
                    c.lineTo(m + Math.cos(angle) * end, m + Math.sin(angle) * end);
                }
            c.stroke();
        }

        function hatch(c, m, outer, i, n, ink, left) {
            c.save();
            trace(c, m, outer, i, n);
            c.clip();
            c.strokeStyle = String(ink);
            c.lineWidth = Math.max(1, width / 90);
            c.beginPath();
            const gap = Math.max(5, width / 16);
            for (let x = -2 * m; x < 2 * m; x += gap) {
                c.moveTo(x, left ? 0 : 2 * m);
                c.lineTo(x + 2 * m, left ? 2 * m : 0);
            }
            c.stroke();
            c.restore();
        }
    }

    Repeater {
        model: wheel.lettered ? wheel.wedges.length : 0

        GradeBadge {
            required property int index
            readonly property var wedge: wheel.wedges[index] ?? { wedgeState: "gone", grade: "" }
            readonly property real angle: 2 * Math.PI * (index + 0.5) / Math.max(1, wheel.wedges.length)

            grade: wedge.wedgeState === "free" ? wedge.grade : ""
            objectName: "wedgeGrade_" + index
            rimmed: true
            size: Math.min(Theme.mm(7), canvas.width * 1.3 / Math.max(6, wheel.wedges.length))
            x: canvas.x + canvas.width * (0.5 + 0.33 * Math.sin(angle)) - width / 2
            y: canvas.y + canvas.height * (0.5 - 0.33 * Math.cos(angle)) - height / 2
        }
    }

    MouseArea {
        anchors.fill: parent
        enabled: wheel.interactive
        visible: enabled

        onClicked: mouse => {
            const index = wheel.indexAt(mouse.x, mouse.y);
            if (index >= 0) {
                wheel.currentWedge = index;
                wheel.wedgeTapped(index);
            }
        }
    }
}
