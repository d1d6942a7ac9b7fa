pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The ways in which a whole may be cut: one line each, one of them the usual one; portion sizes.
ColumnLayout {
    id: ways

    required property var form

    spacing: Theme.mm(2)

    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.mm(2)
        font.weight: Font.DemiBold
        text: qsTr("Ways of cutting")
    }

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        objectName: "waysError"
        text: "▲ " + (ways.form.errors.ways ?? "")
        tone: "danger"
        visible: (ways.form.errors.ways ?? "") !== ""
        wrapMode: Text.Wrap
    }

    Repeater {
        model: ways.form.ways

        ColumnLayout {
            id: line

            required property int index
            required property var model

            Layout.fillWidth: true
            spacing: Theme.mm(1)

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                TextEntry {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.mm(20)
                    error: ways.form.errors["portions_" + line.index] ?? ""
                    inputMethodHints: Qt.ImhDigitsOnly
                    label: qsTr("Portions")
                    objectName: "way_" + line.index + "_portions"
                    text: line.model.portions

                    onEdited: text => ways.form.writeWay(line.index, "portions", text)
                }

                TextEntry {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.mm(26)
                    error: ways.form.errors["way_" + line.index] ?? ""
                    label: qsTr("Name")
                    objectName: "way_" + line.index + "_name"
                    placeholderText: line.model.portions === "" ? "" : "1/" + line.model.portions
                    text: line.model.name

                    onEdited: text => ways.form.writeWay(line.index, "name", text)
                }

                TextEntry {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.mm(26)
                    error: ways.form.errors["weight_" + line.index] ?? ""
                    label: qsTr("Weight, g")
                    objectName: "way_" + line.index + "_weight"
                    placeholderText: qsTr("by angle")
                    text: line.model.weight

                    onEdited: text => ways.form.writeWay(line.index, "weight", text)
                }

                TextEntry {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: Theme.mm(20)
                    error: ways.form.errors["rows_" + line.index] ?? ""
                    inputMethodHints: Qt.ImhDigitsOnly
                    label: qsTr("In a row")
                    objectName: "way_" + line.index + "_rows"
                    placeholderText: qsTr("round")
                    text: line.model.per_row

                    onEdited: text => ways.form.writeWay(line.index, "per_row", text)
                }

                QuietButton {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.sizeSmall * 1.3 + Theme.mm(1)
                    checked: line.model.usual
                    objectName: "way_" + line.index + "_usual"
                    text: qsTr("Usual")

                    onClicked: ways.form.makeUsual(line.index)
                }

                QuietButton {
                    Accessible.name: qsTr("Remove this way")
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.sizeSmall * 1.3 + Theme.mm(1)
                    objectName: "way_" + line.index + "_remove"
                    text: "✕"

                    onClicked: ways.form.removeWay(line.index)
                }
            }

            MainButton {
                Layout.alignment: Qt.AlignRight
                mainKey: false
                objectName: "way_" + line.index + "_ask"
                text: qsTr("Ask for %1").arg(line.model.portions)
                visible: line.model.askable

                onClicked: ways.form.askForCount(line.index)
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        QuietButton {
            objectName: "addWay"
            text: qsTr("+ Way of cutting")

            onClicked: ways.form.addWay("")
        }

        Repeater {
            model: ways.form.choices.sizes

            QuietButton {
                required property var modelData

                objectName: "size_" + modelData.key
                text: "+ " + modelData.text

                onClicked: ways.form.addSize(modelData.size)
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true

        TextEntry {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: ways.form.errors.min_size ?? ""
            label: qsTr("Smallest portion, % of the standard")
            objectName: "product_min_size"
            text: ways.form.values.min_size

            onEdited: text => ways.form.write("min_size", text)
        }

        TextEntry {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: ways.form.errors.max_size ?? ""
            label: qsTr("Largest portion, % of the standard")
            objectName: "product_max_size"
            text: ways.form.values.max_size

            onEdited: text => ways.form.write("max_size", text)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true

        TextEntry {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: ways.form.errors.size ?? ""
            label: qsTr("Size of the whole")
            maximumLength: 60
            objectName: "product_size"
            text: ways.form.values.size

            onEdited: text => ways.form.write("size", text)
        }

        Picker {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            current: ways.form.values.tool
            error: ways.form.errors.tool ?? ""
            label: qsTr("Cut with")
            model: ways.form.choices.tools
            objectName: "product_tool"

            onChosen: key => ways.form.write("tool", key)
        }
    }

    TextEntry {
        Layout.fillWidth: true
        error: ways.form.errors.checklist ?? ""
        label: qsTr("A good-looking portion has (separate with ;)")
        maximumLength: 1100
        objectName: "product_checklist"
        text: ways.form.values.checklist

        onEdited: text => ways.form.write("checklist", text)
    }
}
