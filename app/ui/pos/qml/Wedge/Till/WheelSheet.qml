pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// All cut wholes of one product, large; tap a wedge or its row to take that very portion.
Sheet {
    id: sheet

    required property var vm
    readonly property var wheel: vm.wheel.props
    readonly property bool wanted: (wheel.name ?? "") !== ""

    title: wheel.name ?? ""
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(200))

    onClosed: vm.wheel.close()
    onWantedChanged: wanted ? open() : close()

    QuietButton {
        objectName: "wheelPrepare"
        text: qsTr("How it is prepared, note …")
        visible: (sheet.wheel.line ?? "") !== ""

        onClicked: {
            const line = sheet.wheel.lineKey;
            sheet.close();
            sheet.vm.ask.openLine(line);
        }
    }

    Label {
        Layout.fillWidth: true
        objectName: "swapOf"
        text: (sheet.wheel.line ?? "") + " · " + qsTr("tap the portion to take. Why?")
        visible: (sheet.wheel.line ?? "") !== ""
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: (sheet.wheel.reasons ?? []).length > 0

        Repeater {
            model: (sheet.wheel.reasons ?? []).length

            QuietButton {
                required property int index
                readonly property var shown: sheet.wheel.reasons[index] ?? { key: "", text: "" }

                checked: sheet.wheel.reason === shown.key
                objectName: "swapReason_" + shown.key
                text: shown.text

                onClicked: sheet.vm.wheel.because(shown.key)
            }
        }
    }

    QuietButton {
        objectName: "wheelSize"
        text: qsTr("Another size …")
        visible: (sheet.wheel.sizable ?? "") !== ""

        onClicked: {
            const line = sheet.wheel.sizable;
            sheet.close();
            sheet.vm.picking.size.start(line);
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: (sheet.wheel.line ?? "") === ""

        QuietButton {
            objectName: "wheelAsk"
            text: qsTr("Several, prepared, with a note …")

            onClicked: {
                const product = sheet.wheel.product;
                sheet.close();
                sheet.vm.ask.open(product);
            }
        }

        QuietButton {
            objectName: "wheelAbout"
            text: qsTr("What it contains")

            onClicked: {
                const product = sheet.wheel.product;
                sheet.close();
                sheet.vm.about.product(product);
            }
        }
    }

    TextEntry {
        Layout.fillWidth: true
        label: qsTr("What is the reason?")
        objectName: "swapNote"
        text: sheet.wheel.note ?? ""
        visible: (sheet.wheel.line ?? "") !== "" && sheet.wheel.reason === "other"

        onEdited: text => sheet.vm.wheel.write(text)
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
        visible: (sheet.wheel.grades ?? []).length > 0

        Repeater {
            model: (sheet.wheel.grades ?? []).length

            BaseButton {
                id: gradeKey

                required property int index
                readonly property var shown: sheet.wheel.grades[index] ?? { grade: "", text: "" }

                Accessible.name: qsTr("Next of grade %1").arg(shown.grade)
                objectName: "grade_" + shown.grade

                onClicked: sheet.vm.wheel.pickGrade(shown.grade)

                contentItem: RowLayout {
                    spacing: Theme.mm(2)

                    GradeBadge {
                        grade: gradeKey.shown.grade
                    }

                    Label {
                        font.weight: Font.DemiBold
                        text: gradeKey.shown.text
                    }
                }
            }
        }
    }

    EmptyState {
        Layout.fillWidth: true
        text: qsTr("Ask the kitchen to cut one.")
        title: qsTr("Nothing is cut")
        visible: (sheet.wheel.wheels ?? []).length === 0
    }

    ListView {
        id: wholes

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(130)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        // Counts, not lists: what is pressed or scrolled stays while a value changes.
        model: (sheet.wheel.wheels ?? []).length
        objectName: "wheelList"
        spacing: Theme.mm(4)
        visible: count > 0

        delegate: RowLayout {
            id: whole

            required property int index
            readonly property var shown: (sheet.wheel.wheels ?? [])[index] ?? { code: "", cut: "", wedges: [], rows: [] }

            spacing: Theme.mm(5)
            width: wholes.width

            ColumnLayout {
                Layout.alignment: Qt.AlignTop

                WheelView {
                    Layout.preferredHeight: Theme.mm(66)
                    Layout.preferredWidth: Theme.mm(66)
                    interactive: true
                    lettered: true
                    objectName: "bigWheel_" + whole.shown.code
                    wedges: whole.shown.wedges

                    onWedgeTapped: index => sheet.vm.wheel.pick(whole.shown.rows[index].portion)
                }

                Label {
                    Layout.preferredWidth: Theme.mm(66)
                    horizontalAlignment: Text.AlignHCenter
                    text: whole.shown.code + " · " + whole.shown.cut
                    tone: "muted"
                }
            }

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                spacing: Theme.mm(2)

                Repeater {
                    model: whole.shown.rows.length

                    BaseButton {
                        id: wedge

                        required property int index
                        readonly property var shown: whole.shown.rows[index] ?? { portion: "", sellable: false, code: "", grade: "", detail: "", price: "", why: "", gone: true }

                        Accessible.name: shown.code + " " + shown.grade + " " + shown.price
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.max(Theme.mm(13), Theme.target)
                        enabled: shown.sellable
                        objectName: "wedge_" + shown.code
                        visible: !shown.gone

                        onClicked: sheet.vm.wheel.pick(shown.portion)

                        contentItem: RowLayout {
                            spacing: Theme.mm(2.5)

                            GradeBadge {
                                grade: wedge.shown.grade
                            }

                            ColumnLayout {
                                Layout.fillWidth: true
                                spacing: 0

                                Label {
                                    Layout.fillWidth: true
                                    font.weight: Font.DemiBold
                                    text: wedge.shown.code + (wedge.shown.why !== "" ? " · " + wedge.shown.why : "")
                                }

                                Label {
                                    Layout.fillWidth: true
                                    font.pixelSize: Theme.sizeSmall
                                    text: wedge.shown.detail
                                    tone: "muted"
                                }
                            }

                            Label {
                                font.pixelSize: Theme.sizeMedium
                                font.weight: Font.Bold
                                text: wedge.shown.price
                            }
                        }
                    }
                }
            }
        }
    }
}
