pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The order's guest: look for one, keep a new one who says yes, pay with points.
Sheet {
    id: sheet

    required property var vm
    readonly property var guest: vm.guests.guest.props
    readonly property string page: guest.page ?? ""

    title: page === "enrol" ? qsTr("New guest") : page === "record" ? (guest.name ?? "") : qsTr("Who is the guest?")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: if (page !== "") vm.guests.guest.close()
    onPageChanged: page === "" ? close() : open()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "guestError"
        title: sheet.guest.error ?? ""
        tone: "warning"
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(3)
        visible: sheet.page === "search"

        SearchField {
            Layout.fillWidth: true
            objectName: "guestSearch"
            placeholder: qsTr("Phone, card or name")
            scans: true

            // Enter takes the only one found; who types does not want a new guest yet.
            Keys.onReturnPressed: event => event.accepted = pickOnly()
            Keys.onEnterPressed: event => event.accepted = pickOnly()
            onEdited: text => sheet.vm.guests.guest.search(text)

            function pickOnly(): bool {
                if (text !== "" && list.count === 1)
                    (list.itemAtIndex(0) as BaseButton).click();
                return text !== "";
            }
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(86)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: sheet.vm.guests.guest.found
            objectName: "guestList"
            spacing: Theme.mm(1.6)

            delegate: QuietButton {
                required property string key
                required property string name
                required property string points
                required property var model

                align: Text.AlignLeft
                detail: points
                height: Theme.mm(13)
                objectName: "guest_" + name
                text: name + (model.detail === "" ? "" : "   " + model.detail)
                width: list.width

                onClicked: sheet.vm.guests.guest.pick(key)
            }

            EmptyState {
                anchors.centerIn: parent
                title: qsTr("Nobody found")
                visible: list.count === 0
                width: parent.width
            }
        }

        MainButton {
            Layout.fillWidth: true
            objectName: "newGuest"
            text: qsTr("New guest")

            onClicked: sheet.vm.guests.guest.enrol()
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(2)
        visible: sheet.page === "record"

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge
            font.weight: Font.Bold
            objectName: "guestPoints"
            text: sheet.guest.points ?? ""
            tone: "ok"
        }

        Repeater {
            model: (sheet.guest.hints ?? []).length

            Label {
                required property int index

                Layout.fillWidth: true
                maximumLineCount: 2
                objectName: "guestHint_" + index
                text: (sheet.guest.hints ?? [])[index] ?? ""
                wrapMode: Text.Wrap
            }
        }

        Label {
            Layout.fillWidth: true
            objectName: "pointsUsed"
            text: qsTr("Paid with points: %1").arg(sheet.guest.usedText ?? "")
            tone: "ok"
            visible: (sheet.guest.usedText ?? "") !== ""
        }

        MainButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(15)
            enabled: sheet.guest.canRedeem ?? false
            objectName: "redeemKey"
            text: sheet.guest.rewardText ?? ""

            onClicked: sheet.vm.guests.guest.redeem()
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            QuietButton {
                Layout.fillWidth: true
                objectName: "takeBackPoints"
                text: qsTr("Keep the points")
                visible: (sheet.guest.usedText ?? "") !== ""

                onClicked: sheet.vm.guests.guest.takeBack()
            }

            QuietButton {
                Layout.fillWidth: true
                objectName: "removeGuest"
                text: qsTr("Not this guest")

                onClicked: sheet.vm.guests.guest.remove()
            }
        }
    }

    ColumnLayout {
        id: form

        Layout.fillWidth: true
        spacing: Theme.mm(2.5)
        visible: sheet.page === "enrol"

        onVisibleChanged: if (visible) {
            enrolName.text = "";
            enrolPhone.text = "";
            enrolCard.text = "";
        }

        TextEntry {
            id: enrolName

            Layout.fillWidth: true
            label: qsTr("Name or nickname")
            maximumLength: 80
            objectName: "enrolName"
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            TextEntry {
                id: enrolPhone

                Layout.fillWidth: true
                inputMethodHints: Qt.ImhDialableCharactersOnly
                label: qsTr("Phone (may stay empty)")
                maximumLength: 24
                objectName: "enrolPhone"
            }

            TextEntry {
                id: enrolCard

                Layout.fillWidth: true
                label: qsTr("Card (may stay empty)")
                maximumLength: 40
                objectName: "enrolCard"
                scans: true
            }
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("Ask, and tick only what the guest says yes to. It can be taken back at any time.")
            tone: "muted"
            wrapMode: Text.Wrap
        }

        Repeater {
            model: [
                { key: "profile", text: qsTr("Keep my points and what I bought") },
                { key: "marketing", text: qsTr("Tell me about offers") },
                { key: "feedback", text: qsTr("Ask me how it was") }
            ]

            QuietButton {
                required property var modelData
                readonly property bool said: (sheet.guest.said ?? []).includes(modelData.key)

                Accessible.checkable: true
                Accessible.checked: said
                Layout.fillWidth: true
                align: Text.AlignLeft
                objectName: "consent_" + modelData.key
                text: (said ? "☑  " : "☐  ") + modelData.text

                onClicked: sheet.vm.guests.guest.consent(modelData.key)
            }
        }

        MainButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(15)
            enabled: enrolName.text.trim() !== "" && (sheet.guest.said ?? []).includes("profile") && !sheet.guest.busy
            objectName: "saveGuest"
            text: qsTr("Keep this guest")

            onClicked: sheet.vm.guests.guest.save(enrolName.text, enrolPhone.text, enrolCard.text)
        }
    }
}
