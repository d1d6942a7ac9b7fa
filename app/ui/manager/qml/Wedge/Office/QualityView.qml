pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Left: what is open and until when. Right: what inspections taught, and how well curves predict.
RowLayout {
    id: page

    required property var vm
    property bool live: true
    property string shown: "predicted"

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

        ChipBar {
            Layout.fillWidth: true
            current: page.shown
            model: [{ key: "predicted", text: qsTr("Seen and predicted") }, { key: "looks", text: qsTr("Looks by week") }]

            onChosen: key => page.shown = key
        }

        PredictionPlot {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            points: page.vm.points
            summary: page.vm.summary
            visible: page.shown === "predicted"
        }

        WeeksCard {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            named: false
            plotName: "checks"
            visible: page.shown === "looks"
            vm: page.vm.weeks
        }
    }
}
