import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What quality holds, for those who may decide; everybody sees why.
Sheet {
    id: sheet

    required property var vm
    property bool live: true

    objectName: "reviewSheet"
    title: qsTr("Quality review")

    ReviewList {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.mm(210)
        keyHeight: Theme.mm(12.7)
        letters: Theme.sizeMedium
        live: sheet.live
        vm: sheet.vm
    }
}
