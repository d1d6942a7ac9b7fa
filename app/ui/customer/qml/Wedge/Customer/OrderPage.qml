pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The order being taken, or the one just paid.
Item {
    id: page

    required property var vm
    readonly property bool small: height < Theme.mm(190)

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            Layout.bottomMargin: Theme.mm(page.small ? 4 : 8)
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.mm(9)
            Layout.rightMargin: Theme.mm(9)
            Layout.topMargin: Theme.mm(page.small ? 4 : 8)
            spacing: Theme.mm(page.small ? 2.5 : 5)

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.mm(4)

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeHuge * (page.small ? 0.8 : 1.1)
                    font.weight: Font.Bold
                    text: qsTr("Your order")
                }

                Label {
                    font.pixelSize: Theme.sizeMedium
                    objectName: "linesAbove"
                    text: qsTr("▲ %n more line(s) above", "", lines.above)
                    tone: "muted"
                    visible: lines.above > 0
                }

                Label {
                    font.pixelSize: Theme.sizeLarge
                    objectName: "countText"
                    text: page.vm.countText
                    tone: "muted"
                    // The lines above are counted already; both do not fit a small screen.
                    visible: text !== "" && !(page.small && lines.above > 0)
                }
            }

            ListView {
                id: lines

                property int above: 0

                function countAbove() {
                    forceLayout();
                    above = contentHeight > height ? Math.max(0, indexAt(1, contentY + spacing + 1)) : 0;
                }

                function showNewest() {
                    positionViewAtEnd();
                    countAbove();
                }

                Layout.fillHeight: true
                Layout.fillWidth: true
                clip: true
                model: page.vm.lines
                objectName: "guestLines"
                spacing: Theme.mm(4)

                // The line that was just added is the one the guest looks for.
                onContentHeightChanged: Qt.callLater(lines.countAbove)
                onContentYChanged: Qt.callLater(lines.countAbove)
                onCountChanged: Qt.callLater(lines.showNewest)
                onHeightChanged: Qt.callLater(lines.showNewest)

                delegate: GuestLineCard {
                    width: ListView.view.width
                }
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.DemiBold
                objectName: "guestHold"
                text: "⏳ " + page.vm.hold
                tone: "warning"
                visible: page.vm.hold !== ""
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeBody
                maximumLineCount: 2
                objectName: "guestLegend"
                text: page.vm.legend
                tone: "muted"
                visible: text !== "" && page.vm.page === "order"
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                objectName: "guestFigures"
                text: page.vm.figures
                tone: "muted"
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            RowLayout {
                Layout.fillWidth: true

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeLarge
                    objectName: "savedText"
                    text: page.vm.saved
                    tone: page.vm.dearer ? "text" : "ok"
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.maximumWidth: page.width * 0.36
                    font.pixelSize: Theme.sizeMedium
                    objectName: "taxText"
                    text: page.vm.taxText
                    tone: "muted"
                }
            }

            RowLayout {
                Layout.fillWidth: true

                Label {
                    font.pixelSize: page.small ? Theme.sizeLarge : Theme.sizeHuge
                    font.weight: Font.Bold
                    text: page.vm.page === "thanks" ? qsTr("Paid") : qsTr("To pay")
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeHuge * (page.small ? 1.6 : 2)
                    font.weight: Font.Bold
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignRight
                    minimumPixelSize: Theme.sizeLarge
                    objectName: "guestTotal"
                    text: page.vm.total
                }
            }
        }

        SidePanel {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.min(Theme.mm(100), Math.max(Theme.mm(78), page.width * 0.32))
            vm: page.vm
        }
    }
}
