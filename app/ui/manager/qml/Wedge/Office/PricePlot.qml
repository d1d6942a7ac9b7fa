import QtQuick
import QtGraphs
import Wedge.Kit

// A price over the minutes before now, as a stepped line. `points`: list of { x, y }.
Item {
    id: plot

    required property var points
    readonly property alias count: line.count

    implicitHeight: Theme.mm(32)

    function draw() {
        line.clear();
        let least = Infinity;
        let most = 0;
        let oldest = -1;
        for (let i = 0; i < points.length; ++i) {
            line.append(points[i].x, points[i].y);
            least = Math.min(least, points[i].y);
            most = Math.max(most, points[i].y);
            oldest = Math.min(oldest, points[i].x);
        }
        const room = Math.max(1, (most - least) * 0.2);
        money.max = Math.ceil(most + room);
        money.min = points.length > 0 ? Math.max(0, Math.floor(least - room)) : 0;
        minutes.min = Math.floor(oldest);
    }

    Component.onCompleted: draw()
    onPointsChanged: draw()

    Label {
        id: ago

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        font.pixelSize: Theme.sizeSmall
        text: qsTr("minutes before now")
        tone: "muted"
    }

    GraphsView {
        anchors.bottom: ago.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        marginBottom: 0
        marginTop: Theme.mm(1)

        axisX: ValueAxis {
            id: minutes

            labelDecimals: 0
            max: 0
            tickInterval: Math.max(1, -min / 2)
        }
        axisY: ValueAxis {
            id: money

            labelDecimals: 0
            tickInterval: Math.max(1, Math.ceil((max - min) / 3))
        }
        theme: GraphsTheme {
            axisX.mainColor: Theme.outline
            axisX.mainWidth: 1
            axisX.subColor: Theme.outline
            axisX.subWidth: 1
            axisY.mainColor: Theme.outline
            axisY.mainWidth: 1
            axisY.subColor: Theme.outline
            axisY.subWidth: 1
            backgroundVisible: false
            colorScheme: Theme.dark ? GraphsTheme.ColorScheme.Dark : GraphsTheme.ColorScheme.Light
            grid.mainColor: Theme.outline
            grid.mainWidth: 1
            grid.subColor: Theme.outline
            grid.subWidth: 1
            axisXLabelFont.pixelSize: Theme.sizeSmall
            axisYLabelFont.pixelSize: Theme.sizeSmall
            labelTextColor: Theme.text
            plotAreaBackgroundVisible: false
            seriesColors: [Theme.accent]
        }

        LineSeries {
            id: line

            color: Theme.accent
            width: 2
        }
    }
}
