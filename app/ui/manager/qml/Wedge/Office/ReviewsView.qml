import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Portions that quality holds, with the reviewer's keys.
ColumnLayout {
    id: page

    required property var vm
    property bool live: true

    objectName: "reviewsPage"
    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        objectName: "reviewNotice"
        text: page.vm.errand.text
        title: page.vm.errand.title
        tone: page.vm.errand.tone

        onDismissed: page.vm.errand.dismiss()
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true

        ReviewList {
            anchors.fill: parent
            anchors.margins: Theme.mm(4)
            live: page.live && !page.vm.errand.busy
            vm: page.vm.review
        }
    }
}
