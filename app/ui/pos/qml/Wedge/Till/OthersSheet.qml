pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What can be had instead of what is gone; one tap takes it.
Sheet {
    id: sheet

    required property var vm
    readonly property var shown: vm.others.props
    readonly property bool wanted: (shown.name ?? "") !== ""

    objectName: "othersSheet"
    title: qsTr("Instead of %1").arg(shown.name ?? "")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: vm.others.close()
    onWantedChanged: wanted ? open() : close()

    EmptyState {
        Layout.fillWidth: true
        objectName: "noOthers"
        text: qsTr("Nothing of another grade or size, and nothing like it near the price.")
        title: qsTr("None available")
        visible: (sheet.shown.rows ?? []).length === 0
    }

    Repeater {
        model: (sheet.shown.rows ?? []).length

        BaseButton {
            id: other

            required property int index
            readonly property var row: sheet.shown.rows[index] ?? { name: "", grade: "", detail: "", price: "", more: "" }

            Accessible.name: row.name + " " + row.grade + " " + row.price
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.targetLarge
            objectName: "other_" + index

            onClicked: sheet.vm.others.take(other.index)

            contentItem: RowLayout {
                spacing: Theme.mm(2.5)

                GradeBadge {
                    grade: other.row.grade
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        objectName: "otherName_" + other.index
                        text: other.row.name
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        objectName: "otherDetail_" + other.index
                        text: other.row.detail
                        tone: "muted"
                    }
                }

                ColumnLayout {
                    spacing: 0

                    Label {
                        Layout.alignment: Qt.AlignRight
                        font.pixelSize: Theme.sizeMedium
                        font.weight: Font.Bold
                        text: other.row.price
                    }

                    Label {
                        Layout.alignment: Qt.AlignRight
                        font.pixelSize: Theme.sizeSmall
                        text: other.row.more
                        tone: "muted"
                    }
                }
            }
        }
    }
}
