pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Products at the left, incomplete ones first; the form of the chosen or new one at the right.
RowLayout {
    id: page

    required property var vm
    property bool live: true

    objectName: "menuPage"
    spacing: Theme.gap

    // The row of the product in the form stays marked wherever sorting and searching put it.
    Connections {
        function onChanged() {
            menu.currentIndex = page.vm.selectedRow;
        }

        target: page.vm
    }

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 11
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            SearchField {
                Layout.fillWidth: true
                objectName: "menuSearch"
                placeholder: qsTr("Product, category or status")

                onEdited: text => page.vm.search(text)
            }

            QuietButton {
                objectName: "newProductKey"
                text: qsTr("New product")

                onClicked: {
                    page.vm.form.create();
                    menu.currentIndex = -1;
                }
            }
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true

            DataTable {
                id: menu

                anchors.fill: parent
                anchors.margins: Theme.mm(2)
                columns: [
                    { key: "name", title: qsTr("Product"), weight: 2.2 },
                    { key: "category", title: qsTr("Category"), weight: 1.2 },
                    { key: "price", title: qsTr("Price"), weight: 1.1, align: "right" },
                    { key: "status", title: qsTr("Status"), weight: 2.2 }
                ]
                emptyText: qsTr("No product matches")
                model: page.vm.lines
                objectName: "menuTable"
                sortDescending: page.vm.lines.sortDescending
                sortKey: page.vm.lines.sortKey

                onRowActivated: index => page.vm.edit(index)
                onSortRequested: (key, descending) => page.vm.lines.order(key, descending)
            }
        }
    }

    Card {
        id: product

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 10
        cancelKey: leave

        Connections {
            // Another product in the form, or this one kept.
            function onOpened() {
                product.typed = false;
            }

            target: page.vm.form
        }

        EmptyState {
            anchors.centerIn: parent
            title: qsTr("Choose a product to edit it")
            visible: !page.vm.form.editing
        }

        ProductFormView {
            anchors.bottom: foot.top
            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            anchors.top: parent.top
            form: page.vm.form
            ladder: page.vm.ladder.ladder
            visible: page.vm.form.editing
        }

        ColumnLayout {
            id: foot

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            spacing: Theme.mm(2)
            visible: page.vm.form.editing

            Notice {
                Layout.fillWidth: true
                objectName: "saveNotice"
                text: page.vm.form.saving.text
                title: page.vm.form.saving.title
                tone: page.vm.form.saving.tone

                onDismissed: page.vm.form.saving.dismiss()
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                QuietButton {
                    id: leave

                    enabled: !page.vm.form.saving.busy
                    objectName: "productClose"
                    text: qsTr("Close")

                    onClicked: {
                        page.vm.form.close();
                        menu.currentIndex = -1;
                    }
                }

                MainButton {
                    Layout.fillWidth: true
                    enabled: page.live && !page.vm.form.saving.busy
                    objectName: "saveKey"
                    text: qsTr("Save")

                    onClicked: page.vm.form.save()
                }
            }
        }
    }
}
