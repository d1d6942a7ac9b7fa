import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What the paid guest may say, and nothing that waits for it.
ColumnLayout {
    id: card

    required property var vm

    spacing: Theme.mm(2.5)

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        objectName: "pointsText"
        text: card.vm.points
        tone: "ok"
        visible: text !== ""
    }

    ColumnLayout {
        Layout.fillWidth: true
        objectName: "ratingCard"
        spacing: Theme.mm(2.5)
        visible: card.vm.asking

        StarRow {
            Layout.fillWidth: true
            about: "product"
            question: qsTr("How do you like your food?")
            stars: card.vm.product

            onRated: stars => card.vm.rate("product", stars)
        }

        StarRow {
            Layout.fillWidth: true
            about: "service"
            question: qsTr("Was everything right with your order?")
            stars: card.vm.service

            onRated: stars => card.vm.rate("service", stars)
        }

        QuietButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: Theme.mm(12)
            objectName: "skipRating"
            text: qsTr("No, thank you")

            onClicked: card.vm.skip()
        }
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        horizontalAlignment: Text.AlignHCenter
        objectName: "ratingThanks"
        text: card.vm.thanked
        visible: text !== "" && !card.vm.asking
        wrapMode: Text.Wrap
    }

    ColumnLayout {
        Layout.fillWidth: true
        objectName: "invitationCard"
        spacing: Theme.mm(1.5)
        visible: card.vm.inviting && !card.vm.asking

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("May we ask you now and then how it was? You can say no at any time.")
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.mm(3)
            uniformCellSizes: true

            QuietButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(14)
                objectName: "inviteNo"
                text: qsTr("No")

                onClicked: card.vm.answer(false)
            }

            MainButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(14)
                objectName: "inviteYes"
                text: qsTr("Yes")

                onClicked: card.vm.answer(true)
            }
        }
    }
}
