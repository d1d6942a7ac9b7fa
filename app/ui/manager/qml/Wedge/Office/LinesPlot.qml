pragma ComponentBehavior: Bound

import QtQuick
import QtGraphs
import Wedge.Kit

// Lines over a common axis, with named heights and a line of words for the point that is pointed at.
// `lines`: { name, tone, points: [{ x, y }] }, those of one name in one colour, those without a name not told; `marks`: heights
// { y, text, tone }; `ticks`: words under the axis { x, text }; `tips`: { x, text } by x.
Item {
    id: plot

    property var lines: []
    property var marks: []
    property var ticks: []
    property var tips: []
    property real least: 0
    property real most: 1
    property real low: 0
    property real high: 1
    property int decimals: 0
    property string upwards: ""
    property string across: ""
    property bool dots: false
    property bool named: true
    // The x that is pointed at, NaN for none; `pointed` says it, for a plot beside over the same axis.
    property real at: NaN
    readonly property var names: lines.filter((line, i) => line.name !== "" && lines.findIndex(other => other.name === line.name) === i)
    readonly property var tip: nearest(at)
    readonly property int tickLines: ticks.reduce((most, each) => Math.max(most, each.text.split("\n").length), 0)
    readonly property int drawn: pool.filter(each => each.count > 0).length
    property list<LineSeries> pool: []

    signal pointed(real x)

    function nearest(x: real): var {
        if (isNaN(x) || tips.length === 0)
            return null;
        return tips.reduce((best, each) => Math.abs(each.x - x) < Math.abs(best.x - x) ? each : best);
    }

    function show(x: real) {
        at = x;
        pointed(x);
    }

    function draw() {
        while (pool.length < lines.length) {
            const series = maker.createObject(graph);
            graph.addSeries(series);
            pool.push(series);
        }
        for (let i = 0; i < pool.length; ++i) {
            pool[i].clear();
            if (i >= lines.length)
                continue;
            pool[i].color = Theme.toneColor(lines[i].tone);
            for (const point of lines[i].points)
                pool[i].append(point.x, point.y);
        }
    }

    function points(): var {
        const found = [];
        for (const line of lines)
            for (const point of line.points)
                found.push({ x: point.x, y: point.y, tone: line.tone });
        return found;
    }

    function acrossAt(x: real): real {
        return graph.x + graph.plotArea.x + (x - least) / Math.max(1e-9, most - least) * graph.plotArea.width;
    }

    function up(y: real): real {
        return graph.y + graph.plotArea.y + (high - y) / Math.max(1e-9, high - low) * graph.plotArea.height;
    }

    implicitHeight: Theme.mm(40)

    Component.onCompleted: draw()
    onLinesChanged: draw()

    FontMetrics {
        id: tickFont

        font.family: Theme.family
        font.pixelSize: Theme.sizeSmall
    }

    Component {
        id: maker

        LineSeries {
            width: 2
        }
    }

    PlotLegend {
        id: legend

        anchors.left: parent.left
        anchors.right: parent.right
        names: plot.named ? plot.names : []
        upwards: plot.upwards
    }

    // Heights to read by, drawn here: a renderer's own grid is thick and dark, or not there at all.
    Repeater {
        model: 5

        Rectangle {
            required property int index

            color: Theme.outline
            height: 1
            width: graph.plotArea.width
            x: graph.x + graph.plotArea.x
            y: Math.round(graph.y + graph.plotArea.y + graph.plotArea.height * index / 4)
        }
    }

    GraphsView {
        id: graph

        anchors.bottom: words.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: legend.bottom
        marginBottom: Theme.mm(1)
        marginLeft: 0
        marginRight: Theme.mm(4)
        marginTop: Theme.mm(2)

        axisX: ValueAxis {
            max: plot.most
            min: plot.least
            visible: false
        }
        axisY: ValueAxis {
            labelDecimals: plot.decimals
            max: plot.high
            min: plot.low
            tickInterval: (plot.high - plot.low) / 4
        }
        theme: GraphsTheme {
            axisY.mainColor: Theme.outline
            axisY.mainWidth: 1
            axisY.subColor: Theme.outline
            axisY.subWidth: 1
            axisYLabelFont.pixelSize: Theme.sizeSmall
            backgroundVisible: false
            colorScheme: Theme.dark ? GraphsTheme.ColorScheme.Dark : GraphsTheme.ColorScheme.Light
            gridVisible: false
            labelTextColor: Theme.text
            plotAreaBackgroundVisible: false
        }
    }

    Repeater {
        model: plot.marks

        PlotMark {
            height: 1
            name: plot.objectName
            width: graph.plotArea.width
            x: graph.x + graph.plotArea.x
            y: Math.round(plot.up(modelData.y))
        }
    }

    Repeater {
        model: plot.dots ? plot.points() : []

        Rectangle {
            required property var modelData

            border.color: Theme.surface
            color: Theme.toneColor(modelData.tone)
            height: width
            radius: width / 2
            width: Theme.mm(2)
            x: plot.acrossAt(modelData.x) - width / 2
            y: plot.up(modelData.y) - height / 2
        }
    }

    Item {
        id: words

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: below.height + (plot.across !== "" ? foot.height : 0)

        Item {
            id: below

            height: plot.tickLines * tickFont.lineSpacing
            width: parent.width

            Repeater {
                model: plot.ticks

                Label {
                    required property var modelData

                    font.pixelSize: Theme.sizeSmall
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData.text
                    tone: "muted"
                    x: Math.max(0, Math.min(words.width - width, plot.acrossAt(modelData.x) - width / 2))
                }
            }
        }

        Label {
            id: foot

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            font.pixelSize: Theme.sizeSmall
            text: plot.across
            tone: "muted"
            visible: text !== ""
        }
    }

    PlotTip {
        area: Qt.rect(graph.x + graph.plotArea.x, graph.y + graph.plotArea.y, graph.plotArea.width, graph.plotArea.height)
        at: plot.tip ? plot.acrossAt(plot.tip.x) : 0
        name: plot.objectName
        text: plot.tip ? plot.tip.text : ""
        width: plot.width
    }

    MouseArea {
        anchors.fill: graph
        hoverEnabled: true

        function point(x: real) {
            const share = (x - graph.plotArea.x) / Math.max(1, graph.plotArea.width);
            plot.show(plot.least + share * (plot.most - plot.least));
        }

        onExited: plot.show(NaN)
        onPositionChanged: mouse => point(mouse.x)
        onPressed: mouse => point(mouse.x)
    }
}
