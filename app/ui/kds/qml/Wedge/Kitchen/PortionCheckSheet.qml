pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One portion before it is prepared: its label by scanner or by a tap, then good, or what is wrong.
Sheet {
    id: sheet

    required property var vm

    // As wide as its longest sentence: no key moves while it is read, passed or failed.
    implicitWidth: Math.min(parent ? parent.width - Theme.mm(8) : 9999, Theme.mm(195))
    objectName: "portionCheckSheet"
    title: vm.title

    Connections {
        target: sheet.vm

        function onOpened() {
            sheet.open();
            reader.forceActiveFocus();
        }
    }

    // First asked, then closed: closing forgets what was read.
    function answer(how: string) {
        if (how === "")
            vm.good();
        else
            vm.fail(how);
        close();
    }

    onClosed: vm.close()

    Item {
        id: reader

        Layout.fillWidth: true
        focus: true
        implicitHeight: said.implicitHeight

        Keys.onPressed: event => {
            event.accepted = true;
            if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
                const code = Scan.take();
                if (code !== "")
                    sheet.vm.read(code);
                else if (!sheet.vm.failing && sheet.vm.code !== "")
                    sheet.answer("");
            } else if (event.text.length === 1 && event.text > " ") {
                Scan.note(event.text);
            } else {
                event.accepted = false;
            }
        }

        ColumnLayout {
            id: said

            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.mm(1)

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.Bold
                objectName: "checkAsked"
                text: sheet.vm.asked.join("  ·  ")
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                text: sheet.vm.place
                tone: "muted"
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                font.weight: sheet.vm.mismatch ? Font.Bold : Font.Normal
                objectName: "checkMessage"
                text: sheet.vm.message
                tone: sheet.vm.mismatch ? "danger" : sheet.vm.code !== "" ? "ok" : "text"
                wrapMode: Text.Wrap
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: 3
        rowSpacing: Theme.gap
        uniformCellWidths: true
        visible: !sheet.vm.failing

        Repeater {
            model: sheet.vm.codes

            KitchenKey {
                required property string modelData

                Layout.fillWidth: true
                checked: sheet.vm.code === modelData
                font.pixelSize: Theme.sizeLarge
                implicitHeight: Theme.targetLarge
                objectName: "label_" + modelData
                text: modelData

                onClicked: {
                    sheet.vm.read(modelData);
                    reader.forceActiveFocus();
                }
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: 3
        rowSpacing: Theme.gap
        uniformCellWidths: true
        visible: sheet.vm.failing

        Repeater {
            model: sheet.vm.reasons

            KitchenKey {
                required property var modelData

                Layout.fillWidth: true
                edge: Theme.danger
                implicitHeight: Theme.targetLarge
                objectName: "failed_" + modelData.key
                text: modelData.text

                onClicked: sheet.answer(modelData.key)
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        KitchenKey {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            enabled: sheet.vm.code !== ""
            implicitHeight: Theme.targetLarge
            objectName: "checkNotGood"
            text: sheet.vm.failing ? qsTr("Back") : qsTr("Not good …")

            onClicked: sheet.vm.notGood()
        }

        MainButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            enabled: sheet.vm.code !== ""
            focusPolicy: Qt.TabFocus
            large: true
            objectName: "checkGood"
            text: qsTr("Good: prepare it")
            visible: !sheet.vm.failing

            onClicked: sheet.answer("")
        }
    }
}
