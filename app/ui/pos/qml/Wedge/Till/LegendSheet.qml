pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What the grades mean and do to the price, by the rules in force.
Sheet {
    id: sheet

    required property var vm

    objectName: "legendSheet"
    title: qsTr("Grades")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(130))

    Repeater {
        model: (sheet.vm.props.legend ?? []).length

        RowLayout {
            id: line

            required property int index
            readonly property var row: sheet.vm.props.legend[index] ?? { grade: "", meaning: "", range: "", price: "" }

            Layout.fillWidth: true
            spacing: Theme.mm(3)

            GradeBadge {
                grade: line.row.grade
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    font.weight: Font.DemiBold
                    text: line.row.range
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeSmall
                    text: line.row.meaning
                    tone: "muted"
                }
            }

            Label {
                font.weight: Font.DemiBold
                objectName: "legendPrice_" + line.row.grade
                text: line.row.price
            }
        }
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("On a small wheel A is plain, B has one ring and C has two.")
        tone: "muted"
        wrapMode: Text.Wrap
    }

    Repeater {
        model: (sheet.vm.props.legendNotes ?? []).length

        Label {
            required property int index

            Layout.fillWidth: true
            text: sheet.vm.props.legendNotes[index] ?? ""
            tone: "muted"
            wrapMode: Text.Wrap
        }
    }
}
