import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The least margin of one product.
ColumnLayout {
    id: part

    required property var vm
    required property var goods

    spacing: Theme.mm(2)
    width: parent.width

    Picker {
        Layout.fillWidth: true
        current: part.vm.values.product ?? ""
        error: part.vm.errors.product ?? ""
        label: qsTr("Product")
        model: part.goods
        objectName: "marginProduct"

        onChosen: key => part.vm.write("product", key)
    }

    TextEntry {
        Layout.fillWidth: true
        error: part.vm.errors.margin ?? ""
        label: qsTr("Least margin (% of the price)")
        objectName: "marginShare"
        text: part.vm.values.margin ?? ""

        onEdited: text => part.vm.write("margin", text)
    }
}
