pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// How the receipt printer is. A printer that is off never stops selling.
ColumnLayout {
    id: page

    required property var vm

    spacing: Theme.mm(4)

    Label {
        font.pixelSize: Theme.sizeLarge
        font.weight: Font.Bold
        text: qsTr("Printer")
    }

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "printerNotice"
        text: page.vm.props.printerText
        title: page.vm.props.printerFault !== "" ? page.vm.props.printerFault : qsTr("Ready")
        tone: page.vm.props.printerFault !== "" ? "warning" : "ok"
    }

    Label {
        text: qsTr("Receipts waiting: %1").arg(page.vm.ledger.props.waiting)
        visible: page.vm.ledger.props.waiting !== ""
    }

    Item {
        Layout.fillHeight: true
    }
}
