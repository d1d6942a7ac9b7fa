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

    color: Theme.surfaceRaised
    implicitHeight: Math.max(Theme.mm(15), row.implicitHeight + Theme.mm(3))
    objectName: "line_" + name
    opacity: phase === "held" || phase === "retry" ? 1 : 0.6
    radius: Theme.radius * 0.7

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.mm(2.5)
        anchors.rightMargin: Theme.mm(1)
        spacing: Theme.mm(2)

        GradeBadge {
            Layout.alignment: Qt.AlignVCenter
            grade: line.grade
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
                font.pixelSize: Theme.sizeSmall
                maximumLineCount: 3
                objectName: "lineBreakdown"
                text: line.breakdown
                tone: "ok"
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            RowLayout {
                Layout.topMargin: Theme.mm(1)
                spacing: Theme.gap
                visible: line.plain

                QuietButton {
                    Accessible.name: qsTr("One less")
                    fill: Theme.outline
                    leftPadding: 0
                    objectName: "less_" + line.name
                    rightPadding: 0
                    text: "−"

                    onClicked: line.vm.order.setQuantity(line.key, line.quantity - 1)
                }

                Label {
                    Layout.preferredWidth: Theme.mm(8)
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "quantity_" + line.name
                    text: line.quantity
                }

                QuietButton {
                    Accessible.name: qsTr("One more")
                    fill: Theme.outline
                    leftPadding: 0
                    objectName: "more_" + line.name
                    rightPadding: 0
                    text: "+"

                    onClicked: line.vm.order.setQuantity(line.key, line.quantity + 1)
                }
            }
        }

        BaseButton {
            Accessible.name: qsTr("What %1 contains").arg(line.name)
            fill: "transparent"
            ink: Theme.info
            leftPadding: 0
            objectName: "about_" + line.name
            rightPadding: 0
            text: "ⓘ"
            visible: line.phase === "held"

            onClicked: line.vm.about.line(line.key)
        }

        QuietButton {
            objectName: "retry_" + line.name
            text: qsTr("Retry")
            visible: line.phase === "retry"

            onClicked: line.vm.order.retry(line.key)
        }

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
    }
}
