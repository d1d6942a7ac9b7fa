pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Each look as a point: what the curve said across, what was seen upwards. On the line it was right.
Card {
    id: plot

    required property var points
    required property string summary
    readonly property real least: 4
    readonly property real most: 10

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(4)
        spacing: Theme.mm(2)

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            text: qsTr("Seen (upwards) against predicted (across)")
        }

        Label {
            Layout.fillWidth: true
            objectName: "plotSummary"
            text: plot.summary
            tone: "muted"
            wrapMode: Text.Wrap
        }

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: Theme.mm(2)
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false

            Item {
                id: area

                readonly property real side: Math.max(1, Math.min(parent.height - Theme.mm(7), parent.width - Theme.mm(14)))

                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(9)
                anchors.top: parent.top
                height: side
                objectName: "plotArea"
                width: Math.max(side, parent.width - Theme.mm(14))

                function across(score: real): real {
                    return (Math.max(plot.least, score) - plot.least) / (plot.most - plot.least) * width;
                }

                function up(score: real): real {
                    return height - (Math.max(plot.least, score) - plot.least) / (plot.most - plot.least) * height;
                }

                Repeater {
                    model: [4, 6, 8, 10]

                    Item {
                        id: tick

                        required property int modelData

                        Rectangle {
                            color: Theme.outline
                            height: 1
                            width: area.width
                            y: area.up(tick.modelData)
                        }

                        Label {
                            font.pixelSize: Theme.sizeSmall
                            text: tick.modelData
                            tone: "muted"
                            x: -width - Theme.mm(2)
                            y: area.up(tick.modelData) - height / 2
                        }

                        Label {
                            font.pixelSize: Theme.sizeSmall
                            text: tick.modelData
                            tone: "muted"
                            x: area.across(tick.modelData) - width / 2
                            y: area.height + Theme.mm(1)
                        }
                    }
                }

                Rectangle {
                    id: right

                    readonly property real angle: Math.atan2(-area.height, area.width)

                    color: Theme.textMuted
                    height: 1
                    rotation: angle * 180 / Math.PI
                    transformOrigin: Item.BottomLeft
                    width: Math.hypot(area.width, area.height)
                    y: area.height
                }

                Repeater {
                    model: plot.points

                    Rectangle {
                        required property var modelData

                        border.color: Theme.surface
                        color: modelData.passed ? Theme.info : Theme.danger
                        height: width
                        opacity: 0.8
                        radius: modelData.passed ? width / 2 : 0
                        width: Theme.mm(2.2)
                        x: area.across(modelData.x) - width / 2
                        y: area.up(modelData.y) - height / 2
                    }
                }
            }
        }
    }
}
