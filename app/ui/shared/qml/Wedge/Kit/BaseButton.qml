import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// The common ground of all keys: target size, focus ring, text that elides, optional detail line.
T.Button {
    id: control

    property string detail: ""
    property bool large: false
    // Text.AlignLeft for keys of a list.
    property int align: Text.AlignHCenter
    property color fill: Theme.surfaceRaised
    property color ink: Theme.text
    property color edge: "transparent"

    Accessible.name: detail === "" ? text : text + ", " + detail
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: large ? Theme.sizeLarge : Theme.sizeBody
    font.weight: Font.DemiBold
    implicitHeight: Math.max(large ? Theme.targetLarge : Theme.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(implicitHeight, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: Theme.mm(4)
    opacity: enabled ? 1 : 0.5
    rightPadding: Theme.mm(4)

    // The Enter of a scanner goes on to whoever takes codes here; the one after a touch in a sheet
    // goes to its main key, the one after Tab presses what Tab led to.
    function enter(event: var) {
        const sheet = Keyboard.holderOf(control);
        event.accepted = !Scan.running() && (visualFocus || !(sheet?.takesEnter && Keyboard.mainOf(sheet)));
        if (event.accepted && !event.isAutoRepeat)
            click();
    }

    Keys.onReturnPressed: event => enter(event)
    Keys.onEnterPressed: event => enter(event)

    background: Rectangle {
        border.color: control.visualFocus ? Theme.focus : control.edge
        border.width: control.visualFocus ? 3 : 1
        color: control.down ? Qt.darker(control.fill, 1.12) : control.fill
        radius: Math.min(Theme.radius, height / 2.6)

        // The ring's light half: seen on dark keys, where the dark one is not.
        Rectangle {
            anchors.fill: parent
            anchors.margins: 3
            border.color: Theme.surface
            border.width: 2
            color: "transparent"
            radius: parent.radius - 3
            visible: control.visualFocus
        }
    }
    contentItem: Item {
        implicitHeight: words.implicitHeight
        implicitWidth: words.implicitWidth

        RowLayout {
            id: words

            anchors.centerIn: parent
            spacing: Theme.gap
            width: control.align === Text.AlignHCenter ? Math.min(implicitWidth, parent.width) : parent.width

            Text {
                Layout.fillWidth: true
                color: control.ink
                elide: Text.ElideRight
                font: control.font
                // A large key rather says it smaller than in part.
                fontSizeMode: control.large ? Text.HorizontalFit : Text.FixedSize
                horizontalAlignment: control.align
                minimumPixelSize: Theme.sizeBody
                text: control.text
                textFormat: Text.PlainText
                verticalAlignment: Text.AlignVCenter
            }

            Text {
                color: control.ink
                font: control.font
                text: control.detail
                textFormat: Text.PlainText
                visible: control.detail !== ""
            }
        }
    }
}
