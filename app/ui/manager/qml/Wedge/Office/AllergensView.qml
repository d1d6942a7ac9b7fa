pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What products hold; tools and their sanitation; incidents with the receipts concerned.
ColumnLayout {
    id: page

    required property var vm
    property bool live: true

    objectName: "allergensPage"
    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        objectName: "allergenNotice"
        text: page.vm.errand.text
        title: page.vm.errand.title
        tone: page.vm.errand.tone

        onDismissed: page.vm.errand.dismiss()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ChipBar {
            Layout.fillWidth: true
            current: page.vm.section
            model: [
                { key: "products", text: qsTr("Products") },
                { key: "lot", text: qsTr("Found in a lot") },
                { key: "tools", text: qsTr("Tools and surfaces") },
                { key: "incidents", text: qsTr("Incidents") },
                { key: "probes", text: qsTr("Probes") }
            ]

            onChosen: key => page.vm.choose(key)
        }

        ChipBar {
            Layout.preferredWidth: contentWidth
            current: page.vm.view
            model: [{ key: "us", text: qsTr("US list") }, { key: "eu", text: qsTr("EU list") }]
            visible: page.vm.section === "products"

            onChosen: key => page.vm.look(key)
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        visible: page.vm.section === "products"

        AllergenMatrix {
            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            columns: page.vm.columns
            model: page.vm.matrix
            objectName: "matrixTable"

            onPicked: key => page.vm.pick(key)
        }
    }

    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: recipe.implicitHeight + Theme.mm(8)
        visible: page.vm.section === "products" && page.vm.pickedName !== ""

        RowLayout {
            id: recipe

            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            TextEntry {
                Layout.fillWidth: true
                label: qsTr("Ingredients of %1").arg(page.vm.pickedName)
                maximumLength: 2000
                objectName: "ingredients"

                onEdited: words => page.vm.typeIngredients(words)

                Binding on text {
                    value: page.vm.ingredients
                }
            }

            MainButton {
                Layout.alignment: Qt.AlignBottom
                enabled: page.live && !page.vm.errand.busy
                objectName: "ingredientsSave"
                text: qsTr("Keep")

                onClicked: page.vm.saveIngredients()
            }
        }
    }

    LotSection {
        Layout.fillHeight: true
        Layout.fillWidth: true
        live: page.live
        visible: page.vm.section === "lot"
        vm: page.vm
    }

    ToolsSection {
        Layout.fillHeight: true
        Layout.fillWidth: true
        live: page.live
        visible: page.vm.section === "tools"
        vm: page.vm
    }

    ProbesCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        live: page.live
        visible: page.vm.section === "probes"
        vm: page.vm.probes
    }

    IncidentsSection {
        Layout.fillHeight: true
        Layout.fillWidth: true
        live: page.live
        visible: page.vm.section === "incidents"
        vm: page.vm
    }
}
