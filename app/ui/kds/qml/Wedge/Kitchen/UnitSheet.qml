import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A temperature taken by hand while a sensor is silent; whoever is signed in signs it.
Sheet {
    id: sheet

    required property var vm

    objectName: "unitSheet"
    title: vm.title

    Label {
        Layout.alignment: Qt.AlignHCenter
        font.pixelSize: Math.round(48 * Theme.scale)
        font.weight: Font.Bold
        objectName: "unitTemperature"
        text: sheet.vm.temperatureText
        tone: sheet.vm.outside ? "danger" : "text"
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        objectName: "unitMessage"
        text: (sheet.vm.outside ? "▲ " : "") + sheet.vm.message
        tone: sheet.vm.outside ? "danger" : "muted"
        wrapMode: Text.Wrap
    }

    NumberPad {
        Layout.fillWidth: true
        focus: true
        keyPrefix: "unitKey"

        Keys.onPressed: event => {
            event.accepted = true;
            if (/^[0-9]$/.test(event.text))
                sheet.vm.digit(event.text);
            else if (event.key === Qt.Key_Backspace)
                sheet.vm.erase();
            else if (event.key === Qt.Key_Minus)
                sheet.vm.toggleMinus();
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                sign.click();
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
            Accessible.name: qsTr("Below zero")
            Layout.preferredHeight: Theme.targetLarge
            focusPolicy: Qt.TabFocus
            font.pixelSize: Theme.sizeLarge
            objectName: "unitMinus"
            text: "±"

            onClicked: sheet.vm.toggleMinus()
        }

        MainButton {
            id: sign

            Layout.fillWidth: true
            enabled: sheet.vm.acceptable
            large: true
            objectName: "unitSign"
            text: qsTr("Sign the check")

            onClicked: {
                sheet.vm.confirm();
                sheet.close();
            }
        }
    }
}
