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
        text: sheet.vm.text
    }

    NumberPad {
        Layout.fillWidth: true
        focus: true
        keyPrefix: "unitKey"

        onClear: sheet.vm.clear()
        onDigit: key => sheet.vm.digit(key)
        onErase: sheet.vm.erase()
    }

    MainButton {
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
