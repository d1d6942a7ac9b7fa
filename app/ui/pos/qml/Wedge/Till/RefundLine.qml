import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One line of the receipt: what is left of it, and what of that is paid back now.
BaseButton {
    id: line

    required property string key
    required property string name
    required property string facts
    required property string rest
    required property string back
    required property bool chosen
    required property bool active
    required property bool over
    property bool asking: true

    signal picked(string key)

    Accessible.name: name + ", " + (over ? qsTr("all paid back") : rest)
    edge: active ? Theme.focus : chosen ? Theme.info : Theme.outline
    enabled: asking && !over
    fill: chosen ? Theme.infoSoft : Theme.surfaceRaised
    height: Theme.mm(14)
    objectName: "refundLine_" + key
    text: ""

    onClicked: picked(key)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.mm(3)
        anchors.rightMargin: Theme.mm(3)
        spacing: Theme.mm(3)

        Label {
            font.pixelSize: Theme.sizeMedium
            text: line.chosen ? "●" : "○"
            tone: line.over ? "muted" : line.chosen ? "info" : "text"
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                font.weight: Font.DemiBold
                text: line.name
                tone: line.over ? "muted" : "text"
            }

            Label {
                Layout.fillWidth: true
                elide: Text.ElideRight
                font.pixelSize: Theme.sizeSmall
                text: line.facts
                tone: "muted"
                visible: text !== ""
            }
        }

        ColumnLayout {
            spacing: 0

            Label {
                Layout.alignment: Qt.AlignRight
                font.weight: Font.Bold
                text: line.chosen && line.back !== "" ? "− " + line.back : ""
                tone: "info"
                visible: text !== ""
            }

            Label {
                Layout.alignment: Qt.AlignRight
                font.pixelSize: line.chosen ? Theme.sizeSmall : Theme.sizeBody
                text: line.over ? qsTr("all paid back") : line.rest
                tone: line.over || line.chosen ? "muted" : "text"
            }
        }
    }
}
