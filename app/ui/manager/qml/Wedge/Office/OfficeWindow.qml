pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Rail at the left, one page at the right; sign-in covers both.
AppWindow {
    id: window

    required property var vm

    height: 800
    minimumHeight: 720
    minimumWidth: 1280
    objectName: "officeWindow"
    title: qsTr("Wedge back office")
    width: 1280

    RowLayout {
        anchors.fill: parent
        spacing: 0
        visible: window.vm.signIn.inside

        Rectangle {
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.mm(52)
            color: Theme.rail

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.mm(4)
                spacing: Theme.gap

                Label {
                    bottomPadding: Theme.mm(4)
                    color: Theme.railText
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    text: "Wedge"
                }

                Repeater {
                    model: [
                        { key: "dashboard", text: qsTr("Today") },
                        { key: "stock", text: qsTr("Stock") },
                        { key: "tasks", text: qsTr("Receive, cut, waste") },
                        { key: "menu", text: qsTr("Menu") },
                        { key: "approvals", text: qsTr("Approvals") },
                        { key: "rules", text: qsTr("Rules") },
                        { key: "places", text: qsTr("Devices and staff") }
                    ]

                    BaseButton {
                        required property var modelData

                        Layout.fillWidth: true
                        fill: window.vm.page === modelData.key ? Theme.railRaised : Theme.rail
                        ink: Theme.railText
                        leftPadding: Theme.mm(2)
                        objectName: "nav_" + modelData.key
                        rightPadding: Theme.mm(2)
                        detail: modelData.key === "approvals" && window.vm.approvals.waiting > 0 ? "● " + window.vm.approvals.waiting : ""
                        text: modelData.text

                        onClicked: window.vm.go(modelData.key)
                    }
                }

                Item {
                    Layout.fillHeight: true
                }

                Label {
                    Layout.fillWidth: true
                    color: Theme.railText
                    text: window.vm.signIn.personName
                }

                BaseButton {
                    Layout.fillWidth: true
                    fill: Theme.railRaised
                    ink: Theme.railText
                    objectName: "signOutKey"
                    text: qsTr("Sign out")

                    onClicked: window.vm.signIn.signOut()
                }
            }
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.margins: Theme.mm(5)
            spacing: Theme.gap

            RowLayout {
                Layout.fillWidth: true

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    text: window.vm.signIn.storeName
                }

                StatusPill {
                    objectName: "linkPill"
                    text: window.vm.status.text
                    tone: window.vm.status.tone
                }
            }

            Notice {
                Layout.fillWidth: true
                dismissible: false
                objectName: "lostNotice"
                text: window.vm.status.sentence
                title: window.vm.status.lost ? window.vm.status.text : ""
                tone: "danger"
            }

            Notice {
                Layout.fillWidth: true
                objectName: "bannerNotice"
                text: window.vm.banner.text
                title: window.vm.banner.title
                tone: window.vm.banner.tone

                onDismissed: window.vm.banner.dismiss()
            }

            Item {
                Layout.fillHeight: true
                Layout.fillWidth: true

                DashboardPage {
                    anchors.fill: parent
                    visible: window.vm.page === "dashboard"
                    vm: window.vm.dashboard
                }

                StockView {
                    anchors.fill: parent
                    visible: window.vm.page === "stock"
                    vm: window.vm.stock
                }

                TasksView {
                    anchors.fill: parent
                    live: !window.vm.status.lost
                    visible: window.vm.page === "tasks"
                    vm: window.vm.tasks
                }

                MenuView {
                    anchors.fill: parent
                    live: !window.vm.status.lost
                    visible: window.vm.page === "menu"
                    vm: window.vm.menu
                }

                ApprovalsView {
                    anchors.fill: parent
                    live: !window.vm.status.lost
                    visible: window.vm.page === "approvals"
                    vm: window.vm.approvals
                }

                RulesView {
                    anchors.fill: parent
                    live: !window.vm.status.lost
                    visible: window.vm.page === "rules"
                    vm: window.vm.rules
                }

                PlacesView {
                    anchors.fill: parent
                    visible: window.vm.page === "places"
                    vm: window.vm.places
                }
            }
        }
    }

    ApprovalSheet {
        vm: window.vm.approval
    }

    SignIn {
        anchors.fill: parent
        visible: !window.vm.signIn.inside
        vm: window.vm.signIn
    }
}
