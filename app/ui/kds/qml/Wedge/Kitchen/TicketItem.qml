import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One portion to hand over; a tap verifies it, another tap takes that back. Held down, it is looked
// at: a score, and out of service if it is bad.
Rectangle {
    id: item

    required property var line
    property bool chosen: false
    property bool compact: false

    signal tapped
    signal replaced
    signal held

    Accessible.name: line.name + ", " + line.code + ", " + line.place + ", " + (line.piece ?? "") + ", " + line.note
    Accessible.role: Accessible.CheckBox
    border.color: chosen || area.pressed ? Theme.text : line.blocked || line.voided ? Theme.danger : line.changed ? Theme.warning : "transparent"
    border.width: chosen ? 5 : 3
    color: line.blocked ? Theme.dangerSoft : line.verified ? Theme.okSoft : Theme.surfaceRaised
    implicitHeight: Math.max(Theme.mm(17), row.implicitHeight + Theme.mm(compact ? 1.5 : 4))
    radius: Theme.mm(2.5)

    MouseArea {
        id: area

        anchors.fill: parent

        onClicked: item.tapped()
        onPressAndHold: item.held()
    }

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.margins: Theme.mm(2.5)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(2.5)

        GradeBadge {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.mm(0.8)
            grade: item.line.grade
            size: Theme.mm(9)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.mm(0.5)

            Label {
                Layout.fillWidth: true
                font.pixelSize: Math.round(24 * Theme.scale)
                font.strikeout: item.line.voided
                font.weight: Font.DemiBold
                maximumLineCount: 5
                objectName: "itemName"
                text: (item.line.verified ? "✓ " : "") + item.line.name
                tone: item.line.voided ? "muted" : item.line.verified ? "ok" : "text"
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Math.round(20 * Theme.scale)
                font.strikeout: item.line.voided
                font.weight: Font.DemiBold
                objectName: "itemPlace"
                text: [item.line.code, item.line.cut, item.line.weight].filter(part => part !== "").join("   ")
                visible: text !== ""
            }

            // Shelf and place stay together with their slashes; the age goes below what leaves it no room.
            Flow {
                id: whereabouts

                readonly property real roomBesideAge: age.text === "" ? width : width - age.implicitWidth - spacing

                Layout.fillWidth: true
                spacing: Theme.mm(2)

                Label {
                    // The exact place in whole: it is what the cook walks to.
                    elide: Text.ElideNone
                    font.pixelSize: Math.round(20 * Theme.scale)
                    objectName: "itemWhere"
                    text: [item.line.place.replace(/ \/ /g, "\u00a0/\u00a0"), item.line.piece ?? ""].filter(part => part !== "").join(", ") + (item.line.changed ? "  " + qsTr("CHANGED") : "")
                    tone: item.line.changed ? "warning" : "muted"
                    visible: text !== ""
                    width: implicitWidth <= whereabouts.roomBesideAge ? whereabouts.roomBesideAge : whereabouts.width
                    wrapMode: Text.Wrap
                }

                Label {
                    id: age

                    font.pixelSize: Math.round(20 * Theme.scale)
                    objectName: "itemAge"
                    text: item.line.age
                    tone: "muted"
                    visible: text !== ""
                }
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Math.round(20 * Theme.scale)
                font.weight: Font.Bold
                objectName: "itemAsked"
                text: "→ " + (item.line.asked ?? "")
                tone: "info"
                visible: (item.line.asked ?? "") !== ""
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                font.weight: item.line.blocked || item.line.voided ? Font.Bold : Font.Normal
                objectName: "itemNote"
                text: item.line.demandsTemperature && !item.line.verified && !item.line.blocked && !item.line.unchecked ? qsTr("take temperature") : item.line.note
                tone: item.line.blocked || item.line.voided ? "danger" : item.line.verified ? "ok" : "warning"
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            KitchenKey {
                Layout.fillWidth: true
                Layout.topMargin: Theme.mm(1)
                edge: Theme.danger
                objectName: (item.line.unexplained ? "why_" : "replace_") + item.line.key
                text: item.line.unexplained ? qsTr("Say why") : qsTr("Replace")
                visible: item.line.blocked || item.line.unexplained

                onClicked: item.replaced()
            }
        }
    }
}
