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

    color: Theme.surfaceRaised
    implicitHeight: Math.max(Theme.mm(15), row.implicitHeight + Theme.mm(3))
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

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.mm(2.5)
        anchors.rightMargin: Theme.mm(1)
        spacing: Theme.mm(2)

        ColumnLayout {
            spacing: Theme.mm(1)

            GradeBadge {
                Layout.alignment: Qt.AlignHCenter
                grade: line.grade
            }

            BaseButton {
                Accessible.name: qsTr("What %1 contains").arg(line.name)
                edge: Theme.outline
                fill: "transparent"
                ink: Theme.info
                leftPadding: 0
                objectName: "about_" + line.name
                rightPadding: 0
                text: "i"
                visible: line.phase === "held"

                onClicked: line.vm.about.line(line.key)
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
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

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                objectName: "lineDetail"
                text: (line.phase === "slow" ? "… " : line.phase === "retry" ? "▲ " : "") + line.detail
                tone: line.phase === "retry" ? "danger" : "muted"
                visible: line.detail !== ""
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

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                maximumLineCount: 2
                objectName: "lineWhy"
                text: (line.swappable ? "⇄ " : "") + line.why
                tone: "info"
                visible: line.why !== "" && line.trouble === ""
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                maximumLineCount: 6
                objectName: "lineTrouble"
                text: "▲ " + line.trouble
                tone: "danger"
                visible: line.trouble !== ""
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                maximumLineCount: 3
                objectName: "lineBreakdown"
                text: line.breakdown
                tone: "ok"
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            LineQuestions {
                Layout.fillHeight: false
                Layout.fillWidth: true
                entry: line
            }

            LinePieces {
                Layout.topMargin: Theme.mm(1)
                entry: line
                visible: line.plain
            }
        }

        QuietButton {
            objectName: "retry_" + line.name
            text: qsTr("Retry")
            visible: line.phase === "retry"

            onClicked: line.vm.order.retry(line.key)
        }

        ColumnLayout {
            spacing: Theme.mm(2)

            BaseButton {
                Accessible.name: qsTr("Remove %1").arg(line.name)
                enabled: line.phase !== "removing"
                fill: "transparent"
                ink: Theme.textMuted
                leftPadding: 0
                objectName: "remove_" + line.name
                rightPadding: 0
                text: "×"

                onClicked: line.vm.order.remove(line.key)
            }

            BaseButton {
                Accessible.name: qsTr("Discount on %1").arg(line.name)
                fill: "transparent"
                ink: Theme.textMuted
                leftPadding: 0
                objectName: "discount_" + line.name
                rightPadding: 0
                text: "−%"
                visible: line.phase === "held"

                onClicked: line.vm.prices.discount.start(line.key)
            }
        }
    }
}
