pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Cause, action, and for each lot what becomes of it, after a temperature outside the limits.
Sheet {
    id: sheet

    required property var vm
    property bool live: true

    asks: true
    objectName: "correctionSheet"
    title: vm.title

    Label {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.mm(190)
        font.pixelSize: Theme.sizeMedium
        objectName: "correctionText"
        text: sheet.vm.text
        wrapMode: Text.Wrap
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        font.weight: Font.DemiBold
        objectName: "correctionDue"
        text: (sheet.vm.late ? "▲ " : "◆ ") + sheet.vm.due
        tone: sheet.vm.late ? "danger" : "warning"
        visible: sheet.vm.due !== ""
        wrapMode: Text.Wrap
    }

    TextEntry {
        id: cause

        Layout.fillWidth: true
        label: qsTr("What was the cause?")
        maximumLength: 500
        objectName: "correctionCause"
        visible: sheet.vm.needsWords

        onEdited: text => sheet.vm.writeCause(text)
    }

    TextEntry {
        id: action

        Layout.fillWidth: true
        label: qsTr("What was done?")
        maximumLength: 500
        objectName: "correctionAction"
        visible: sheet.vm.needsWords

        onEdited: text => sheet.vm.writeAction(text)
    }

    ListView {
        id: lots

        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, Theme.mm(70))
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: sheet.vm.lots
        objectName: "correctionLots"
        spacing: Theme.mm(2)

        delegate: RowLayout {
            id: lot

            required property string key
            required property string name
            required property string decision

            spacing: Theme.gap
            width: lots.width

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                maximumLineCount: 2
                text: lot.name
                wrapMode: Text.Wrap
            }

            Repeater {
                model: [{ key: "release", text: qsTr("Release") }, { key: "hold", text: qsTr("Hold") }, { key: "waste", text: qsTr("Waste") }]

                QuietButton {
                    required property var modelData

                    Accessible.name: lot.name + ": " + text
                    Layout.preferredHeight: Theme.targetLarge
                    checked: lot.decision === modelData.key
                    enabled: sheet.live && (modelData.key !== "release" || sheet.vm.mayRelease)
                    objectName: modelData.key + "_" + lot.key
                    text: modelData.text
                    visible: modelData.key !== "hold" || sheet.vm.needsWords

                    onClicked: sheet.vm.decide(lot.key, modelData.key)
                }
            }
        }
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Only a manager releases food that was outside its limits.")
        tone: "muted"
        visible: !sheet.vm.mayRelease
        wrapMode: Text.Wrap
    }

    MainButton {
        Layout.fillWidth: true
        enabled: sheet.live && sheet.vm.ready
        large: true
        objectName: "correctionDone"
        text: qsTr("Complete")

        onClicked: {
            sheet.vm.complete();
            sheet.close();
        }
    }

    onAboutToShow: {
        cause.text = "";
        action.text = "";
    }
}
