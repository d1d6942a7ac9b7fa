import QtQuick
import Wedge.Kit

// The guest's display: idle, order, thanks; nothing that may be out of date while news are missing.
AppWindow {
    id: window

    required property var vm

    height: 800
    objectName: "customerWindow"
    title: qsTr("Customer display")
    width: 1280

    IdlePage {
        anchors.bottom: delay.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        objectName: "idlePage"
        visible: window.vm.page === "idle"
        vm: window.vm
    }

    OrderPage {
        anchors.bottom: delay.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        objectName: window.vm.page === "thanks" ? "thanksPage" : "orderPage"
        visible: window.vm.page === "order" || window.vm.page === "thanks"
        vm: window.vm
    }

    RefundPage {
        anchors.fill: parent
        objectName: "refundPage"
        visible: window.vm.page === "refund"
        vm: window.vm
    }

    VoucherPage {
        anchors.fill: parent
        objectName: "voucherPage"
        visible: window.vm.page === "voucher"
        vm: window.vm
    }

    PausePage {
        anchors.fill: parent
        objectName: "lostPage"
        staffNote: window.vm.status.refused ? qsTr("For the shop's staff: %1").arg(window.vm.status.sentence) : ""
        text: qsTr("Please ask at the counter.")
        title: qsTr("One moment, this display is reconnecting")
        visible: window.vm.page === "lost"
    }

    PausePage {
        anchors.fill: parent
        objectName: "waitingPage"
        text: qsTr("It comes back by itself.")
        title: qsTr("One moment, your order is being brought up to date")
        visible: window.vm.page === "waiting"
    }

    // Orders that come later than promised: seen by their guests whoever is being served now.
    Rectangle {
        id: delay

        readonly property bool told: window.vm.delays !== ""

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.warningSoft
        height: told ? delayText.implicitHeight + Theme.mm(6) : 0
        objectName: "delayBand"
        visible: told

        Label {
            id: delayText

            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(8)
            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(8)
            anchors.verticalCenter: parent.verticalCenter
            // Read from where one waits, not only by who stands at the counter.
            font.pixelSize: window.height < Theme.mm(190) ? Theme.sizeMedium : Theme.sizeLarge
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 6
            objectName: "delayText"
            text: window.vm.delays
            wrapMode: Text.Wrap
        }
    }

    Notice {
        anchors.left: parent.left
        anchors.margins: Theme.mm(3)
        anchors.right: parent.right
        anchors.top: parent.top
        objectName: "bannerNotice"
        text: window.vm.banner.text
        title: window.vm.banner.title
        tone: window.vm.banner.tone

        onDismissed: window.vm.banner.dismiss()
    }
}
