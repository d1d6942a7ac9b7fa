pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A portion of an order fell and nothing equal is free: what does the guest want?
Sheet {
    id: sheet

    required property var vm
    readonly property var shown: vm.settle.props
    readonly property bool wanted: (shown.title ?? "") !== ""

    objectName: "settleSheet"
    title: shown.title ?? ""
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: if (wanted) vm.settle.later()
    onWantedChanged: wanted ? open() : close()

    Label {
        Layout.fillWidth: true
        objectName: "settleText"
        text: sheet.shown.text ?? ""
        wrapMode: Text.Wrap
    }

    Repeater {
        model: (sheet.shown.ways ?? []).length

        QuietButton {
            required property int index
            readonly property var way: sheet.shown.ways[index] ?? { key: "", text: "" }

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.targetLarge
            font.pixelSize: Theme.sizeMedium
            objectName: "settle_" + way.key
            text: way.text

            onClicked: sheet.vm.settle.choose(way.key)
        }
    }

    QuietButton {
        Layout.alignment: Qt.AlignRight
        objectName: "settleLater"
        text: qsTr("Later")

        onClicked: sheet.close()
    }
}
