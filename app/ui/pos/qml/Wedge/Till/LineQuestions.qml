import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What waits for a word of the guest on one line: the own size, a better grade, a fallen portion.
ColumnLayout {
    id: questions

    // The line as `OrderLine` has it.
    required property var entry

    spacing: 0

    // Narrow enough that two of them fit side by side on a small till.
    component LineKey: QuietButton {
        fill: Theme.outline
        leftPadding: Theme.mm(2.5)
        rightPadding: Theme.mm(2.5)
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        maximumLineCount: 3
        objectName: "lineSize"
        text: "… " + questions.entry.size
        tone: "warning"
        visible: questions.entry.size !== ""
        wrapMode: Text.Wrap
    }

    // A flow: on a narrow till the second key goes below the first.
    Flow {
        Layout.bottomMargin: Theme.mm(1)
        Layout.fillWidth: true
        Layout.topMargin: Theme.mm(1)
        spacing: Theme.gap
        visible: questions.entry.size !== ""

        LineKey {
            objectName: "sizeAgain_" + questions.entry.name
            text: qsTr("Ask again")

            onClicked: questions.entry.vm.picking.size.again(questions.entry.key)
        }

        LineKey {
            objectName: "sizeStandard_" + questions.entry.name
            text: qsTr("Standard size")

            onClicked: questions.entry.vm.picking.size.standard(questions.entry.key)
        }
    }

    // A flow: on a narrow till the second key goes below the first.
    Flow {
        Layout.bottomMargin: Theme.mm(1)
        Layout.fillWidth: true
        Layout.topMargin: Theme.mm(1)
        spacing: Theme.gap
        visible: questions.entry.better !== ""

        LineKey {
            objectName: "better_" + questions.entry.name
            text: questions.entry.better

            onClicked: questions.entry.vm.order.acceptBetter(questions.entry.key)
        }

        LineKey {
            objectName: "noBetter_" + questions.entry.name
            text: qsTr("No")

            onClicked: questions.entry.vm.order.declineBetter(questions.entry.key)
        }
    }

    // A flow: on a narrow till the second key goes below the first.
    Flow {
        Layout.bottomMargin: Theme.mm(1)
        Layout.fillWidth: true
        Layout.topMargin: Theme.mm(1)
        spacing: Theme.gap
        visible: questions.entry.trouble !== ""

        LineKey {
            objectName: "lower_" + questions.entry.name
            text: questions.entry.lower
            visible: questions.entry.lower !== ""

            onClicked: questions.entry.vm.order.acceptLower(questions.entry.key)
        }

        LineKey {
            objectName: "instead_" + questions.entry.name
            text: qsTr("Something else")

            onClicked: questions.entry.vm.picking.insteadOf(questions.entry.key)
        }
    }
}
