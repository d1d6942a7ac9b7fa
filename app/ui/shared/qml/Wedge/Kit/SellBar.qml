import QtQuick

// How much of the time to sell is left: fraction 1 → 0. `tone`: ok, warning, danger.
Rectangle {
    id: bar

    property real fraction: 1
    property string tone: fraction < 0.15 ? "danger" : fraction < 0.4 ? "warning" : "ok"

    color: Theme.outline
    implicitHeight: Theme.mm(1.6)
    implicitWidth: Theme.mm(30)
    radius: height / 2

    Rectangle {
        anchors.left: parent.left
        color: bar.tone === "danger" ? Theme.urgencyLate : bar.tone === "warning" ? Theme.gradeC : Theme.gradeA
        height: parent.height
        radius: height / 2
        width: Math.max(height, parent.width * Math.max(0, Math.min(1, bar.fraction)))
    }
}
