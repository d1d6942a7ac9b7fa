pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Forecast against sold for one product, with how far off it was in words.
ColumnLayout {
    id: view

    required property var vm
    readonly property bool drawn: (view.vm.plot.lines ?? []).length > 0

    objectName: "forecastView"
    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Picker {
            Layout.preferredWidth: Theme.mm(60)
            current: view.vm.product
            model: view.vm.products
            objectName: "forecastProduct"

            onChosen: key => view.vm.pick(key)
        }

        ChipBar {
            Layout.fillWidth: true
            current: view.vm.period
            model: view.vm.periods
            objectName: "forecastPeriods"

            onChosen: key => view.vm.choose(key)
        }

        Label {
            objectName: "forecastDays"
            text: view.vm.days
            tone: "muted"
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true

        EmptyState {
            anchors.centerIn: parent
            objectName: "noForecast"
            text: qsTr("The store keeps it when an hour begins; an hour counts once it is over.")
            title: qsTr("No forecast to compare in this period")
            visible: view.vm.loaded && !view.drawn
        }

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            spacing: Theme.mm(1)
            visible: view.drawn

            Repeater {
                model: view.vm.words.length

                Label {
                    required property int index

                    Layout.fillWidth: true
                    font.pixelSize: index === 0 ? Theme.sizeMedium : Theme.sizeBody
                    font.weight: index === 0 ? Font.DemiBold : Font.Normal
                    objectName: "forecastWords_" + index
                    text: view.vm.words[index] ?? ""
                    wrapMode: Text.Wrap
                }
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                objectName: "forecastLeftOut"
                text: view.vm.leftOut
                tone: "muted"
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            LinesPlot {
                Layout.fillHeight: true
                Layout.fillWidth: true
                decimals: view.vm.plot.decimals ?? 0
                dots: true
                high: view.vm.plot.high ?? 1
                least: view.vm.plot.least ?? 0
                lines: view.vm.plot.lines ?? []
                most: view.vm.plot.most ?? 1
                objectName: "forecastPlot"
                ticks: view.vm.plot.ticks ?? []
                tips: view.vm.plot.tips ?? []
                upwards: view.vm.plot.upwards ?? ""
            }
        }
    }
}
