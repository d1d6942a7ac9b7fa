import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// How many pieces of a plain line, with a key for one less and one for one more.
RowLayout {
    id: pieces

    // The line as `OrderLine` has it.
    required property var entry

    spacing: Theme.gap

    QuietButton {
        Accessible.name: qsTr("One less")
        fill: Theme.outline
        leftPadding: 0
        objectName: "less_" + pieces.entry.name
        rightPadding: 0
        text: "−"

        onClicked: pieces.entry.vm.order.setQuantity(pieces.entry.key, pieces.entry.quantity - 1)
    }

    Label {
        Layout.preferredWidth: Theme.mm(6)
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        objectName: "quantity_" + pieces.entry.name
        text: pieces.entry.quantity
    }

    QuietButton {
        Accessible.name: qsTr("One more")
        fill: Theme.outline
        leftPadding: 0
        objectName: "more_" + pieces.entry.name
        rightPadding: 0
        text: "+"

        onClicked: pieces.entry.vm.order.setQuantity(pieces.entry.key, pieces.entry.quantity + 1)
    }
}
