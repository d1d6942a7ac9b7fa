import QtQuick
import QtQuick.Templates as T

// One line of text with a label above and the error below it.
FocusScope {
    id: entry

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    property alias readOnly: input.readOnly
    // Where the field begins below its label: a key beside it stands as high.
    readonly property alias fieldY: input.y
    property string label: ""
    property string error: ""
    property string trailing: ""
    // A scanner may write here: its Enter is that of a person.
    property bool scans: false

    signal edited(string text)
    signal accepted
    signal trailingTapped

    Accessible.name: label
    implicitHeight: column.implicitHeight
    implicitWidth: Theme.mm(60)

    Column {
        id: column

        spacing: Theme.mm(1)
        width: parent.width

        Label {
            font.pixelSize: Theme.sizeSmall
            maximumLineCount: 2
            text: entry.label
            tone: "muted"
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }

        T.TextField {
            id: input

            color: Theme.text
            focus: true
            font.family: Theme.family
            font.pixelSize: Theme.sizeBody
            implicitHeight: Math.max(Theme.mm(11.5), Theme.target)
            leftPadding: Theme.mm(3.5)
            maximumLength: 500
            objectName: entry.objectName + "_input"
            placeholderTextColor: Theme.textMuted
            rightPadding: entry.trailing === "" ? Theme.mm(3.5) : Theme.mm(12)
            selectByMouse: true
            selectedTextColor: Theme.onAccent
            selectionColor: Theme.accent
            verticalAlignment: TextInput.AlignVCenter
            width: parent.width

            Keys.onPressed: event => {
                if (!entry.scans && Keyboard.holderOf(entry)?.takesEnter)
                    Scan.note(event.text);
                event.accepted = false;
            }
            onAccepted: entry.accepted()
            onTextEdited: {
                Keyboard.note(entry);
                entry.edited(text);
            }

            background: Rectangle {
                border.color: entry.error !== "" ? Theme.danger : input.activeFocus ? Theme.focus : Theme.outline
                border.width: input.activeFocus || entry.error !== "" ? 2 : 1
                color: Theme.surface
                radius: Theme.radius * 0.7
            }

            Text {
                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(3.5)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.textMuted
                elide: Text.ElideRight
                font: input.font
                horizontalAlignment: Text.AlignLeft
                text: input.placeholderText
                visible: input.length === 0 && input.preeditText === ""
            }

            BaseButton {
                Accessible.name: qsTr("Clear")
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                fill: "transparent"
                focusPolicy: Qt.NoFocus
                height: parent.height
                leftPadding: 0
                objectName: entry.objectName + "_clear"
                rightPadding: 0
                text: entry.trailing
                visible: entry.trailing !== ""
                width: height

                onClicked: entry.trailingTapped()
            }
        }

        Label {
            font.pixelSize: Theme.sizeSmall
            text: entry.error === "" ? "" : "▲ " + entry.error
            tone: "danger"
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
