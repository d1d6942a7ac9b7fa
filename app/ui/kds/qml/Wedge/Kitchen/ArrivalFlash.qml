import QtQuick
import Wedge.Kit

// The sign of a new ticket: a frame that fades within 200 ms.
Rectangle {
    id: frame

    required property var alarm

    signal arrived

    border.color: Theme.urgencyNew
    border.width: Theme.mm(4)
    color: "transparent"
    opacity: 0

    Connections {
        target: frame.alarm

        function onArrived() {
            frame.arrived();
            flash.restart();
        }
    }

    NumberAnimation {
        id: flash

        duration: Theme.motionMs
        from: 1
        property: "opacity"
        target: frame
        to: 0
    }
}
