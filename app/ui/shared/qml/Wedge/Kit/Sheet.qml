import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A modal panel in the middle of the window; Escape or a tap outside closes it.
// Content is laid out below the title; give the sheet `width`/`height` or let the content decide.
T.Popup {
    id: sheet

    property string title: ""
    default property alias content: body.data

    anchors.centerIn: T.Overlay.overlay
    focus: true
    implicitHeight: Math.min(parent ? parent.height - Theme.mm(8) : 9999, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.min(parent ? parent.width - Theme.mm(8) : 9999, Math.max(Theme.mm(120), implicitContentWidth + leftPadding + rightPadding))
    modal: true
    padding: Theme.mm(5)
    parent: T.Overlay.overlay

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        border.color: Theme.outline
        color: Theme.surface
        radius: Theme.radius * 1.25
    }
    contentItem: ColumnLayout {
        spacing: Theme.mm(4)

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.Bold
                objectName: "sheetTitle"
                text: sheet.title
            }

            QuietButton {
                Accessible.name: qsTr("Close")
                implicitHeight: Math.max(Theme.mm(12.7), Theme.target)
                leftPadding: 0
                objectName: "sheetClose"
                rightPadding: 0
                text: "×"

                onClicked: sheet.close()
            }
        }

        ColumnLayout {
            id: body

            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.mm(3)
        }
    }
    enter: Transition {
        NumberAnimation {
            duration: Theme.motionMs
            from: 0
            property: "opacity"
            to: 1
        }
    }
}
