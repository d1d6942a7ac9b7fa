pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The line at the top: place, what is open, who is here, how current it is, the time.
RowLayout {
    id: top

    required property var vm
    property bool compact: false
    property real placeWidth: 0

    Layout.fillWidth: true
    spacing: Theme.mm(4)

    Label {
        Layout.maximumWidth: top.placeWidth
        font.pixelSize: Math.round(22 * Theme.scale)
        font.weight: Font.Bold
        objectName: "place"
        text: top.vm.header.placeText
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Math.round(22 * Theme.scale)
        objectName: "summary"
        text: top.vm.header.summary
    }

    Label {
        font.pixelSize: Theme.sizeMedium
        objectName: "acknowledged"
        visible: !top.compact || top.vm.header.ackTone !== "ok"
        text: "● " + top.vm.header.ackText
        tone: top.vm.header.ackTone
    }

    Label {
        font.pixelSize: Theme.sizeMedium
        objectName: "status"
        text: Theme.toneShape(top.vm.status.tone) + " " + top.vm.status.text
        tone: top.vm.status.tone
    }

    KitchenKey {
        Accessible.name: top.vm.alarm.text
        enabled: top.vm.alarm.available
        objectName: "sound"
        text: top.vm.alarm.muted || !top.vm.alarm.available ? "♪ ×" : "♪"

        onClicked: top.vm.alarm.toggle()
    }

    KitchenKey {
        objectName: "signOut"
        text: top.vm.signIn.personName

        onClicked: top.vm.signIn.signOut()
    }

    Label {
        font.pixelSize: Theme.sizeHuge
        font.weight: Font.Bold
        text: top.vm.header.clockText
    }
}
