pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Products at the left, incomplete ones first; the form of the chosen one at the right.
RowLayout {
    id: page

    required property var vm
    property bool live: true
    readonly property var fields: [
        { key: "name", draft: "name", text: qsTr("Name") },
        { key: "price", draft: "price", text: qsTr("Price of a portion") },
        { key: "cost", draft: "cost", text: qsTr("Cost of a portion") },
        { key: "tax", draft: "tax", text: qsTr("Tax in %") },
        { key: "shelf_life", draft: "shelf_life_h", text: qsTr("Shelf life after cutting, hours") },
        { key: "portions", draft: "portions", text: qsTr("Portions per whole") }
    ]

    objectName: "menuPage"
    spacing: Theme.gap

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 3

        DataTable {
            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: [
                { key: "name", title: qsTr("Product"), weight: 1.9, sortable: false },
                { key: "category", title: qsTr("Category"), weight: 1.05, sortable: false },
                { key: "price", title: qsTr("Price"), weight: 1.3, align: "right", sortable: false },
                { key: "status", title: qsTr("Status"), weight: 1.2, sortable: false },
                { key: "missing", title: qsTr("Missing"), weight: 2.2, sortable: false }
            ]
            model: page.vm.lines
            objectName: "menuTable"

            onRowActivated: index => page.vm.edit(index)
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 2

        EmptyState {
            anchors.centerIn: parent
            title: qsTr("Choose a product to edit it")
            visible: !page.vm.editing
        }

        Flickable {
            anchors.bottom: foot.top
            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            anchors.top: parent.top
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: form.implicitHeight
            objectName: "productForm"
            visible: page.vm.editing

            ColumnLayout {
                id: form

                spacing: Theme.mm(2)
                width: parent.width

                Repeater {
                    model: page.fields

                    TextEntry {
                        required property var modelData

                        Layout.fillWidth: true
                        error: page.vm.errors[modelData.key] ?? ""
                        label: modelData.text
                        objectName: "product_" + modelData.key
                        text: page.vm.form[modelData.draft]
                        visible: page.vm.form.portioned || (modelData.key !== "portions" && modelData.key !== "shelf_life")

                        onEdited: text => page.vm.write(modelData.draft, text)
                    }
                }

                Choice {
                    Layout.fillWidth: true
                    current: page.vm.form.category
                    error: page.vm.errors.category ?? ""
                    label: qsTr("Category")
                    model: page.vm.categories
                    objectName: "product_category"

                    onChosen: key => page.vm.write("category", key)
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeSmall
                    text: page.vm.errors.allergens ? "▲ " + page.vm.errors.allergens : qsTr("Contains")
                    tone: page.vm.errors.allergens ? "danger" : "muted"
                    wrapMode: Text.Wrap
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    QuietButton {
                        checked: page.vm.form.none
                        objectName: "allergen_none"
                        text: qsTr("None")

                        onClicked: page.vm.toggle("none")
                    }

                    Repeater {
                        model: page.vm.allergens

                        QuietButton {
                            required property var modelData

                            checked: page.vm.form.allergens.indexOf(modelData.key) >= 0
                            objectName: "allergen_" + modelData.key
                            text: modelData.text

                            onClicked: page.vm.toggle(modelData.key)
                        }
                    }
                }
            }
        }

        ColumnLayout {
            id: foot

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            spacing: Theme.mm(2)
            visible: page.vm.editing

            Notice {
                Layout.fillWidth: true
                objectName: "saveNotice"
                text: page.vm.saving.text
                title: page.vm.saving.title
                tone: page.vm.saving.tone

                onDismissed: page.vm.saving.dismiss()
            }

            MainButton {
                Layout.fillWidth: true
                enabled: page.live && !page.vm.saving.busy
                objectName: "saveKey"
                text: qsTr("Save")

                onClicked: page.vm.save()
            }
        }
    }
}
