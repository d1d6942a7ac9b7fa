import QtQuick
import QtQuick.Layouts

// What a screen says when it has nothing to show.
Column {
    id: empty

    property string title: ""
    property string text: ""

    // In a layout too: its own width comes from the words, and theirs from it, which is nothing.
    Layout.fillWidth: true
    Layout.maximumWidth: Theme.mm(130)
    spacing: Theme.gap
    width: Math.min(Theme.mm(130), parent ? parent.width : Theme.mm(130))

    Label {
        font.pixelSize: Theme.sizeMedium
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
        width: parent.width
        wrapMode: Text.Wrap
    }

    Label {
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
        tone: "muted"
        visible: text !== ""
        width: parent.width
        wrapMode: Text.Wrap
    }
}
