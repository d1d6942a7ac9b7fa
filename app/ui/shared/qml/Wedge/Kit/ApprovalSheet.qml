pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// A second person's approval: reason first, then PIN here or the answer from another screen.
// `vm` is an ApprovalDialog. objectNames: `approvalReason`, `approvalReason_<n>`, `approvalAsk`,
// `approver_<name>`, `approvalPin_<digit>`, `approvalGrant`, `approvalBack`, `approvalCancel`.
Sheet {
    id: sheet

    required property var vm
    readonly property bool wanted: vm.opened

    objectName: "approvalSheet"
    title: vm.title
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: vm.cancel()
    onWantedChanged: wanted ? open() : close()

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        maximumLineCount: 4
        objectName: "approvalWhat"
        text: sheet.vm.what
        wrapMode: Text.Wrap
    }

    ListView {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, Theme.mm(40))
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: sheet.vm.details
        objectName: "approvalDetails"
        spacing: Theme.mm(1)
        visible: count > 0 && sheet.vm.chosenName === ""

        delegate: Label {
            required property string modelData

            text: "• " + modelData
            width: ListView.view.width
            wrapMode: Text.Wrap
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(3)
        visible: !sheet.vm.asked

        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: sheet.vm.reasons.length > 0

            Repeater {
                model: sheet.vm.reasons

                QuietButton {
                    required property int index
                    required property string modelData

                    checked: sheet.vm.reasonText === modelData
                    objectName: "approvalReason_" + index
                    text: modelData

                    onClicked: sheet.vm.reason(modelData)
                }
            }
        }

        TextEntry {
            Layout.fillWidth: true
            label: qsTr("Reason")
            objectName: "approvalReason"
            text: sheet.vm.reasonText

            onEdited: text => sheet.vm.reason(text)
        }
    }

    Label {
        Layout.fillWidth: true
        objectName: "approvalWaiting"
        text: sheet.vm.people.count > 0 ? qsTr("Enter a PIN here, or answer on the back office's screen. Time left: %1").arg(sheet.vm.leftText) : qsTr("Nobody here may approve this. Answer on the back office's screen. Time left: %1").arg(sheet.vm.leftText)
        tone: "muted"
        visible: sheet.vm.asked && sheet.vm.chosenName === ""
        wrapMode: Text.Wrap
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: sheet.vm.asked && sheet.vm.chosenName === ""

        Repeater {
            model: sheet.vm.people

            QuietButton {
                required property string staffId
                required property string name
                required property string roleText

                detail: roleText
                implicitHeight: Theme.targetLarge
                objectName: "approver_" + name
                text: name

                onClicked: sheet.vm.choose(staffId)
            }
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Theme.mm(72)
        spacing: Theme.mm(2.5)
        visible: sheet.vm.chosenName !== ""

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: sheet.vm.chosenName
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge
            horizontalAlignment: Text.AlignHCenter
            objectName: "approvalDots"
            text: "●".repeat(sheet.vm.pinLength) + "○".repeat(Math.max(0, 6 - sheet.vm.pinLength))
        }

        NumberPad {
            Layout.fillWidth: true
            enabled: !sheet.vm.busy
            keyPrefix: "approvalPin"

            onClear: sheet.vm.clear()
            onDigit: key => sheet.vm.digit(key)
            onErase: sheet.vm.erase()
        }
    }

    Label {
        Layout.fillWidth: true
        maximumLineCount: 3
        objectName: "approvalMessage"
        text: sheet.vm.message === "" ? "" : "▲ " + sheet.vm.message
        tone: "danger"
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            Layout.preferredHeight: Theme.mm(14)
            objectName: sheet.vm.chosenName !== "" ? "approvalBack" : "approvalCancel"
            text: sheet.vm.chosenName !== "" ? qsTr("Back") : sheet.vm.asked ? qsTr("Withdraw the question") : qsTr("Cancel")

            onClicked: sheet.vm.chosenName !== "" ? sheet.vm.back() : sheet.vm.cancel()
        }

        Item {
            Layout.fillWidth: true
        }

        MainButton {
            Layout.preferredHeight: Theme.mm(14)
            enabled: sheet.vm.reasonText.trim() !== "" && !sheet.vm.busy
            objectName: "approvalAsk"
            text: qsTr("Ask")
            visible: !sheet.vm.asked

            onClicked: sheet.vm.ask()
        }

        MainButton {
            Layout.preferredHeight: Theme.mm(14)
            enabled: sheet.vm.pinLength > 0 && !sheet.vm.busy
            objectName: "approvalGrant"
            text: sheet.vm.busy ? qsTr("Checking …") : qsTr("Approve")
            visible: sheet.vm.chosenName !== ""

            onClicked: sheet.vm.submit()
        }
    }
}
