import QtQuick

// A small state with shape, colour and words. `tone`: ok, warning, danger, neutral.
Rectangle {
    id: pill

    property string tone: "neutral"
    property string text: ""

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: Theme.toneSoft(tone)
    implicitHeight: Theme.mm(9.5)
    implicitWidth: shape.implicitWidth + Math.ceil(words.implicitWidth) + Theme.mm(11)
    radius: height / 2

    Text {
        id: shape

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(4)
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.toneColor(pill.tone)
        font.family: Theme.family
        font.pixelSize: Theme.sizeSmall
        text: Theme.toneShape(pill.tone)
    }

    Label {
        id: words

        anchors.left: shape.right
        anchors.leftMargin: Theme.mm(2)
        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(4)
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.sizeSmall
        font.weight: Font.DemiBold
        text: pill.text
        tone: pill.tone === "neutral" ? "text" : pill.tone
    }
}
