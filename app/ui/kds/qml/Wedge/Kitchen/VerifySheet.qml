import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The core temperature of one portion, in tenths of a degree; keyboard digits work too.
Sheet {
    id: sheet

    required property var vm

    objectName: "verifySheet"
    title: vm.title

    Label {
        Layout.alignment: Qt.AlignHCenter
        font.pixelSize: Math.round(48 * Theme.scale)
        font.weight: Font.Bold
        objectName: "verifyTemperature"
        text: sheet.vm.temperatureText
        tone: sheet.vm.refused ? "danger" : "text"
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        objectName: "verifyMessage"
        text: sheet.vm.message
        tone: sheet.vm.refused ? "danger" : "muted"
        wrapMode: Text.Wrap
    }

    NumberPad {
        Layout.fillWidth: true
        focus: true
        keyPrefix: "tempKey"

        Keys.onPressed: event => {
            event.accepted = true;
            if (/^[0-9]$/.test(event.text))
                sheet.vm.digit(event.text);
            else if (event.key === Qt.Key_Backspace)
                sheet.vm.erase();
            else if (event.key === Qt.Key_Minus)
                sheet.vm.toggleMinus();
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                looksRight.click();
            else
                event.accepted = false;
        }
        onClear: sheet.vm.clear()
        onDigit: key => sheet.vm.digit(key)
        onErase: sheet.vm.erase()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            Layout.preferredHeight: Theme.targetLarge
            font.pixelSize: Theme.sizeLarge
            implicitWidth: Theme.targetLarge
            objectName: "tempMinus"
            text: "±"

            onClicked: sheet.vm.toggleMinus()
        }

        DangerButton {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge
            implicitHeight: Theme.targetLarge
            objectName: "tempFail"
            text: qsTr("Take it out")
            visible: sheet.vm.refused

            onClicked: {
                sheet.vm.fail();
                sheet.close();
            }
        }

        MainButton {
            id: looksRight

            Layout.fillWidth: true
            enabled: sheet.vm.acceptable
            large: true
            objectName: "looksRight"
            text: qsTr("Looks right")

            onClicked: {
                sheet.vm.confirm();
                sheet.close();
            }
        }
    }
}
