pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The till: rail, the chosen screen, the order or the pay sheet at the right.
AppWindow {
    id: window

    required property var vm
    readonly property var pay: vm.pay.props
    readonly property bool signedIn: vm.signIn.inside

    onSignedInChanged: if (signedIn) keys.forceActiveFocus()

    height: 768
    minimumHeight: 600
    minimumWidth: 800
    objectName: "tillWindow"
    title: vm.props.storeName
    visible: false
    width: 1366

    TillKeys {
        id: keys

        anchors.fill: parent
        enabled: window.signedIn
        visible: window.signedIn
        vm: window.vm

        onSearched: text => sell.startSearch(text)

        RowLayout {
            anchors.fill: parent
            spacing: 0

            Rail {
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.mm(20)
                vm: window.vm
            }

            ColumnLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.margins: Theme.mm(3)
                spacing: Theme.mm(2.5)

                Notice {
                    Layout.fillWidth: true
                    dismissible: false
                    objectName: "lostNotice"
                    text: qsTr("Selling waits so that nothing is sold twice. The order is safe. It goes on by itself.")
                    title: window.vm.props.lost ? qsTr("No connection to the store") : ""
                    tone: "danger"
                }

                AlarmBar {
                    Layout.fillWidth: true
                    objectName: "kitchenAlarm"
                    text: qsTr("Go and tell the kitchen. The payment is safe.")
                    title: window.vm.ledger.props.alarm

                    onClicked: window.vm.go("orders")
                }

                Notice {
                    Layout.fillWidth: true
                    actionText: qsTr("I have read it")
                    dismissible: false
                    objectName: "incidentNotice"
                    text: window.vm.incident.props.text
                    title: window.vm.incident.props.title
                    tone: "danger"

                    onAction: window.vm.incident.read()
                }

                Notice {
                    Layout.fillWidth: true
                    objectName: "tillNotice"
                    text: window.vm.props.noticeText
                    title: window.vm.props.noticeTitle
                    tone: "warning"

                    onDismissed: window.vm.dismiss()
                }

                Notice {
                    Layout.fillWidth: true
                    objectName: "bannerNotice"
                    text: window.vm.banner.text
                    title: window.vm.banner.title
                    tone: window.vm.banner.tone

                    onDismissed: window.vm.banner.dismiss()
                }

                Notice {
                    Layout.fillWidth: true
                    actionText: window.vm.guests.recovery.props.noticeKey ?? ""
                    dismissible: false
                    objectName: "recoveryNotice"
                    text: window.vm.guests.recovery.props.noticeText ?? ""
                    title: window.vm.guests.recovery.props.notice ?? ""
                    tone: "warning"

                    onAction: window.vm.guests.recovery.start()
                }

                Notice {
                    Layout.fillWidth: true
                    actionText: qsTr("Make it good")
                    objectName: "lateNotice"
                    text: qsTr("Longer than a guest may wait.")
                    title: window.vm.guests.late.props.notice ?? ""
                    tone: "danger"

                    onAction: window.vm.guests.late.start()
                    onDismissed: window.vm.guests.late.dismiss()
                }

                Notice {
                    Layout.fillWidth: true
                    actionText: qsTr("Ask")
                    dismissible: false
                    objectName: "settleNotice"
                    text: qsTr("Nothing of it can be handed over until then.")
                    title: window.vm.settle.props.waiting ?? ""
                    tone: "warning"

                    onAction: window.vm.settle.resume()
                }

                SellPage {
                    id: sell

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    visible: window.vm.screen === "sell"
                    vm: window.vm

                    onLegendWanted: sheets.openLegend()
                    onTaken: (from, grade, portions) => flyer.fly(from, order.list, grade, portions)
                }

                LedgerPage {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    receipts: window.vm.screen === "receipts"
                    visible: window.vm.screen === "orders" || window.vm.screen === "receipts"
                    vm: window.vm
                }

                PrinterPage {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    visible: window.vm.screen === "printer"
                    vm: window.vm
                }
            }

            Rectangle {
                Layout.fillHeight: true
                Layout.preferredWidth: Math.max(Theme.mm(84), Math.min(Theme.mm(112), window.width * 0.285))
                color: Theme.surface

                OrderPanel {
                    id: order

                    anchors.fill: parent
                    anchors.margins: Theme.mm(4)
                    visible: window.pay.phase === "closed"
                    vm: window.vm

                    onCouponWanted: sheets.openCoupon()
                }

                PayPanel {
                    anchors.fill: parent
                    anchors.margins: Theme.mm(4)
                    visible: window.pay.phase !== "closed" && window.pay.phase !== "paid"
                    vm: window.vm
                }

                PaidPanel {
                    anchors.fill: parent
                    anchors.margins: Theme.mm(4)
                    visible: window.pay.phase === "paid"
                    vm: window.vm
                }
            }
        }
    }

    FlyingWedge {
        id: flyer
    }

    TillSheets {
        id: sheets

        anchors.fill: parent
        vm: window.vm
    }

    SignIn {
        anchors.fill: parent
        status: window.vm.status
        visible: !window.signedIn
        vm: window.vm.signIn
    }
}
