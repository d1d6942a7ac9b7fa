pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One offer: what it gives, on which goods, when, and under which conditions.
ColumnLayout {
    id: part

    required property var vm
    required property var codes
    required property var days
    required property var goods
    readonly property string kind: vm.values.kind ?? "percent"

    spacing: Theme.mm(2)
    width: parent.width

    TextEntry {
        Layout.fillWidth: true
        error: part.vm.errors.name ?? ""
        label: qsTr("Name, as guests read it")
        objectName: "offerName"
        text: part.vm.values.name ?? ""

        onEdited: text => part.vm.write("name", text)
    }

    PickMany {
        Layout.fillWidth: true
        chosen: [part.kind]
        label: qsTr("What it gives")
        model: [
            { key: "percent", text: qsTr("Percent off") },
            { key: "amount", text: qsTr("Amount off") },
            { key: "n_for_price", text: qsTr("Several for one price") },
            { key: "bundle", text: qsTr("Bundle") }
        ]
        objectName: "offerKind"

        onToggled: key => part.vm.write("kind", key)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.percent ?? ""
            label: qsTr("Percent off")
            objectName: "offerPercent"
            text: part.vm.values.percent ?? ""
            visible: part.kind === "percent"

            onEdited: text => part.vm.write("percent", text)
        }

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.count ?? ""
            label: qsTr("How many portions")
            objectName: "offerCount"
            text: part.vm.values.count ?? ""
            visible: part.kind === "n_for_price"

            onEdited: text => part.vm.write("count", text)
        }

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.amount ?? ""
            label: part.kind === "amount" ? qsTr("Amount off each portion") : qsTr("Price of all together")
            objectName: "offerAmount"
            text: part.vm.values.amount ?? ""
            visible: part.kind !== "percent"

            onEdited: text => part.vm.write("amount", text)
        }
    }

    PickMany {
        Layout.fillWidth: true
        chosen: part.vm.values.products ?? []
        label: qsTr("On which goods (none: all)")
        model: part.goods
        objectName: "offerGood"
        visible: part.kind !== "bundle"

        onToggled: key => part.vm.toggle("products", key)
    }

    PickMany {
        Layout.fillWidth: true
        chosen: Object.keys(part.vm.values.parts ?? {})
        error: part.vm.errors.parts ?? ""
        label: qsTr("What is in the bundle")
        model: part.goods
        objectName: "offerPart"
        visible: part.kind === "bundle"

        onToggled: key => part.vm.writePart("parts", key, chosen.includes(key) ? "" : "1")
    }

    Repeater {
        model: part.kind === "bundle" ? part.goods.filter(each => (part.vm.values.parts ?? {})[each.key] !== undefined) : []

        RowLayout {
            id: piece

            required property var modelData
            readonly property int count: Number((part.vm.values.parts ?? {})[modelData.key] ?? 1)

            Layout.fillWidth: true
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                text: piece.count + " × " + piece.modelData.text
            }

            QuietButton {
                enabled: piece.count > 1
                objectName: "offerLess_" + piece.modelData.key
                text: "−"

                onClicked: part.vm.writePart("parts", piece.modelData.key, String(piece.count - 1))
            }

            QuietButton {
                objectName: "offerMore_" + piece.modelData.key
                text: "+"

                onClicked: part.vm.writePart("parts", piece.modelData.key, String(piece.count + 1))
            }
        }
    }

    ScheduleFields {
        Layout.fillWidth: true
        days: part.days
        name: "offer"
        vm: part.vm
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.mm(2)
        uniformCellWidths: true

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.min_stock ?? ""
            label: qsTr("Only with so many in stock")
            objectName: "offerStock"
            text: part.vm.values.min_stock ?? ""

            onEdited: text => part.vm.write("min_stock", text)
        }

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.max_left ?? ""
            label: qsTr("Only with so long to sell")
            objectName: "offerLeft"
            placeholderText: "60 min"
            text: part.vm.values.max_left ?? ""

            onEdited: text => part.vm.write("max_left", text)
        }
    }

    OfferCoupons {
        codes: part.codes
        vm: part.vm
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            checked: part.vm.values.stackable ?? false
            objectName: "offerStackable"
            text: qsTr("Adds to other offers")

            onClicked: part.vm.switch("stackable", !checked)
        }

        QuietButton {
            checked: part.vm.values.loss ?? false
            objectName: "offerLoss"
            text: qsTr("May sell at a loss")

            onClicked: part.vm.switch("loss", !checked)
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(2)
        visible: part.vm.values.loss ?? false

        TextEntry {
            Layout.fillWidth: true
            error: part.vm.errors.reason ?? ""
            label: qsTr("Reason for the loss")
            objectName: "offerReason"
            text: part.vm.values.reason ?? ""

            onEdited: text => part.vm.write("reason", text)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            uniformCellSizes: true

            TextEntry {
                Layout.fillWidth: true
                error: part.vm.errors.budget ?? ""
                label: qsTr("Loses at most")
                objectName: "offerBudget"
                text: part.vm.values.budget ?? ""

                onEdited: text => part.vm.write("budget", text)
            }

            TextEntry {
                Layout.fillWidth: true
                error: part.vm.errors.until_when ?? ""
                label: qsTr("Ends")
                objectName: "offerEnds"
                placeholderText: "2026-03-31 18:00"
                text: part.vm.values.until_when ?? ""

                onEdited: text => part.vm.write("until_when", text)
            }
        }
    }
}
