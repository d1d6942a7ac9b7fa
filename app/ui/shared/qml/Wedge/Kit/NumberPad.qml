pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Ten digits, clear and erase; digits keep their order in right-to-left languages.
// objectNames are `<keyPrefix>_0` … `<keyPrefix>_9`, `<keyPrefix>_clear`, `<keyPrefix>_erase`.
FocusScope {
    id: pad

    property string keyPrefix: "padKey"

    signal digit(string key)
    signal erase
    signal clear

    function press(key: string) {
        if (key === "clear")
            clear();
        else if (key === "erase")
            erase();
        else
            digit(key);
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    implicitHeight: grid.implicitHeight
    implicitWidth: grid.implicitWidth

    GridLayout {
        id: grid

        anchors.fill: parent
        columnSpacing: Theme.gap
        columns: 3
        rowSpacing: Theme.gap
        uniformCellHeights: true
        uniformCellWidths: true

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "erase"]

            QuietButton {
                required property string modelData

                Accessible.name: modelData === "clear" ? qsTr("Clear") : modelData === "erase" ? qsTr("Erase") : modelData
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(16)
                Layout.preferredWidth: Theme.mm(19)
                autoRepeat: modelData === "erase"
                focusPolicy: Qt.TabFocus
                font.pixelSize: Theme.sizeLarge
                objectName: pad.keyPrefix + "_" + modelData
                text: modelData === "clear" ? "C" : modelData === "erase" ? "⌫" : modelData

                onClicked: pad.press(modelData)
            }
        }
    }
}
