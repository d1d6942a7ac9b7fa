pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// How a product's curve and its limit after cutting came to be: who, when, old → new.
ColumnLayout {
    id: history

    required property var form

    spacing: Theme.mm(2)

    Label {
        Layout.fillWidth: true
        text: qsTr("While it is on sale, another person has to approve how it keeps and how long it is sold.")
        tone: "muted"
        wrapMode: Text.Wrap
    }

    Repeater {
        model: history.form.curves

        ColumnLayout {
            id: version

            required property string id
            required property string name
            required property string who
            required property string note
            required property string moved

            Layout.fillWidth: true
            objectName: "curve_" + id
            spacing: Theme.mm(0.5)

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                text: version.name
            }

            Label {
                Layout.fillWidth: true
                objectName: "curveMoved_" + version.id
                text: version.moved
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                text: "“" + version.note + "” · " + version.who
                tone: "muted"
                wrapMode: Text.Wrap
            }

            QuietButton {
                objectName: "curveBack_" + version.id
                text: qsTr("Bring back what held before")

                onClicked: history.form.bringBack(version.id)
            }
        }
    }
}
