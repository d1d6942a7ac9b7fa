pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The order's discount: on which of its lines.
Sheet {
    id: sheet

    required property var vm
    readonly property bool wanted: vm.prices.props.choosesLine ?? false

    objectName: "discountLines"
    title: qsTr("Discount on which line?")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(120))

    onClosed: vm.prices.leaveLines()
    onWantedChanged: wanted ? open() : close()

    ListView {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, Theme.mm(90))
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: sheet.vm.order.lines
        spacing: Theme.gap

        delegate: QuietButton {
            required property int index
            required property string key
            required property string name
            required property string amount
            required property string phase

            align: Text.AlignLeft
            detail: amount
            enabled: phase === "held"
            objectName: "discountLine_" + index
            text: name
            width: ListView.view.width

            onClicked: sheet.vm.prices.discountLine(key)
        }
    }
}
