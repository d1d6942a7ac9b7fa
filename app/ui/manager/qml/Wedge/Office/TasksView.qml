import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Three forms: receive wholes, cut a whole, record waste.
Flickable {
    id: page

    required property var vm
    property bool live: true
    property string product: ""
    property string whole: ""
    property string way: ""
    property string unit: ""
    property string cause: ""

    function err(field: string): string {
        return vm.errors[field] ?? "";
    }

    function choose(key: string) {
        whole = key;
        chooseWay(vm.usualWay(key));
    }

    function chooseWay(key: string) {
        way = key;
        portions.text = vm.countOf(whole, key);
    }

    clip: true
    contentHeight: forms.implicitHeight
    objectName: "tasksPage"

    ColumnLayout {
        id: forms

        spacing: Theme.mm(4)
        width: page.width

        Label {
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.DemiBold
            text: qsTr("Receive wholes")
        }

        Choice {
            Layout.fillWidth: true
            current: page.product
            error: page.err("product")
            label: qsTr("Product")
            model: page.vm.products
            objectName: "receiveProduct"

            onChosen: key => page.product = key
        }

        RowLayout {
            spacing: Theme.gap

            TextEntry {
                id: quantity

                error: page.err("quantity")
                label: qsTr("Quantity")
                objectName: "receiveQuantity"
            }

            TextEntry {
                id: expires

                error: page.err("expires")
                label: qsTr("Expires (store's time)")
                objectName: "receiveExpires"
                placeholderText: "2025-12-31 18:00"
            }

            MainButton {
                enabled: page.live && !page.vm.receiving.busy
                objectName: "receiveKey"
                text: qsTr("Receive")

                onClicked: page.vm.receive(page.product, quantity.text, expires.text)
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "receiveNotice"
            text: page.vm.receiving.text
            title: page.vm.receiving.title
            tone: page.vm.receiving.tone

            onDismissed: page.vm.receiving.dismiss()
        }

        Label {
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.DemiBold
            text: qsTr("Cut a whole")
        }

        Choice {
            Layout.fillWidth: true
            current: page.whole
            error: page.err("whole")
            label: qsTr("Whole")
            model: page.vm.wholes
            objectName: "cutWhole"

            onChosen: key => page.choose(key)
        }

        Choice {
            Layout.fillWidth: true
            current: page.way
            error: page.err("configuration")
            label: qsTr("Way of cutting")
            model: page.vm.waysOf(page.whole)
            objectName: "cutWay"

            onChosen: key => page.chooseWay(key)
        }

        Choice {
            Layout.fillWidth: true
            current: page.unit
            error: page.err("unit")
            label: qsTr("Holding unit")
            model: page.vm.units
            objectName: "cutUnit"

            onChosen: key => page.unit = key
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            TextEntry {
                id: portions

                Layout.fillWidth: true
                error: page.err("portions")
                label: qsTr("Portions")
                objectName: "cutPortions"
            }

            TextEntry {
                id: shelf

                Layout.fillWidth: true
                error: page.err("shelf")
                label: qsTr("Shelf / slot")
                objectName: "cutShelf"
            }

            TextEntry {
                id: look

                Layout.fillWidth: true
                error: page.err("presentation")
                label: qsTr("Presentation, 0 to 10")
                objectName: "cutLook"
            }

            TextEntry {
                id: weights

                Layout.fillWidth: true
                error: page.err("weights")
                label: qsTr("Weights in g (may be empty)")
                objectName: "cutWeights"
            }

            MainButton {
                enabled: page.live && !page.vm.cutting.busy
                objectName: "cutKey"
                text: qsTr("Cut")

                onClicked: page.vm.cut(page.whole, page.way, portions.text, page.unit, shelf.text, look.text, weights.text)
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "cutNotice"
            text: page.vm.cutting.text
            title: page.vm.cutting.title
            tone: page.vm.cutting.tone

            onDismissed: page.vm.cutting.dismiss()
        }

        Label {
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.DemiBold
            text: qsTr("Record waste")
        }

        Choice {
            Layout.fillWidth: true
            current: page.cause
            error: page.err("cause")
            label: qsTr("Cause")
            model: page.vm.causes
            objectName: "wasteCause"

            onChosen: key => page.cause = key
        }

        RowLayout {
            spacing: Theme.gap

            TextEntry {
                id: code

                error: page.err("code")
                label: qsTr("Code of the portion or whole")
                objectName: "wasteCode"
            }

            TextEntry {
                id: note

                error: page.err("note")
                label: qsTr("Note")
                objectName: "wasteNote"
            }

            DangerButton {
                enabled: page.live && !page.vm.wasting.busy
                objectName: "wasteKey"
                text: qsTr("Record waste")

                onClicked: page.vm.waste(code.text, page.cause, note.text)
            }
        }

        Notice {
            Layout.fillWidth: true
            objectName: "wasteNotice"
            text: page.vm.wasting.text
            title: page.vm.wasting.title
            tone: page.vm.wasting.tone

            onDismissed: page.vm.wasting.dismiss()
        }
    }
}
