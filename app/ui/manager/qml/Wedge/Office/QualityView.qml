pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Left: what is open and until when. Right: what inspections taught, and how well curves predict.
RowLayout {
    id: page

    required property var vm
    property bool live: true

    objectName: "qualityPage"
    spacing: Theme.gap

    QualityItemsView {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 9
        live: page.live
        vm: page.vm.items
    }

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 10
        spacing: Theme.gap

        CurvesView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            live: page.live
            vm: page.vm
        }

        PredictionPlot {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            points: page.vm.points
            summary: page.vm.summary
        }
    }
}
