pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A receipt of another day by its number.
RowLayout {
    id: finding

    required property var model
    readonly property var shown: model.props

    spacing: Theme.mm(6)

    ListView {
        id: found

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.mm(80)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: finding.model.found
        objectName: "foundReceipts"
        spacing: Theme.mm(1.6)

        delegate: QuietButton {
            required property string key
            required property string number
            required property string time
            required property string total

            align: Text.AlignLeft
            height: Theme.mm(14)
            objectName: "found_" + number
            text: number + " · " + time + " · " + total
            width: found.width

            onClicked: finding.model.open(key)
        }

        EmptyState {
            anchors.centerIn: parent
            text: qsTr("The number is at the top of the paper.")
            title: qsTr("Type the receipt's number")
            visible: found.count === 0
            width: parent.width
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.maximumWidth: Theme.mm(72)
        Layout.preferredWidth: Theme.mm(72)
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge
            horizontalAlignment: Text.AlignRight
            objectName: "findTyped"
            text: (finding.shown.typed ?? "") !== "" ? finding.shown.typed : qsTr("Number")
            tone: (finding.shown.typed ?? "") !== "" ? "text" : "muted"
        }

        NumberPad {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(66)
            keyPrefix: "findKey"

            onClear: finding.model.clear()
            onDigit: key => finding.model.digit(key)
            onErase: finding.model.erase()
        }

        MainButton {
            Layout.fillWidth: true
            enabled: (finding.shown.typed ?? "") !== "" && !(finding.shown.busy ?? false)
            objectName: "findGo"
            text: qsTr("Find")

            onClicked: finding.model.search()
        }
    }
}
