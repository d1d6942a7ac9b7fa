import QtQuick
import Wedge.Kit

// The guest's display: idle, order, thanks; nothing of an order while the store is lost.
AppWindow {
    id: window

    required property var vm

    height: 800
    objectName: "customerWindow"
    title: qsTr("Customer display")
    width: 1280

    IdlePage {
        anchors.fill: parent
        objectName: "idlePage"
        visible: window.vm.page === "idle"
        vm: window.vm
    }

    OrderPage {
        anchors.fill: parent
        objectName: window.vm.page === "thanks" ? "thanksPage" : "orderPage"
        visible: window.vm.page === "order" || window.vm.page === "thanks"
        vm: window.vm
    }

    EmptyState {
        anchors.centerIn: parent
        objectName: "lostPage"
        text: qsTr("Please ask at the counter.")
        title: qsTr("One moment, this display is reconnecting")
        visible: window.vm.page === "lost"
    }
}
