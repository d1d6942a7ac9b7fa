import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One line of the order: the piece in its whole, name, grade and why, allergens, price and the
// base price struck through.
Card {
    id: card

    required property string lineId
    required property string name
    required property string grade
    required property string why
    required property string allergensText
    required property string priceText
    required property string baseText
    required property bool cheaper
    required property string quantityText
    required property var wedges

    border.width: 0
    implicitHeight: row.implicitHeight + Theme.mm(7)
    objectName: "line_" + name

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.margins: Theme.mm(5)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(5)

        WheelView {
            Layout.preferredHeight: Theme.mm(18)
            Layout.preferredWidth: Theme.mm(18)
            objectName: "guestWheel_" + card.name
            visible: card.wedges.length > 0
            wedges: card.wedges
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.mm(1.5)

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.DemiBold
                text: card.quantityText === "" ? card.name : card.quantityText + " " + card.name
                wrapMode: Text.Wrap
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.mm(2)
                visible: card.why !== "" || card.grade !== ""

                GradeBadge {
                    Layout.alignment: Qt.AlignTop
                    grade: card.grade
                    size: Theme.mm(6.5)
                    visible: card.grade !== ""
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    objectName: "guestWhy"
                    text: card.why
                    tone: "ok"
                    wrapMode: Text.Wrap
                }
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeBody
                objectName: "guestAllergens"
                text: card.allergensText
                tone: "muted"
                visible: text !== ""
                wrapMode: Text.Wrap
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.mm(1)

            Label {
                Layout.alignment: Qt.AlignRight
                font.pixelSize: Theme.sizeLarge * 1.1
                font.weight: Font.Bold
                text: card.priceText
            }

            Label {
                Layout.alignment: Qt.AlignRight
                font.pixelSize: Theme.sizeMedium
                font.strikeout: card.cheaper
                text: card.cheaper || card.baseText === "" ? card.baseText : qsTr("base %1").arg(card.baseText)
                tone: "muted"
                visible: text !== ""
            }
        }
    }
}
