import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One slim line for what somebody must go and do; a tap shows the orders. Hidden while all is well.
BaseButton {
    id: bar

    property string title: ""

    Accessible.description: text
    Accessible.name: title
    Accessible.role: Accessible.AlertMessage
    fill: Theme.dangerSoft
    edge: Theme.danger
    visible: title !== ""

    contentItem: RowLayout {
        spacing: Theme.mm(2.5)

        Label {
            text: Theme.toneShape("danger")
            tone: "danger"
        }

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth + 1
            font.weight: Font.DemiBold
            text: bar.title
        }

        Label {
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            font.pixelSize: Theme.sizeSmall
            text: bar.width > Theme.mm(180) ? bar.text : ""
        }

        Label {
            font.weight: Font.DemiBold
            text: qsTr("Orders")
            tone: "danger"
        }
    }
}
