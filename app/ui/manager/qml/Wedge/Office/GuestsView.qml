pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Guests at the left; at the right all that is kept of one, with what the guest may ask for.
RowLayout {
    id: page

    required property var vm
    property bool live: true
    readonly property bool open: vm.name !== ""

    objectName: "guestsPage"
    spacing: Theme.gap

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: false
        Layout.maximumWidth: Theme.mm(95)
        Layout.preferredWidth: Theme.mm(95)
        spacing: Theme.gap

        SearchField {
            Layout.fillWidth: true
            objectName: "guestsSearch"
            placeholder: qsTr("Phone, card or name")

            onEdited: text => page.vm.search(text)
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true

            DataTable {
                anchors.fill: parent
                anchors.margins: Theme.mm(2)
                columns: [
                    { key: "name", title: qsTr("Guest"), weight: 2 },
                    { key: "phone", title: qsTr("Phone"), weight: 1.5, sortable: false },
                    { key: "points", title: qsTr("Points"), align: "right" }
                ]
                emptyText: qsTr("Nobody found")
                model: page.vm.found
                objectName: "guestsTable"
                sortDescending: page.vm.found.sortDescending
                sortKey: page.vm.found.sortKey

                onRowActivated: index => page.vm.choose(index)
                onSortRequested: (key, descending) => page.vm.found.order(key, descending)
            }
        }

        QuietButton {
            Layout.fillWidth: true
            enabled: page.live
            objectName: "exportMarketing"
            text: qsTr("Marketing export")

            onClicked: page.vm.exportMarketing()
        }
    }

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            objectName: "guestsNotice"
            text: page.vm.errand.text
            title: page.vm.errand.title
            tone: page.vm.errand.tone

            onDismissed: page.vm.errand.dismiss()
        }

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: !page.open

            EmptyState {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("Guests are here only because they said yes.")
                title: qsTr("Choose a guest")
                y: (weeks.y - height) / 2
            }

            WeeksCard {
                id: weeks

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                height: Math.min(parent.height * 0.65, Theme.mm(95))
                plotName: "points"
                vm: page.vm.weeks
            }
        }

        Card {
            Layout.fillWidth: true
            implicitHeight: about.implicitHeight + Theme.mm(8)
            visible: page.open

            ColumnLayout {
                id: about

                anchors.left: parent.left
                anchors.margins: Theme.mm(4)
                anchors.right: parent.right
                anchors.top: parent.top
                spacing: Theme.mm(2)

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeLarge
                        font.weight: Font.Bold
                        objectName: "guestName"
                        text: page.vm.name
                    }

                    Label {
                        font.pixelSize: Theme.sizeMedium
                        text: page.vm.points
                        tone: "ok"
                    }
                }

                Label {
                    Layout.fillWidth: true
                    text: page.vm.contact
                    tone: "muted"
                    visible: text !== ""
                }

                Label {
                    Layout.fillWidth: true
                    objectName: "guestProfile"
                    text: page.vm.profile
                    wrapMode: Text.Wrap
                }

                Repeater {
                    model: page.vm.consents

                    RowLayout {
                        id: consent

                        required property string id
                        required property string name
                        required property string status
                        required property bool given

                        Layout.fillWidth: true
                        spacing: Theme.gap

                        Label {
                            Layout.fillWidth: true
                            text: consent.name + ": " + consent.status
                            tone: consent.given ? "text" : "muted"
                        }

                        QuietButton {
                            enabled: page.live && !page.vm.errand.busy
                            objectName: "toggle_" + consent.id
                            text: consent.given ? qsTr("Take back") : qsTr("Guest says yes")

                            onClicked: page.vm.toggle(consent.id)
                        }
                    }
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    QuietButton {
                        enabled: page.live && page.vm.mayFollowUp && !page.vm.errand.busy
                        objectName: "followUp"
                        text: qsTr("Ask once how it was")

                        onClicked: page.vm.followUp()
                    }

                    Item {
                        Layout.fillWidth: true
                    }

                    QuietButton {
                        objectName: "exportGuest"
                        text: qsTr("Export")

                        onClicked: page.vm.exportGuest()
                    }

                    DangerButton {
                        enabled: page.live
                        objectName: "eraseGuest"
                        text: qsTr("Erase")

                        onClicked: page.vm.erase()
                    }
                }
            }
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: page.open

            DataTable {
                anchors.fill: parent
                anchors.margins: Theme.mm(2)
                columns: [
                    { key: "when", title: qsTr("When"), weight: 1.7, sortable: false },
                    { key: "name", title: qsTr("What"), weight: 1.5, sortable: false },
                    { key: "portion", title: qsTr("Portion, grade"), weight: 2.8, sortable: false },
                    { key: "amount", title: qsTr("Price"), align: "right", weight: 0.9, sortable: false }
                ]
                emptyText: qsTr("No purchases are kept")
                model: page.vm.purchases
                objectName: "purchaseTable"
            }
        }
    }
}
