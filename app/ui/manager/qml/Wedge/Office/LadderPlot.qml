pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A portion from its cut until it leaves sale: its price, and its expected quality below or beside,
// with the limits of both named. Pointing at an age tells both.
Item {
    id: view

    required property var plot
    readonly property bool wide: width > Theme.mm(150)

    implicitHeight: Theme.mm(105)

    EmptyState {
        anchors.centerIn: parent
        objectName: "noLadder"
        title: view.plot.empty ?? ""
        visible: title !== ""
        width: parent.width
    }

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.gap
        columns: view.wide ? 2 : 1
        uniformCellWidths: true
        rowSpacing: Theme.mm(1)
        visible: (view.plot.empty ?? "-") === ""

        LinesPlot {
            id: price

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            Layout.preferredWidth: 1
            high: view.plot.price?.high ?? 1
            lines: view.plot.price?.lines ?? []
            low: view.plot.price?.low ?? 0
            marks: view.plot.price?.marks ?? []
            most: view.plot.most ?? 1
            objectName: "ladderPrice"
            ticks: view.plot.ticks ?? []
            tips: view.plot.tips ?? []
            upwards: qsTr("Price over the age")

            onPointed: x => quality.at = x
        }

        LinesPlot {
            id: quality

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            Layout.preferredWidth: 1
            high: view.plot.quality?.high ?? 10
            lines: view.plot.quality?.lines ?? []
            low: view.plot.quality?.low ?? 6
            marks: view.plot.quality?.marks ?? []
            most: view.plot.most ?? 1
            named: false
            objectName: "ladderQuality"
            ticks: view.plot.ticks ?? []
            upwards: qsTr("Expected quality over the age")

            onPointed: x => price.at = x
        }

        Label {
            Layout.fillWidth: true
            objectName: "ladderEnd"
            text: "┃ " + (view.plot.end ?? "")
            tone: "danger"
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeSmall
            text: qsTr("Age after the cut, at the temperature of its curve; without hours, offers and the pace of sale.")
            tone: "muted"
            wrapMode: Text.Wrap
        }
    }
}
