import QtQuick

// Text in the theme's type; elides in one line unless a wrapMode is given.
// `tone`: text, muted, ok, warning, danger, info, onAccent.
Text {
    property string tone: "text"

    color: Theme.toneColor(tone)
    elide: Text.ElideRight
    font.family: Theme.family
    font.pixelSize: Theme.sizeBody
    // Said outright, so that right-to-left layouts mirror it; left alone it follows the text.
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
