import QtQuick
import Wedge.Kit

// A wedge on its way from a tile into the order: what the tap took, and where it went. It only
// shows cause and effect: nothing waits for it, and with reduced motion it does not exist.
Canvas {
    id: flyer

    property color fill: "transparent"
    property int portions: 8
    readonly property alias flying: flight.running

    // From the middle of `from` to the left of `to`'s bottom line, in the parent's coordinates.
    function fly(from: Item, to: ListView, grade: string, count: int) {
        if (Theme.reducedMotion)
            return;
        flight.stop();
        fill = Theme.gradeColor(grade);
        portions = Math.max(2, count);
        const start = parent.mapFromItem(from, from.width / 2, from.height / 2);
        const end = parent.mapFromItem(to, width, Math.min(to.height, to.contentHeight) - height / 2);
        across.from = start.x - width / 2;
        across.to = end.x - width / 2;
        down.from = start.y - height / 2;
        down.to = Math.max(parent.mapFromItem(to, 0, 0).y, end.y - height / 2);
        requestPaint();
        flight.start();
    }

    height: Theme.mm(16)
    objectName: "flyingWedge"
    opacity: 0.9
    visible: flight.running
    width: height

    onPaint: {
        const c = getContext("2d"), m = width / 2, half = Math.PI / portions;
        c.reset();
        c.beginPath();
        c.moveTo(m, height * 0.9);
        c.arc(m, height * 0.9, height * 0.8, -Math.PI / 2 - half, -Math.PI / 2 + half, false);
        c.closePath();
        c.fillStyle = String(fill);
        c.fill();
    }

    ParallelAnimation {
        id: flight

        NumberAnimation {
            id: across

            duration: Theme.motionMs
            easing.type: Easing.InOutQuad
            property: "x"
            target: flyer
        }

        NumberAnimation {
            id: down

            duration: Theme.motionMs
            easing.type: Easing.InQuad
            property: "y"
            target: flyer
        }

        NumberAnimation {
            duration: Theme.motionMs
            easing.type: Easing.InQuad
            from: 1
            property: "scale"
            target: flyer
            to: 0.55
        }
    }
}
