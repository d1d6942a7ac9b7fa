pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtGraphs
import Wedge.Kit

// Today's figures with their targets, today's hours and the last 60 days.
Item {
    id: page

    required property var vm
    readonly property alias dayPoints: history.count
    readonly property alias hourPoints: hours.count
    readonly property alias leastOfDay: dayMoney.min
    readonly property alias leastOfHour: hourMoney.min

    objectName: "dashboardPage"

    // What is paid back may be more than what was sold: the axis then goes below zero.
    function fill(series: var, axis: var, points: var) {
        series.clear();
        let least = 0, most = 1;
        for (let i = 0; i < points.length; ++i) {
            series.append(points[i].x, points[i].y);
            least = Math.min(least, points[i].y);
            most = Math.max(most, points[i].y);
        }
        axis.min = least * 1.1;
        axis.max = most * 1.1;
    }

    function draw() {
        fill(history, dayMoney, vm.days);
        fill(hours, hourMoney, vm.hours);
    }

    Component.onCompleted: draw()

    Connections {
        function onChanged() {
            page.draw();
        }

        target: page.vm
    }

    GraphsTheme {
        id: look

        backgroundVisible: false
        axisX.mainColor: Theme.outline
        axisX.mainWidth: 1
        axisX.subColor: Theme.outline
        axisX.subWidth: 1
        axisY.mainColor: Theme.outline
        axisY.mainWidth: 1
        axisY.subColor: Theme.outline
        axisY.subWidth: 1
        // Said outright, and no grid: by itself it is thick and dark with one renderer, and not
        // drawn at all by the other.
        gridVisible: false
        colorScheme: Theme.dark ? GraphsTheme.ColorScheme.Dark : GraphsTheme.ColorScheme.Light
        labelTextColor: Theme.text
        plotAreaBackgroundVisible: false
        seriesColors: [Theme.accent]
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            actionText: qsTr("Try again")
            dismissible: false
            objectName: "dashboardError"
            text: page.vm.problem
            title: page.vm.phase === "error" ? qsTr("Today's figures did not load") : ""
            tone: "warning"

            onAction: page.vm.refresh()
        }

        EmptyState {
            Layout.alignment: Qt.AlignHCenter
            objectName: "dashboardLoading"
            title: qsTr("Loading today's figures …")
            visible: page.vm.phase === "loading"
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.gap
            columns: 6
            uniformCellWidths: true

            Repeater {
                model: page.vm.tiles

                Card {
                    id: tile

                    required property var model

                    Layout.fillWidth: true
                    implicitHeight: Theme.mm(29)
                    objectName: "figure_" + model.id

                    ColumnLayout {
                        anchors.fill: parent
                        anchors.margins: Theme.mm(3)
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.sizeSmall
                            text: tile.model.label
                            tone: "muted"
                        }

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.sizeLarge
                            font.weight: Font.Bold
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.sizeBody
                            text: tile.model.value
                        }

                        Label {
                            Layout.fillWidth: true
                            font.pixelSize: Theme.sizeSmall
                            maximumLineCount: 2
                            text: tile.model.note
                            tone: tile.model.tone
                            wrapMode: Text.Wrap
                        }

                        Item {
                            Layout.fillHeight: true
                        }
                    }
                }
            }
        }

        ChipBar {
            Layout.fillWidth: true
            current: page.vm.part
            model: page.vm.parts
            objectName: "dashboardParts"

            onChosen: key => page.vm.open(key)
        }

        KpiView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: page.vm.part === "kpis"
            vm: page.vm.kpis

            onPeriod: days => page.vm.last(days)
        }

        ForecastView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: page.vm.part === "forecast"
            vm: page.vm.judged
        }

        RevenueView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: page.vm.part === "revenue"
            vm: page.vm.revenue

            onPeriod: key => page.vm.earned(key)
        }

        KpiView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            named: "looks"
            visible: page.vm.part === "looks"
            vm: page.vm.looks

            onPeriod: days => page.vm.last(days)
        }

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: page.vm.part === "sales"

            Card {
                Layout.fillHeight: true
                Layout.fillWidth: true

                Label {
                    id: historyTitle

                    font.weight: Font.DemiBold
                    padding: Theme.mm(3)
                    text: qsTr("Sales of the last 60 days (0 is today)")
                }

                EmptyState {
                    anchors.centerIn: parent
                    objectName: "noHistory"
                    title: qsTr("Nothing sold in these days")
                    visible: page.vm.phase === "ready" && page.vm.days.length === 0
                }

                GraphsView {
                    anchors.bottom: parent.bottom
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: historyTitle.bottom
                    objectName: "historyPlot"
                    theme: look
                    visible: page.vm.days.length > 0

                    axisX: ValueAxis {
                        labelDecimals: 0
                        max: 0
                        min: -60
                        tickInterval: 10
                    }
                    axisY: ValueAxis {
                        id: dayMoney

                        labelDecimals: 0
                        min: 0
                    }

                    LineSeries {
                        id: history

                        color: Theme.accent
                        width: 2
                    }
                }
            }

            Card {
                Layout.fillHeight: true
                Layout.fillWidth: true

                Label {
                    id: hoursTitle

                    font.weight: Font.DemiBold
                    padding: Theme.mm(3)
                    text: qsTr("Today by the hour")
                }

                EmptyState {
                    anchors.centerIn: parent
                    objectName: "noSales"
                    title: qsTr("Nothing sold yet today")
                    visible: page.vm.phase === "ready" && page.vm.hours.length === 0
                }

                GraphsView {
                    anchors.bottom: parent.bottom
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: hoursTitle.bottom
                    objectName: "hoursPlot"
                    theme: look
                    visible: page.vm.hours.length > 0

                    axisX: ValueAxis {
                        labelDecimals: 0
                        max: 24
                        min: 0
                        tickInterval: 4
                    }
                    axisY: ValueAxis {
                        id: hourMoney

                        labelDecimals: 0
                        min: 0
                    }

                    LineSeries {
                        id: hours

                        color: Theme.accent
                        width: 3
                    }
                }
            }
        }
    }
}
