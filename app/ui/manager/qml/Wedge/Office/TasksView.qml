pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Three forms: receive wholes, cut a whole, record waste.
Flickable {
    id: page

    required property var vm
    property bool live: true

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: forms.implicitHeight
    objectName: "tasksPage"

    ColumnLayout {
        id: forms

        spacing: Theme.gap
        width: page.width

        ReceiveForm {
            Layout.fillWidth: true
            live: page.live
            vm: page.vm
        }

        CutForm {
            Layout.fillWidth: true
            live: page.live
            vm: page.vm
        }

        WasteForm {
            Layout.fillWidth: true
            live: page.live
            vm: page.vm
        }
    }
}
