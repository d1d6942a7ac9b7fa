pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A complaint about one line of a receipt: which, about what, why.
Sheet {
    id: sheet

    required property var vm
    readonly property var complaint: vm.guests.complaint.props
    readonly property bool wanted: complaint.opened ?? false

    title: qsTr("Complaint about receipt %1").arg(complaint.receipt ?? "")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: if (wanted) vm.guests.complaint.close()
    onWantedChanged: wanted ? open() : close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "complaintError"
        title: sheet.complaint.error ?? ""
        tone: "warning"
    }

    Label {
        text: qsTr("What is it about?")
        tone: "muted"
    }

    ListView {
        id: lines

        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(Theme.mm(60), contentHeight)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: sheet.vm.guests.complaint.lines
        objectName: "complaintLines"
        spacing: Theme.mm(1.6)

        delegate: BaseButton {
            required property string key
            required property string name
            required property string price
            required property var model
            readonly property string code: model.detail
            readonly property bool chosen: sheet.complaint.line === key

            align: Text.AlignLeft
            edge: chosen ? Theme.focus : Theme.outline
            fill: chosen ? Theme.infoSoft : Theme.surfaceRaised
            height: Theme.mm(12)
            objectName: "complaintLine_" + (code === "" ? name : code)
            text: (chosen ? "● " : "") + name + (code === "" ? "" : " · " + code)
            width: lines.width

            onClicked: sheet.vm.guests.complaint.choose(key)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: [
                { key: "quality", text: qsTr("The food") },
                { key: "price", text: qsTr("The price") },
                { key: "service", text: qsTr("The service") }
            ]

            BaseButton {
                required property var modelData
                readonly property bool chosen: sheet.complaint.kind === modelData.key

                Layout.fillWidth: true
                edge: chosen ? Theme.focus : Theme.outline
                enabled: (sheet.complaint.line ?? "") !== ""
                fill: chosen ? Theme.infoSoft : Theme.surfaceRaised
                objectName: "complaintKind_" + modelData.key
                text: (chosen ? "● " : "") + modelData.text

                onClicked: sheet.vm.guests.complaint.about(modelData.key)
            }
        }
    }

    Repeater {
        model: (sheet.complaint.reasons ?? []).length

        QuietButton {
            required property int index

            Layout.fillWidth: true
            align: Text.AlignLeft
            enabled: !sheet.complaint.busy
            objectName: "complaintReason_" + index
            text: (sheet.complaint.reasons ?? [])[index] ?? ""

            onClicked: sheet.vm.guests.complaint.send(text)
        }
    }

    QuietButton {
        Layout.fillWidth: true
        objectName: "spokenKey"
        text: qsTr("Nothing to write down: spoken to the guest")
        visible: sheet.complaint.rated ?? false

        onClicked: {
            sheet.vm.guests.recovery.spoken();
            sheet.vm.guests.complaint.close();
        }
    }
}
