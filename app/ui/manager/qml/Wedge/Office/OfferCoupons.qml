pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// How an offer is opened: by one code for all, or by single codes that are each used once.
ColumnLayout {
    id: part

    required property var vm
    required property var codes
    readonly property bool single: vm.values.codes ?? false
    readonly property string offer: vm.values.id ?? ""

    Layout.fillWidth: true
    spacing: Theme.mm(2)

    Component.onCompleted: codes.look(offer)
    onOfferChanged: codes.look(offer)

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            checked: part.single
            objectName: "offerCodes"
            text: qsTr("Only with single codes")

            onClicked: part.vm.switch("codes", !checked)
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.mm(2)
        uniformCellWidths: true

        TextEntry {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: part.vm.errors.coupon ?? ""
            label: qsTr("Only with this coupon")
            objectName: "offerCoupon"
            text: part.vm.values.coupon ?? ""
            visible: !part.single

            onEdited: text => part.vm.write("coupon", text)
        }

        TextEntry {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: part.vm.errors.uses ?? ""
            label: qsTr("Orders it is good for (empty: any number)")
            objectName: "offerUses"
            text: part.vm.values.uses ?? ""
            visible: !part.single && (part.vm.values.coupon ?? "").trim() !== ""

            onEdited: text => part.vm.write("uses", text)
        }

        TextEntry {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: part.vm.errors.per_guest ?? ""
            label: qsTr("Orders per guest (empty: any number)")
            objectName: "offerPerGuest"
            text: part.vm.values.per_guest ?? ""
            visible: part.single || (part.vm.values.coupon ?? "").trim() !== ""

            onEdited: text => part.vm.write("per_guest", text)
        }
    }

    Label {
        Layout.fillWidth: true
        color: Theme.textMuted
        text: qsTr("Codes are made once the offer is in force.")
        visible: part.single && !part.codes.inForce
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: part.single && part.codes.inForce

        TextEntry {
            id: count

            Layout.fillWidth: true
            label: qsTr("How many codes")
            objectName: "couponCount"
            text: "100"
        }

        TextEntry {
            id: lastDay

            Layout.fillWidth: true
            label: qsTr("Last day")
            objectName: "couponLastDay"
            placeholderText: "2026-12-31"
        }

        QuietButton {
            Layout.alignment: Qt.AlignBottom
            enabled: !part.codes.errand.busy
            objectName: "couponMake"
            text: qsTr("Make codes")

            onClicked: part.codes.make(count.text, lastDay.text)
        }
    }

    Notice {
        Layout.fillWidth: true
        objectName: "couponSaid"
        text: part.codes.errand.text
        title: part.codes.errand.title
        tone: part.codes.errand.tone

        onDismissed: part.codes.errand.dismiss()
    }

    Repeater {
        model: part.codes.inForce ? part.codes.rows : null

        RowLayout {
            id: batch

            required property var model

            Layout.fillWidth: true
            spacing: Theme.gap

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: batch.model.name
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.fillWidth: true
                    color: Theme.textMuted
                    objectName: "couponBatchDetail"
                    text: batch.model.detail
                    wrapMode: Text.Wrap
                }
            }

            QuietButton {
                objectName: "couponSave"
                text: qsTr("Save as file")
                visible: batch.model.canSave

                onClicked: part.codes.save(batch.model.id)
            }
        }
    }
}
