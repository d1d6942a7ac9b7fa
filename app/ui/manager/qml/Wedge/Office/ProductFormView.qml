pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Everything about one product; each wrong field says what is wrong with it.
Flickable {
    id: view

    required property var form
    required property var ladder
    readonly property bool portioned: form.values.portioned

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: column.implicitHeight
    objectName: "productForm"

    component Field: TextEntry {
        property string key
        property string draft: key

        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        error: view.form.errors[key] ?? ""
        objectName: "product_" + key
        text: view.form.values[draft]

        onEdited: text => view.form.write(draft, text)
    }

    component Pair: RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true
    }

    component Heading: Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.mm(2)
        font.weight: Font.DemiBold
    }

    ColumnLayout {
        id: column

        spacing: Theme.mm(2)
        width: parent.width

        Field {
            key: "name"
            label: qsTr("Name")
        }

        Choice {
            Layout.fillWidth: true
            current: view.form.values.active ? "on" : "off"
            label: qsTr("On the till")
            model: [
                { key: "on", text: qsTr("On sale") },
                { key: "off", text: qsTr("Switched off") }
            ]
            objectName: "product_active"

            onChosen: key => view.form.switch("active", key === "on")
        }

        Choice {
            Layout.fillWidth: true
            current: view.portioned ? "portion" : "piece"
            label: qsTr("Sold by")
            model: [
                { key: "portion", text: qsTr("The portion") },
                { key: "piece", text: qsTr("The piece") }
            ]
            objectName: "product_portioned"

            onChosen: key => view.form.switch("portioned", key === "portion")
        }

        Picker {
            Layout.fillWidth: true
            current: view.form.values.whole_of
            error: view.form.errors.whole_of ?? ""
            label: qsTr("Is the whole of")
            model: view.form.choices.wholes
            objectName: "product_whole_of"
            visible: !view.portioned

            onChosen: key => view.form.write("whole_of", key)
        }

        Choice {
            Layout.fillWidth: true
            current: view.form.values.category
            emptyText: qsTr("The shop has no categories")
            error: view.form.errors.category ?? ""
            label: qsTr("Category")
            model: view.form.choices.categories
            objectName: "product_category"

            onChosen: key => view.form.write("category", key)
        }

        Choice {
            Layout.fillWidth: true
            current: view.form.values.station
            error: view.form.errors.station ?? ""
            label: qsTr("Prepared at")
            model: view.form.choices.stations
            objectName: "product_station"

            onChosen: key => view.form.write("station", key)
        }

        Choice {
            Layout.fillWidth: true
            current: view.form.values.base_unit
            error: view.form.errors.base_unit ?? ""
            label: qsTr("Counted in")
            model: view.form.choices.units
            objectName: "product_unit"

            onChosen: key => view.form.write("base_unit", key)
        }

        Pair {
            Field {
                key: "whole"
                label: qsTr("Price of a whole")
                visible: view.portioned
            }

            Field {
                key: "price"
                label: view.portioned ? qsTr("Price of a portion") : qsTr("Price of a piece")
            }
        }

        Pair {
            Field {
                key: "cost"
                label: view.portioned ? qsTr("Cost of a portion") : qsTr("Cost of a piece")
            }

            Field {
                key: "tax"
                label: qsTr("Tax in %")
            }
        }

        Heading {
            text: qsTr("Contains")
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeSmall
            text: "▲ " + (view.form.errors.allergens ?? "")
            tone: "danger"
            visible: (view.form.errors.allergens ?? "") !== ""
            wrapMode: Text.Wrap
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap

            QuietButton {
                checked: view.form.values.none
                objectName: "allergen_none"
                text: qsTr("None")

                onClicked: view.form.toggle("none")
            }

            Repeater {
                model: view.form.choices.allergens

                QuietButton {
                    required property var modelData

                    checked: view.form.values.allergens.indexOf(modelData.key) >= 0
                    objectName: "allergen_" + modelData.key
                    text: modelData.text

                    onClicked: view.form.toggle(modelData.key)
                }
            }
        }

        Heading {
            text: qsTr("Prepared on request")
        }

        Pair {
            uniformCellSizes: false

            Field {
                Layout.preferredWidth: Theme.mm(90)
                key: "preparations"
                label: qsTr("May be asked for, e.g. Reheat 2 min; Extra sauce +10")
            }

            Field {
                Layout.preferredWidth: Theme.mm(40)
                key: "preparation"
                label: qsTr("Takes to prepare, e.g. 2 min")
            }
        }

        WaysForm {
            Layout.fillWidth: true
            form: view.form
            visible: view.portioned
        }

        Heading {
            text: qsTr("How it keeps")
            visible: view.portioned
        }

        Pair {
            visible: view.portioned

            Field {
                draft: "shelf_life_h"
                key: "shelf_life"
                label: qsTr("Shelf life after cutting, hours")
            }

            Picker {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                label: qsTr("Quality falls like that of")
                model: view.form.choices.keepers
                objectName: "product_like"

                onChosen: key => view.form.keepLike(key)
            }
        }

        Pair {
            visible: view.portioned

            Field {
                draft: "keeps_h"
                key: "keeps"
                label: qsTr("Hours above the sale floor")
            }

            Field {
                draft: "reference_c"
                key: "reference"
                label: qsTr("at a temperature of, °C")
            }
        }

        Pair {
            visible: view.portioned

            Choice {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                current: view.form.values.shape
                label: qsTr("How it falls")
                model: [
                    { key: "weibull", text: qsTr("slowly, then faster") },
                    { key: "linear", text: qsTr("evenly") }
                ]

                onChosen: key => view.form.write("shape", key)
            }

            Label {
                Layout.alignment: Qt.AlignVCenter
                Layout.fillWidth: true
                objectName: "product_fall"
                text: view.form.values.fall
                tone: "muted"
                wrapMode: Text.Wrap
            }
        }

        Pair {
            visible: view.portioned

            Field {
                key: "beta"
                label: qsTr("Shape of the decay (β)")
                visible: view.form.values.shape !== "linear"
            }

            Field {
                key: "q10"
                label: qsTr("Faster per 10 °C (Q10)")
            }
        }

        LadderPlot {
            Layout.fillWidth: true
            objectName: "productLadder"
            plot: view.ladder.plot
            visible: view.portioned
        }

        CurveHistory {
            Layout.fillWidth: true
            form: view.form
            visible: view.portioned
        }
    }
}
