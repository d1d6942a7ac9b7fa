import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Wholes that were delivered or made.
TaskCard {
    id: form

    required property var vm
    property bool live: true
    property string product: ""

    function send() {
        if (key.enabled)
            vm.receive(product, quantity.text, expires.text);
    }

    errand: vm.receiving
    noticeName: "receiveNotice"
    title: qsTr("Receive wholes")

    Connections {
        function onFinished() {
            quantity.text = "";
        }

        target: form.vm.receiving
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Picker {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            current: form.product
            error: form.vm.errors.product ?? ""
            label: qsTr("Product")
            model: form.vm.products
            objectName: "receiveProduct"

            onChosen: key => form.product = key
        }

        TextEntry {
            id: quantity

            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.mm(36)
            error: form.vm.errors.quantity ?? ""
            inputMethodHints: Qt.ImhDigitsOnly
            label: qsTr("Quantity")
            objectName: "receiveQuantity"
        }

        TextEntry {
            id: expires

            Layout.alignment: Qt.AlignTop
            error: form.vm.errors.expires ?? ""
            label: qsTr("Expires (store's time)")
            objectName: "receiveExpires"
            placeholderText: "2025-12-31 18:00"
        }

        MainButton {
            id: key

            Layout.alignment: Qt.AlignTop
            Layout.minimumWidth: Theme.mm(36)
            Layout.topMargin: quantity.fieldY
            enabled: form.live && !form.vm.receiving.busy
            objectName: "receiveKey"
            text: qsTr("Receive")

            onClicked: form.send()
        }
    }
}
