import QtQuick

// A quality grade: letter, colour and shape (A circle, B rounded square, C diamond).
Item {
    id: badge

    property string grade: ""
    property real size: Theme.mm(6.4)
    // A dark rim, so that the shape is seen on a ground of the grade's own colour.
    property bool rimmed: false

    Accessible.name: grade
    Accessible.role: Accessible.StaticText
    implicitHeight: size
    implicitWidth: size
    visible: grade !== ""

    Rectangle {
        anchors.centerIn: parent
        antialiasing: true
        border.color: Theme.gradeInk
        border.width: badge.rimmed ? Math.max(1.5, badge.size / 16) : 0
        color: Theme.gradeColor(badge.grade)
        height: width
        radius: badge.grade === "A" ? width / 2 : badge.grade === "B" ? width * 0.24 : width * 0.12
        rotation: badge.grade === "C" ? 45 : 0
        width: badge.grade === "C" ? badge.size * 0.8 : badge.size
    }

    Text {
        anchors.centerIn: parent
        color: Theme.gradeInk
        font.bold: true
        font.family: Theme.family
        font.pixelSize: Math.max(9, Math.round(badge.size * 0.54))
        text: badge.grade
    }
}
