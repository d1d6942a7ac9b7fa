import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A portion or a whole that cannot be sold any more.
TaskCard {
    id: form

    required property var vm
    property bool live: true
    property string cause: ""

    function send() {
        if (key.enabled)
            vm.waste(code.text, cause, note.text);
    }

    errand: vm.wasting
    noticeName: "wasteNotice"
    title: qsTr("Record waste")

    Connections {
        function onFinished() {
            code.text = "";
            note.text = "";
        }

        target: form.vm.wasting
    }

    Choice {
        Layout.fillWidth: true
        current: form.cause
        error: form.vm.errors.cause ?? ""
        label: qsTr("Cause")
        model: form.vm.causes
        objectName: "wasteCause"

        onChosen: key => form.cause = key
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        TextEntry {
            id: code

            Layout.alignment: Qt.AlignTop
            error: form.vm.errors.code ?? ""
            label: qsTr("Code of the portion or whole")
            objectName: "wasteCode"
        }

        TextEntry {
            id: note

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: form.vm.errors.note ?? ""
            label: qsTr("Note")
            objectName: "wasteNote"

            onAccepted: form.send()
        }

        DangerButton {
            id: key

            Layout.alignment: Qt.AlignTop
            Layout.minimumWidth: Theme.mm(36)
            Layout.topMargin: code.fieldY
            enabled: form.live && !form.vm.wasting.busy
            objectName: "wasteKey"
            text: qsTr("Record waste")

            onClicked: form.send()
        }
    }
}
