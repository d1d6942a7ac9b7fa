import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A banner that can be read from the stove; hidden while `title` is empty.
Rectangle {
    id: notice

    property string title: ""
    property string text: ""
    property string tone: "danger"
    property bool dismissible: false

    // What its key does; empty: it has none.
    property string keyText: ""
    property bool live: true

    signal acted
    signal dismissed

    Accessible.name: title + ". " + text
    Accessible.role: Accessible.AlertMessage
    border.color: Theme.toneColor(tone)
    border.width: 2
    color: Theme.toneSoft(tone)
    implicitHeight: row.implicitHeight + Theme.mm(4)
    radius: Theme.radius
    visible: title !== ""

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.margins: Theme.mm(4)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                font.pixelSize: Math.round(23 * Theme.scale)
                font.weight: Font.Bold
                maximumLineCount: 2
                text: Theme.toneShape(notice.tone) + " " + notice.title
                tone: notice.tone
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                maximumLineCount: 2
                text: notice.text
                visible: text !== ""
                wrapMode: Text.Wrap
            }
        }

        KitchenKey {
            edge: Theme.toneColor(notice.tone)
            enabled: notice.live
            font.pixelSize: Theme.sizeLarge
            objectName: "noticeAct"
            text: notice.keyText
            visible: text !== ""

            onClicked: notice.acted()
        }

        KitchenKey {
            Accessible.name: qsTr("Dismiss")
            font.pixelSize: Theme.sizeLarge
            objectName: "noticeDismiss"
            text: "×"
            visible: notice.dismissible

            onClicked: notice.dismissed()
        }
    }
}
