import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A form of the tasks page: its title, its fields, and how the last errand went.
Card {
    id: card

    required property var errand
    property string title: ""
    property string noticeName: ""
    default property alias content: body.data

    implicitHeight: column.implicitHeight + Theme.mm(8)

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.mm(4)
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.mm(3)

        Label {
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.DemiBold
            text: card.title
        }

        ColumnLayout {
            id: body

            Layout.fillWidth: true
            spacing: Theme.mm(3)
        }

        Notice {
            Layout.fillWidth: true
            dismissible: !card.errand.busy
            objectName: card.noticeName
            text: card.errand.text
            title: card.errand.title
            tone: card.errand.tone

            onDismissed: card.errand.dismiss()
        }
    }
}
