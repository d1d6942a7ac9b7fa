import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A modal panel in the middle of the window; Escape or a tap outside closes it.
// Content is laid out below the title; give the sheet `width`/`height` or let the content decide.
// Lists that fill give way first; what is still taller than the window is scrolled.
T.Popup {
    id: sheet

    property string title: ""
    default property alias content: body.data
    // A form: left only after a question once something was typed.
    property bool asks: false

    function leave() {
        asks && panel.typed ? Keyboard.ask(panel, () => close()) : close();
    }

    anchors.centerIn: T.Overlay.overlay
    closePolicy: asks && panel.typed ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
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
    onAboutToShow: panel.typed = false

    contentItem: ColumnLayout {
        id: panel

        readonly property bool takesEnter: true
        property bool typed: false

        spacing: Theme.mm(4)

        // Nothing in the sheet has the keys: it opened just now, or what had them went out of sight.
        Connections {
            function onActiveFocusItemChanged() {
                if (panel.Window.activeFocusItem === panel.parent)
                    panel.forceActiveFocus();
            }

            enabled: sheet.visible
            target: panel.Window.window
        }

        // Enter presses the main key. Nobody takes a portion's code while a sheet is open: the
        // Enter of a scanner ends here.
        Keys.onPressed: event => {
            const written = Keyboard.writing(panel);
            const scanned = Keyboard.isEnter(event) && (written ? Scan.takeCode() : Scan.take()) !== "";
            event.accepted = scanned || Keyboard.isEnter(event) && Keyboard.press(panel, event);
            if (event.key === Qt.Key_Escape && sheet.asks && typed) {
                event.accepted = true;
                sheet.leave();
            }
            Scan.note(event.text);
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.Bold
                maximumLineCount: 2
                objectName: "sheetTitle"
                text: sheet.title
                wrapMode: Text.Wrap
            }

            QuietButton {
                Accessible.name: qsTr("Close")
                implicitHeight: Math.max(Theme.mm(12.7), Theme.target)
                leftPadding: 0
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.Normal
                objectName: "sheetClose"
                rightPadding: 0
                text: "×"

                onClicked: sheet.leave()
            }
        }

        Flickable {
            id: scroller

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: interactive
            contentHeight: body.height
            implicitHeight: body.implicitHeight
            implicitWidth: body.implicitWidth
            interactive: contentHeight > height + 1
            objectName: "sheetScroll"

            T.ScrollBar.vertical: T.ScrollBar {
                id: bar

                height: scroller.height
                // In the sheet's margin, beside what it scrolls.
                parent: sheet.background
                policy: T.ScrollBar.AlwaysOn
                visible: scroller.interactive
                width: Theme.mm(1.6)
                x: parent ? parent.width - Theme.mm(3) : 0
                y: sheet.topPadding + scroller.y

                contentItem: Rectangle {
                    color: Theme.textMuted
                    radius: width / 2
                }
            }

            ColumnLayout {
                id: body

                height: Math.max(scroller.height, Layout.minimumHeight)
                spacing: Theme.mm(3)
                width: scroller.width
            }
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
