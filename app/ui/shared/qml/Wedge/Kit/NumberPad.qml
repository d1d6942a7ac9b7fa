pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Ten digits, clear and erase; digits keep their order in right-to-left languages.
// With `pointText` a decimal key takes the place of clear and sends the digit ".".
// objectNames are `<keyPrefix>_0` … `<keyPrefix>_9`, `<keyPrefix>_clear` or `<keyPrefix>_point`,
// `<keyPrefix>_erase`.
FocusScope {
    id: pad

    property string keyPrefix: "padKey"
    property string pointText: ""

    signal digit(string key)
    signal erase
    signal clear

    function press(key: string) {
        if (key === "clear")
            clear();
        else if (key === "erase")
            erase();
        else if (key === "point")
            digit(".");
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
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", pad.pointText !== "" ? "point" : "clear", "0", "erase"]

            QuietButton {
                required property string modelData

                Accessible.name: modelData === "clear" ? qsTr("Clear") : modelData === "erase" ? qsTr("Erase") : modelData === "point" ? qsTr("Decimal point") : modelData
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(16)
                Layout.preferredWidth: Theme.mm(19)
                autoRepeat: modelData === "erase"
                focusPolicy: Qt.TabFocus
                font.pixelSize: Theme.sizeLarge
                objectName: pad.keyPrefix + "_" + modelData
                text: modelData === "clear" ? "C" : modelData === "erase" ? "⌫" : modelData === "point" ? pad.pointText : modelData

                onClicked: pad.press(modelData)
            }
        }
    }
}
