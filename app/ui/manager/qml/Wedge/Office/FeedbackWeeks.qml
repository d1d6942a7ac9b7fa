pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Complaints per hundred served, or the mean of the stars, by week, with the counts under each point.
ColumnLayout {
    id: view

    required property var vm

    spacing: Theme.mm(1)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true

        Picker {
            Layout.fillWidth: true
            current: view.vm.shown.measure
            model: view.vm.measures
            objectName: "weekMeasure"

            onChosen: key => view.vm.measure(key)
        }

        Picker {
            Layout.fillWidth: true
            current: view.vm.shown.product
            model: view.vm.products
            objectName: "weekProduct"

            onChosen: key => view.vm.product(key)
        }

        Picker {
            Layout.fillWidth: true
            current: view.vm.shown.about
            model: view.vm.abouts
            objectName: "weekAbout"

            onChosen: key => view.vm.about(key)
        }
    }

    Item {
        Layout.fillHeight: true
        Layout.fillWidth: true

        EmptyState {
            anchors.centerIn: parent
            objectName: "noWeeks"
            title: view.vm.plot.empty ?? ""
            visible: title !== ""
        }

        LinesPlot {
            anchors.fill: parent
            decimals: view.vm.plot.decimals ?? 0
            dots: true
            high: view.vm.plot.high ?? 1
            least: -0.4
            lines: view.vm.plot.lines ?? []
            low: view.vm.plot.low ?? 0
            marks: view.vm.plot.marks ?? []
            most: 7.4
            objectName: "weeksPlot"
            ticks: view.vm.plot.ticks ?? []
            tips: view.vm.plot.tips ?? []
            upwards: view.vm.plot.upwards ?? ""
            visible: (view.vm.plot.lines ?? []).length > 0
        }
    }
}
