pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Portions that leave sale soon, the least time left first; a tap sells exactly that one.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.sellFirst
    readonly property bool wanted: model.props.open ?? false

    objectName: "sellFirstSheet"
    title: qsTr("Sell first")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: if (wanted) model.close()
    onWantedChanged: wanted ? open() : close()

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(Theme.mm(24), Math.min(contentHeight, Theme.mm(130)))
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: sheet.model.rows
        objectName: "sellFirstList"
        spacing: Theme.gap

        delegate: BaseButton {
            id: row

            required property string key
            required property string name
            required detail
            required property string grade
            required property string price
            required property string timeLeft
            required property string tone
            required property int index

            Accessible.name: name + ", " + detail + ", " + grade + ", " + price + ", " + timeLeft
            enabled: sheet.vm.props.canSell
            height: Math.max(Theme.mm(16), Theme.targetLarge)
            leftPadding: Theme.mm(3)
            objectName: "sellFirst_" + index
            rightPadding: Theme.mm(3)
            width: list.width

            onClicked: sheet.model.take(row.key)

            contentItem: RowLayout {
                spacing: Theme.mm(3)

                GradeBadge {
                    grade: row.grade
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        text: row.name
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        objectName: "sellFirstDetail"
                        text: row.detail
                        tone: "muted"
                    }
                }

                Label {
                    font.weight: Font.DemiBold
                    objectName: "sellFirstPrice"
                    text: row.price
                }

                StatusPill {
                    Layout.minimumWidth: Theme.mm(24)
                    objectName: "sellFirstLeft"
                    text: row.timeLeft
                    tone: row.tone
                }
            }
        }

        EmptyState {
            anchors.centerIn: parent
            objectName: "sellFirstEmpty"
            title: qsTr("Nothing has to go first now")
            visible: list.count === 0
        }
    }
}
