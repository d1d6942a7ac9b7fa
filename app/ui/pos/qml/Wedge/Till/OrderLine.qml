pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One line of the order; `phase`: held, waiting, slow, retry, removing.
Rectangle {
    id: line

    required property var vm
    required property string key
    required property string name
    required property string detail
    required property string breakdown
    required property string grade
    required property string amount
    required property bool plain
    required property int quantity
    required property string phase
    // Why this portion; what is offered for it; what is wrong with it.
    required property string why
    required property bool swappable
    required property string better
    required property string trouble
    required property string lower
    required property string size
    required property string asked
    // Wide enough for the keys side by side below the amount; else they stand in a column.
    readonly property bool roomy: width > Theme.target * 4 + Theme.mm(36)

    color: Theme.surfaceRaised
    implicitHeight: Math.max(Theme.mm(15), row.implicitHeight + Theme.mm(2))
    objectName: "line_" + name
    opacity: phase === "held" || phase === "retry" ? 1 : 0.6
    radius: Theme.radius * 0.7

    MouseArea {
        Accessible.name: qsTr("Another portion for %1").arg(line.name)
        Accessible.role: Accessible.Button
        anchors.fill: parent
        enabled: line.swappable && line.phase === "held"
        objectName: "swap_" + line.name

        onClicked: line.vm.wheel.openLine(line.key)
    }

    MouseArea {
        Accessible.name: qsTr("How %1 is prepared").arg(line.name)
        Accessible.role: Accessible.Button
        anchors.fill: parent
        enabled: line.plain && line.phase === "held"
        objectName: "ask_" + line.name

        onClicked: line.vm.ask.openLine(line.key)
    }

    component Small: Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeSmall
        maximumLineCount: 3
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    component LineKey: BaseButton {
        edge: Theme.outline
        fill: Theme.surface
        ink: Theme.textMuted
        leftPadding: 0
        rightPadding: 0
    }

    GridLayout {
        id: row

        anchors.fill: parent
        anchors.bottomMargin: Theme.mm(1)
        anchors.leftMargin: Theme.mm(1.5)
        anchors.rightMargin: Theme.mm(1.5)
        anchors.topMargin: Theme.mm(1)
        columnSpacing: Theme.mm(2)
        columns: 3
        rowSpacing: Theme.mm(0.6)

        LineKey {
            id: about

            Accessible.name: qsTr("What %1 contains").arg(line.name)
            Layout.alignment: Qt.AlignTop
            Layout.column: 0
            Layout.row: 0
            Layout.rowSpan: 2
            objectName: "about_" + line.name
            visible: line.phase === "held"

            contentItem: Item {
                Column {
                    anchors.centerIn: parent
                    spacing: 0

                    GradeBadge {
                        anchors.horizontalCenter: parent.horizontalCenter
                        grade: line.grade
                    }

                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        font.pixelSize: line.grade === "" ? Theme.sizeBody : Theme.sizeSmall
                        font.weight: Font.DemiBold
                        text: "i"
                        tone: "info"
                    }
                }
            }

            onClicked: line.vm.about.line(line.key)
        }

        RowLayout {
            Layout.column: 1
            Layout.columnSpan: line.roomy ? 2 : 1
            Layout.fillWidth: true
            Layout.rightMargin: line.roomy ? Theme.mm(1) : 0
            Layout.row: 0
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                maximumLineCount: 3
                objectName: "lineName"
                text: line.name
                wrapMode: Text.Wrap
            }

            Label {
                Layout.alignment: Qt.AlignTop
                font.weight: Font.DemiBold
                objectName: "lineAmount"
                text: line.amount
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.column: 1
            Layout.fillWidth: true
            Layout.row: 1
            spacing: 0

            Small {
                maximumLineCount: 2
                objectName: "lineDetail"
                text: line.detail === "" ? "" : (line.phase === "slow" ? "… " : line.phase === "retry" ? "▲ " : "") + line.detail
                tone: line.phase === "retry" ? "danger" : "muted"
            }

            Label {
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                maximumLineCount: 6
                objectName: "lineAsked"
                text: line.asked
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            Small {
                objectName: "lineWhy"
                text: (line.swappable ? "⇄ " : "") + line.why
                tone: "info"
                visible: line.why !== "" && line.trouble === ""
            }

            Small {
                maximumLineCount: 6
                objectName: "lineTrouble"
                text: "▲ " + line.trouble
                tone: "danger"
                visible: line.trouble !== ""
            }

            Small {
                objectName: "lineBreakdown"
                text: line.breakdown
                tone: "ok"
            }

            LinePieces {
                entry: line
                visible: line.plain
            }
        }

        GridLayout {
            Layout.alignment: Qt.AlignTop | Qt.AlignRight
            Layout.column: 2
            Layout.row: line.roomy ? 1 : 0
            Layout.rowSpan: line.roomy ? 1 : 2
            columnSpacing: Theme.gap
            columns: line.roomy ? 3 : 1
            layoutDirection: line.roomy ? Qt.RightToLeft : Qt.LeftToRight
            rowSpacing: Theme.gap

            LineKey {
                Accessible.name: qsTr("Remove %1").arg(line.name)
                Layout.alignment: Qt.AlignRight
                enabled: line.phase !== "removing"
                objectName: "remove_" + line.name
                text: "×"

                onClicked: line.vm.order.remove(line.key)
            }

            LineKey {
                Accessible.name: qsTr("Discount on %1").arg(line.name)
                Layout.alignment: Qt.AlignRight
                objectName: "discount_" + line.name
                text: "−%"
                visible: line.phase === "held"

                onClicked: line.vm.prices.discount.start(line.key)
            }

            QuietButton {
                leftPadding: Theme.mm(2)
                objectName: "retry_" + line.name
                rightPadding: Theme.mm(2)
                text: qsTr("Retry")
                visible: line.phase === "retry"

                onClicked: line.vm.order.retry(line.key)
            }
        }

        LineQuestions {
            Layout.column: 1
            Layout.columnSpan: 2
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.row: 2
            entry: line
        }
    }
}
