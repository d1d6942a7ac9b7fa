pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Who was taught what; right of it the chosen person's records and what they did to their scores.
ColumnLayout {
    id: page

    required property var vm
    property bool live: true
    readonly property var shown: vm.form.shown
    readonly property bool wanted: shown.open ?? false

    objectName: "trainingPage"
    spacing: Theme.gap

    onWantedChanged: wanted ? sheet.open() : sheet.close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "trainingNotice"
        text: page.vm.text
        title: page.vm.title
        tone: page.vm.tone
    }

    Notice {
        Layout.fillWidth: true
        objectName: "trainingSaid"
        text: page.vm.saving.text
        title: page.vm.saving.title
        tone: page.vm.saving.tone
        visible: title !== "" && !sheet.opened

        onDismissed: page.vm.saving.dismiss()
    }

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.gap

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 19

            DataTable {
                anchors.bottom: legend.top
                anchors.left: parent.left
                anchors.margins: Theme.mm(2)
                anchors.right: parent.right
                anchors.top: parent.top
                columns: [
                    { key: "name", title: qsTr("Staff"), weight: 0.8, sortable: false },
                    { key: "quality", title: qsTr("Quality checks"), toneKey: "qualityTone", weight: 1.3, sortable: false },
                    { key: "portioning", title: qsTr("Portioning"), toneKey: "portioningTone", weight: 1.3, sortable: false },
                    { key: "food_handling", title: qsTr("Food handling"), toneKey: "food_handlingTone", weight: 1.3, sortable: false },
                    { key: "allergens", title: qsTr("Allergens"), toneKey: "allergensTone", weight: 1.3, sortable: false }
                ]
                emptyText: qsTr("No staff")
                model: page.vm.people
                objectName: "trainingTable"

                onRowActivated: index => page.vm.choose(index)
            }

            Label {
                id: legend

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Theme.mm(3)
                anchors.right: parent.right
                font.pixelSize: Theme.sizeSmall
                text: qsTr("● valid until   ◆ ends soon, on   ▲ ended on   – none on file")
                tone: "muted"
            }
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 11

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.mm(3)
                spacing: Theme.gap

                Label {
                    Layout.fillWidth: true
                    font.weight: Font.DemiBold
                    objectName: "trainingPerson"
                    text: page.vm.person === "" ? qsTr("Tap a person to see the records.") : page.vm.person
                }

                Flickable {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    boundsBehavior: Flickable.StopAtBounds
                    clip: true
                    contentHeight: list.implicitHeight

                    ColumnLayout {
                        id: list

                        spacing: Theme.mm(3)
                        width: parent.width

                        Repeater {
                            model: page.vm.records

                            RowLayout {
                                id: record

                                required property var model

                                Layout.fillWidth: true
                                opacity: model.counts ? 1 : 0.6
                                spacing: Theme.gap

                                ColumnLayout {
                                    Layout.fillWidth: true
                                    spacing: 0

                                    Label {
                                        Layout.fillWidth: true
                                        font.strikeout: !record.model.counts
                                        text: record.model.name + " · " + record.model.days
                                        wrapMode: Text.Wrap
                                    }

                                    Label {
                                        Layout.fillWidth: true
                                        font.pixelSize: Theme.sizeSmall
                                        text: record.model.by
                                        tone: "muted"
                                        wrapMode: Text.Wrap
                                    }

                                    Label {
                                        Layout.fillWidth: true
                                        font.pixelSize: Theme.sizeSmall
                                        objectName: "trainingEffect_" + record.model.index
                                        text: record.model.effect
                                        visible: text !== ""
                                        wrapMode: Text.Wrap
                                    }
                                }

                                QuietButton {
                                    enabled: page.live && !page.vm.saving.busy
                                    objectName: "withdraw_" + record.model.index
                                    text: qsTr("Withdraw")
                                    visible: record.model.counts

                                    onClicked: page.vm.withdraw(record.model.id)
                                }
                            }
                        }
                    }
                }

                MainButton {
                    Layout.fillWidth: true
                    enabled: page.live && page.vm.person !== ""
                    objectName: "newTraining"
                    text: qsTr("New record …")

                    onClicked: page.vm.create()
                }
            }
        }
    }

    Sheet {
        id: sheet

        objectName: "trainingSheet"
        title: page.shown.title ?? ""
        implicitWidth: Math.min(Theme.mm(150), (parent ? parent.width : 9999) - Theme.mm(8))

        onClosed: if (page.wanted) page.vm.form.close()

        Notice {
            Layout.fillWidth: true
            objectName: "trainingRefused"
            text: page.vm.saving.text
            title: page.vm.saving.title
            tone: page.vm.saving.tone
            visible: title !== ""

            onDismissed: page.vm.saving.dismiss()
        }

        Choice {
            Layout.fillWidth: true
            current: page.shown.kind ?? ""
            label: qsTr("Training")
            model: page.shown.kinds ?? []
            objectName: "trainingKind"

            onChosen: key => page.vm.form.choose(key)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Repeater {
                model: [{ key: "held", text: qsTr("Held on") }, { key: "until", text: qsTr("Valid until, this day included") }]

                TextEntry {
                    id: day

                    required property var modelData

                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    error: page.shown[modelData.key + "Wrong"] ?? ""
                    label: modelData.text
                    maximumLength: 10
                    objectName: "training_" + modelData.key
                    text: page.shown[modelData.key] ?? ""

                    onEdited: text => page.vm.form.write(day.modelData.key, text)
                }
            }
        }

        TextEntry {
            Layout.fillWidth: true
            label: qsTr("Note (course, certificate)")
            maximumLength: 200
            objectName: "training_note"
            text: page.shown.note ?? ""

            onEdited: text => page.vm.form.write("note", text)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Item {
                Layout.fillWidth: true
            }

            QuietButton {
                objectName: "trainingClose"
                text: qsTr("Close")

                onClicked: sheet.close()
            }

            MainButton {
                enabled: page.live && !page.vm.saving.busy && (page.shown.ready ?? false)
                objectName: "trainingSave"
                text: qsTr("Keep")

                onClicked: page.vm.form.save()
            }
        }
    }
}
