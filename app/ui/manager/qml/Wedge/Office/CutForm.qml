import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A whole becomes portions; their codes are shown afterwards.
TaskCard {
    id: form

    required property var vm
    property bool live: true
    property string whole: ""
    property string way: ""
    property string unit: ""
    property string tool: ""

    function choose(key: string) {
        whole = key;
        chooseWay(vm.usualWay(key));
        const tools = vm.toolsOf(key);
        tool = tools.length > 0 ? tools[0].key : "";
    }

    function chooseWay(key: string) {
        way = key;
        portions.text = vm.countOf(whole, key);
    }

    errand: vm.cutting
    noticeName: "cutNotice"
    title: qsTr("Cut a whole")

    Connections {
        function onFinished() {
            form.choose("");
            weights.text = "";
            looks.text = "";
            angles.text = "";
        }

        target: form.vm.cutting
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true

        Picker {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            current: form.whole
            emptyText: qsTr("No whole in stock matches")
            error: form.vm.errors.whole ?? ""
            label: qsTr("Whole")
            model: form.vm.wholes
            objectName: "cutWhole"

            onChosen: key => form.choose(key)
        }

        Picker {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            current: form.unit
            error: form.vm.errors.unit ?? ""
            label: qsTr("Holding unit")
            model: form.vm.units
            objectName: "cutUnit"

            onChosen: key => form.unit = key
        }
    }

    Choice {
        Layout.fillWidth: true
        current: form.way
        emptyText: qsTr("Choose a whole first")
        error: form.vm.errors.configuration ?? ""
        label: qsTr("Way of cutting")
        model: form.vm.waysOf(form.whole)
        objectName: "cutWay"

        onChosen: key => form.chooseWay(key)
    }

    Choice {
        Layout.fillWidth: true
        current: form.tool
        label: qsTr("Tool")
        model: form.vm.toolsOf(form.whole)
        objectName: "cutTool"
        visible: model.length > 0

        onChosen: key => form.tool = key
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true

        TextEntry {
            id: weights

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: form.vm.errors.weights ?? ""
            label: qsTr("Weights in g (may be empty)")
            objectName: "cutWeights"
        }

        TextEntry {
            id: looks

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: form.vm.errors.looks ?? ""
            label: qsTr("Presentation, 0 to 10 (may be empty)")
            objectName: "cutPresentation"
        }

        TextEntry {
            id: angles

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: form.vm.errors.angles ?? ""
            label: qsTr("Angles in ° (may be empty)")
            objectName: "cutAngles"
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        TextEntry {
            id: portions

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: form.vm.errors.portions ?? ""
            inputMethodHints: Qt.ImhDigitsOnly
            label: qsTr("Portions")
            objectName: "cutPortions"
        }

        TextEntry {
            id: shelf

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: form.vm.errors.shelf ?? ""
            label: qsTr("Shelf / slot")
            objectName: "cutShelf"
        }

        TextEntry {
            id: look

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            error: form.vm.errors.presentation ?? ""
            label: qsTr("Quality score, 0 to 10 (may come later)")
            objectName: "cutLook"
        }

        MainButton {
            Layout.alignment: Qt.AlignTop
            Layout.minimumWidth: Theme.mm(36)
            Layout.topMargin: portions.fieldY
            enabled: form.live && !form.vm.cutting.busy
            objectName: "cutKey"
            text: qsTr("Cut")

            onClicked: form.vm.cut(form.whole, form.way, portions.text, form.unit, shelf.text, look.text, weights.text, looks.text, angles.text, form.tool)
        }
    }
}
