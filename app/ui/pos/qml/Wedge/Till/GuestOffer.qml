import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// After payment, once: does the guest want to be kept? No stores nothing.
Rectangle {
    id: offer

    required property var vm

    border.color: Theme.outline
    color: Theme.infoSoft
    implicitHeight: words.implicitHeight + Theme.mm(5)
    objectName: "guestOffer"
    radius: Theme.radius
    visible: vm.guests.guest.props.offered ?? false

    RowLayout {
        id: words

        anchors.left: parent.left
        anchors.margins: Theme.mm(3)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(2)

        Label {
            Layout.fillWidth: true
            maximumLineCount: 2
            text: qsTr("Points for this order?")
            wrapMode: Text.Wrap
        }

        QuietButton {
            leftPadding: Theme.mm(3)
            objectName: "offerNo"
            rightPadding: Theme.mm(3)
            text: qsTr("No")

            onClicked: offer.vm.guests.guest.decline()
        }

        QuietButton {
            leftPadding: Theme.mm(3)
            objectName: "offerYes"
            rightPadding: Theme.mm(3)
            text: qsTr("Yes")

            onClicked: offer.vm.guests.guest.searchPaid()
        }
    }
}
