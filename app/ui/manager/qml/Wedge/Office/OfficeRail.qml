pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The pages in groups, who is in, and the way out; the groups scroll when a screen is too low.
Rectangle {
    id: rail

    required property var vm
    // Apart from the groups: a new count must not make the keys anew while one is pressed.
    readonly property var counts: ({
            reviews: vm.reviews.waiting,
            quality: vm.quality.items.waiting,
            allergens: vm.allergens.waiting,
            prices: vm.prices.waiting,
            feedback: vm.feedback.waiting,
            training: vm.training.waiting,
            approvals: vm.approvals.waiting
        })
    readonly property var groups: [
        {
            title: "",
            pages: [{ key: "dashboard", text: qsTr("Today") }]
        },
        {
            title: qsTr("Goods"),
            pages: [
                { key: "stock", text: qsTr("Stock") },
                { key: "tasks", text: qsTr("Receive, cut, waste") },
                { key: "reviews", text: qsTr("Quality review") },
                { key: "quality", text: qsTr("Quality") },
                { key: "allergens", text: qsTr("Allergens") }
            ]
        },
        {
            title: qsTr("Sale"),
            pages: [
                { key: "menu", text: qsTr("Menu") },
                { key: "prices", text: qsTr("Prices") }
            ]
        },
        {
            title: qsTr("Guests"),
            pages: [
                { key: "guests", text: qsTr("Customers") },
                { key: "feedback", text: qsTr("Complaints") }
            ]
        },
        {
            title: qsTr("Shop"),
            pages: [
                { key: "approvals", text: qsTr("Approvals") },
                { key: "rules", text: qsTr("Rules") },
                { key: "training", text: qsTr("Training") },
                { key: "places", text: qsTr("Devices and staff") }
            ]
        }
    ]

    color: Theme.rail

    ColumnLayout {
        anchors.bottomMargin: Theme.mm(3)
        anchors.fill: parent
        anchors.leftMargin: Theme.mm(3)
        anchors.rightMargin: Theme.mm(3)
        anchors.topMargin: Theme.mm(3)
        spacing: Theme.mm(1)

        Label {
            color: Theme.railText
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.Bold
            leftPadding: Theme.mm(2)
            text: "Wedge"
        }

        Flickable {
            id: scroll

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: list.implicitHeight
            objectName: "railScroll"

            Column {
                id: list

                readonly property int pages: rail.groups.reduce((sum, group) => sum + group.pages.length, 0)
                readonly property int titles: rail.groups.filter(group => group.title !== "").length
                // As high as a finger wants them where the window is high enough.
                readonly property int keyHeight: Math.max(Theme.mm(8.6), Math.min(Theme.target, Math.floor((scroll.height - titles * Theme.mm(6)) / Math.max(1, pages))))

                width: scroll.width

                Repeater {
                    model: rail.groups

                    RailGroup {
                        required property var modelData

                        counts: rail.counts
                        group: modelData
                        keyHeight: list.keyHeight
                        page: rail.vm.page
                        width: list.width

                        onChosen: key => rail.vm.go(key)
                        onEntered: (y, height) => {
                            scroll.contentY = Math.max(Math.min(scroll.contentY, y), y + height - scroll.height);
                        }
                    }
                }
            }
        }

        Rectangle {
            Layout.fillWidth: true
            color: Theme.railRaised
            implicitHeight: 1
        }

        Label {
            Layout.fillWidth: true
            color: Theme.railText
            font.pixelSize: Theme.sizeSmall
            leftPadding: Theme.mm(2)
            text: rail.vm.signIn.personName
        }

        BaseButton {
            Layout.fillWidth: true
            align: Text.AlignLeft
            fill: Theme.railRaised
            ink: Theme.railText
            leftPadding: Theme.mm(2)
            implicitHeight: Theme.mm(10)
            objectName: "signOutKey"
            text: qsTr("Sign out")

            onClicked: rail.vm.signIn.signOut()
        }
    }
}
