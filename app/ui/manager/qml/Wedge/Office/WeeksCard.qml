pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Counts from week to week, asked for whenever the card comes on screen.
Card {
    id: card

    required property var vm
    property bool named: true
    property string plotName: "weekly"

    Component.onCompleted: if (visible)
        vm.load()
    onVisibleChanged: if (visible)
        vm.load()

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(3)
        spacing: Theme.mm(1)

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            text: card.vm.title
            visible: card.named
        }

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true

            EmptyState {
                anchors.centerIn: parent
                objectName: card.plotName + "Empty"
                title: card.vm.plot.empty ?? ""
                visible: title !== ""
                width: parent.width
            }

            LinesPlot {
                anchors.fill: parent
                dots: true
                high: card.vm.plot.high ?? 1
                least: -0.4
                lines: card.vm.plot.lines ?? []
                most: 7.4
                objectName: card.plotName + "Plot"
                ticks: card.vm.plot.ticks ?? []
                tips: card.vm.plot.tips ?? []
                upwards: card.vm.plot.upwards ?? ""
                visible: (card.vm.plot.lines ?? []).length > 0
            }
        }
    }
}
