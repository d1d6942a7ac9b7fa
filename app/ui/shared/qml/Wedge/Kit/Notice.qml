import QtQuick
import QtQuick.Layouts

// A banner: what happened, what is safe, what to do next. Hidden while `title` is empty.
Rectangle {
    id: notice

    property string tone: "info"
    property string title: ""
    property string text: ""
    property string actionText: ""
    property bool dismissible: true

    signal action
    signal dismissed

    Accessible.name: title + ". " + text
    Accessible.role: Accessible.AlertMessage
    border.color: Theme.toneColor(tone)
    border.width: 1
    color: Theme.toneSoft(tone)
    implicitHeight: Math.max(Theme.mm(15), row.implicitHeight + Theme.mm(4))
    implicitWidth: Theme.mm(110)
    radius: Theme.radius
    visible: title !== ""

    // The keys stand below the words where both side by side would clip them.
    readonly property bool narrow: width < Theme.mm(110)

    GridLayout {
        id: row

        anchors.fill: parent
        anchors.bottomMargin: Theme.mm(2)
        anchors.leftMargin: Theme.mm(4)
        anchors.rightMargin: Theme.mm(2)
        anchors.topMargin: Theme.mm(2)
        columnSpacing: Theme.mm(3)
        columns: notice.narrow ? 2 : 3
        rowSpacing: Theme.mm(1.5)

        Label {
            font.pixelSize: Theme.sizeMedium
            text: Theme.toneShape(notice.tone)
            tone: notice.tone
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.mm(0.5)

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                maximumLineCount: 3
                text: notice.title
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                maximumLineCount: 6
                text: notice.text
                visible: text !== ""
                wrapMode: Text.Wrap
            }
        }

        RowLayout {
            Layout.alignment: Qt.AlignRight
            Layout.columnSpan: notice.narrow ? 2 : 1
            spacing: Theme.gap
            visible: notice.dismissible || notice.actionText !== ""

            QuietButton {
                objectName: "noticeAction"
                text: notice.actionText
                visible: notice.actionText !== ""

                onClicked: notice.action()
            }

            QuietButton {
                Accessible.name: qsTr("Dismiss")
                leftPadding: 0
                objectName: "noticeDismiss"
                rightPadding: 0
                text: "×"
                visible: notice.dismissible

                onClicked: notice.dismissed()
            }
        }
    }
}
