pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What a line holds and where it comes from, for a guest who asks.
Sheet {
    id: sheet

    required property var vm
    readonly property var about: vm.about.props
    readonly property bool wanted: (about.title ?? "") !== ""

    title: about.title ?? ""
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: vm.about.close()
    onWantedChanged: wanted ? open() : close()

    ListView {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, Theme.mm(120))
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: (sheet.about.items ?? []).length
        objectName: "aboutList"
        spacing: Theme.mm(5)

        delegate: ColumnLayout {
            id: item

            required property int index
            readonly property var shown: (sheet.about.items ?? [])[index] ?? { name: "", grade: "", allergens: "", warning: "", rows: [] }

            spacing: Theme.mm(1.5)
            width: list.width

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                GradeBadge {
                    grade: item.shown.grade
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    font.weight: Font.DemiBold
                    text: item.shown.name
                    wrapMode: Text.Wrap
                }
            }

            Rectangle {
                Layout.fillWidth: true
                border.color: item.shown.warning !== "" ? Theme.danger : Theme.warning
                border.width: 2
                color: item.shown.warning !== "" ? Theme.dangerSoft : Theme.warningSoft
                implicitHeight: band.implicitHeight + Theme.mm(4)
                radius: Theme.radius * 0.7

                ColumnLayout {
                    id: band

                    anchors.left: parent.left
                    anchors.margins: Theme.mm(3)
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.mm(1)

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        text: qsTr("Allergens")
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeMedium
                        font.weight: Font.Bold
                        objectName: "aboutAllergens"
                        text: item.shown.allergens
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        font.weight: Font.Bold
                        objectName: "aboutWarning"
                        text: "⚠ " + item.shown.warning
                        visible: item.shown.warning !== ""
                        wrapMode: Text.Wrap
                    }
                }
            }

            Repeater {
                model: item.shown.rows.length

                RowLayout {
                    id: row

                    required property int index
                    readonly property var shown: item.shown.rows[index] ?? { title: "", value: "" }

                    Layout.fillWidth: true
                    visible: shown.value !== ""

                    Label {
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: Theme.mm(54)
                        text: row.shown.title
                        tone: "muted"
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        objectName: "about_" + row.shown.title
                        text: row.shown.value
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }

    QuietButton {
        Layout.preferredHeight: Theme.mm(14)
        objectName: "printLabel"
        text: qsTr("Print shelf label")
        visible: sheet.about.printable ?? false

        onClicked: sheet.vm.about.printLabel()
    }

    Label {
        Layout.fillWidth: true
        objectName: "aboutNote"
        text: sheet.about.note ?? ""
        tone: "muted"
        visible: text !== ""
        wrapMode: Text.Wrap
    }
}
