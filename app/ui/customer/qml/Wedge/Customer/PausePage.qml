import QtQuick
import Wedge.Kit

// Nothing to show that is certain: one sentence that can be read from where the guest stands.
Item {
    id: page

    property string title: ""
    property string text: ""
    // What only the shop's people can mend; small, at the edge.
    property string staffNote: ""

    Column {
        anchors.centerIn: parent
        spacing: Theme.mm(6)
        width: parent.width * 0.7

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.gone
            border.width: Theme.mm(0.8)
            color: "transparent"
            height: width
            radius: width / 2
            width: Theme.mm(22)

            Rectangle {
                anchors.centerIn: parent
                color: Theme.warning
                height: Theme.mm(7)
                radius: Theme.mm(0.8)
                rotation: 45
                width: Theme.mm(7)
            }
        }

        Label {
            font.pixelSize: Theme.sizeHuge
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            text: page.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Label {
            font.pixelSize: Theme.sizeLarge
            horizontalAlignment: Text.AlignHCenter
            text: page.text
            tone: "muted"
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Label {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.mm(6)
        anchors.horizontalCenter: parent.horizontalCenter
        horizontalAlignment: Text.AlignHCenter
        objectName: "staffNote"
        text: page.staffNote
        tone: "muted"
        visible: text !== ""
        width: parent.width * 0.8
        wrapMode: Text.Wrap
    }
}
