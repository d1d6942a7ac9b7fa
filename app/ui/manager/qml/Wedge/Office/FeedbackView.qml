pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The scores, the queue with the chosen complaint beside it, and what guests said.
ColumnLayout {
    id: page

    required property var vm
    property bool live: true
    property bool byCause: false

    objectName: "feedbackPage"
    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        objectName: "feedbackNotice"
        text: page.vm.errand.text
        title: page.vm.errand.title
        tone: page.vm.errand.tone

        onDismissed: page.vm.errand.dismiss()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: page.vm.tiles

            Card {
                id: tile

                required property string id
                required property string label
                required property string value
                required property string note
                required property string tone

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: Theme.mm(25)
                objectName: "score_" + id

                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: Theme.mm(3)
                    spacing: 0

                    Label {
                        font.pixelSize: Theme.sizeSmall
                        text: tile.label
                        tone: "muted"
                    }

                    Label {
                        font.pixelSize: Theme.sizeLarge
                        font.weight: Font.Bold
                        objectName: "scoreValue_" + tile.id
                        text: tile.value
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        objectName: "scoreNote_" + tile.id
                        text: tile.note
                        tone: tile.tone
                    }
                }
            }
        }
    }

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 6
            spacing: Theme.gap

            Card {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: 1

                EmptyState {
                    anchors.centerIn: parent
                    title: qsTr("Nothing waits")
                    visible: tasks.count === 0
                }

                ListView {
                    id: tasks

                    anchors.fill: parent
                    anchors.margins: Theme.mm(3)
                    boundsBehavior: Flickable.StopAtBounds
                    clip: true
                    model: page.vm.queue
                    objectName: "queueList"
                    spacing: Theme.mm(1.6)

                    delegate: BaseButton {
                        id: row

                        required property string id
                        required property string title
                        required property string kind
                        required property string due
                        required property string running
                        required property string tone
                        required property string complaint

                        Accessible.name: kind + " " + title
                        edge: tone === "muted" ? Theme.outline : Theme.toneColor(tone)
                        enabled: complaint !== ""
                        fill: tone === "muted" ? Theme.surface : Theme.toneSoft(tone)
                        height: Theme.mm(15)
                        objectName: "queue_" + title
                        opacity: 1
                        width: tasks.width

                        onClicked: page.vm.choose(row.complaint)

                        contentItem: RowLayout {
                            spacing: Theme.gap

                            ColumnLayout {
                                Layout.fillWidth: true
                                spacing: 0

                                Label {
                                    Layout.fillWidth: true
                                    font.weight: Font.DemiBold
                                    text: row.title
                                }

                                Label {
                                    Layout.fillWidth: true
                                    font.pixelSize: Theme.sizeSmall
                                    text: row.kind
                                    tone: "muted"
                                }
                            }

                            Label {
                                font.weight: Font.DemiBold
                                objectName: "running_" + row.title
                                text: row.running === "" ? "" : (row.tone === "muted" ? "" : Theme.toneShape(row.tone) + " ") + row.running
                                tone: row.tone
                            }

                            Label {
                                font.pixelSize: Theme.sizeSmall
                                text: row.due === "" ? "" : qsTr("due %1").arg(row.due)
                                tone: "muted"
                            }
                        }
                    }
                }
            }

            Card {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: 1

                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: Theme.mm(2)
                    spacing: Theme.mm(1.6)

                    RowLayout {
                        spacing: Theme.gap

                        QuietButton {
                            checked: !page.byCause
                            objectName: "showRatings"
                            text: qsTr("Ratings")

                            onClicked: page.byCause = false
                        }

                        QuietButton {
                            checked: page.byCause
                            objectName: "showRates"
                            text: qsTr("Complaints per 100 served")

                            onClicked: page.byCause = true
                        }
                    }

                    DataTable {
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        columns: [
                            { key: "when", title: qsTr("Rated"), weight: 2.4, sortable: false },
                            { key: "order", title: qsTr("Order"), weight: 0.7, sortable: false },
                            { key: "about", title: qsTr("About"), weight: 0.8, sortable: false },
                            { key: "stars", title: qsTr("Stars"), weight: 1.5, sortable: false },
                            { key: "portions", title: qsTr("Portions"), weight: 1.5, sortable: false }
                        ]
                        emptyText: page.vm.tiles.count > 0 ? qsTr("Nobody rated in the last 30 days") : ""
                        model: page.vm.said
                        objectName: "saidTable"
                        visible: !page.byCause
                    }

                    DataTable {
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        columns: [
                            { key: "value", title: qsTr("By"), weight: 2.2, sortable: false },
                            { key: "band", title: qsTr("Band"), weight: 1.8, sortable: false },
                            { key: "served", title: qsTr("Served"), align: "right", sortable: false },
                            { key: "complaints", title: qsTr("Complaints"), weight: 1.4, align: "right", sortable: false },
                            { key: "rate", title: qsTr("Per 100"), align: "right", sortable: false }
                        ]
                        emptyText: page.vm.tiles.count > 0 ? qsTr("Nothing was served in the last 30 days") : ""
                        model: page.vm.rates
                        objectName: "ratesTable"
                        visible: page.byCause
                    }
                }
            }
        }

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5

            EmptyState {
                anchors.centerIn: parent
                title: qsTr("Choose a complaint")
                visible: page.vm.title === ""
            }

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.mm(4)
                spacing: Theme.mm(2)
                visible: page.vm.title !== ""

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    font.weight: Font.Bold
                    objectName: "complaintTitle"
                    text: page.vm.title
                }

                ListView {
                    id: known

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    boundsBehavior: Flickable.StopAtBounds
                    clip: true
                    model: page.vm.facts
                    objectName: "factList"

                    delegate: RowLayout {
                        id: fact

                        required property string name
                        required property string value

                        height: Math.max(Theme.mm(7), said.implicitHeight + Theme.mm(1.5))
                        spacing: Theme.gap
                        width: known.width

                        Label {
                            Layout.alignment: Qt.AlignTop
                            Layout.preferredWidth: Theme.mm(40)
                            text: fact.name
                            tone: "muted"
                        }

                        Label {
                            id: said

                            Layout.alignment: Qt.AlignTop
                            Layout.fillWidth: true
                            objectName: "fact_" + fact.name
                            text: fact.value
                            wrapMode: Text.Wrap
                        }
                    }
                }

                Label {
                    font.pixelSize: Theme.sizeSmall
                    text: qsTr("How does the guest feel now?")
                    tone: "muted"
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.mm(1.6)

                    Repeater {
                        model: 6

                        BaseButton {
                            required property int index
                            // The last one: did not want to say.
                            readonly property int stars: index === 5 ? 0 : index + 1
                            readonly property bool chosen: page.vm.followedUp === stars

                            Accessible.name: stars === 0 ? qsTr("Did not want to say") : qsTr("%1 of 5 stars").arg(stars)
                            Layout.fillWidth: true
                            Layout.preferredWidth: stars === 0 ? 4 : 1
                            edge: chosen ? Theme.focus : Theme.outline
                            enabled: page.live && !page.vm.followUpKnown
                            fill: chosen ? Theme.infoSoft : Theme.surfaceRaised
                            leftPadding: Theme.mm(1)
                            objectName: "followUp_" + stars
                            rightPadding: Theme.mm(1)
                            text: stars === 0 ? qsTr("Did not want to say") : stars + " ★"

                            onClicked: page.vm.followUp(stars)
                        }
                    }
                }

                TextEntry {
                    id: outcome

                    Layout.fillWidth: true
                    label: qsTr("What came of it")
                    objectName: "outcome"
                }

                MainButton {
                    Layout.fillWidth: true
                    enabled: page.live && outcome.text.trim() !== "" && page.vm.followedUp >= 0 && !page.vm.errand.busy
                    objectName: "settleComplaint"
                    text: qsTr("Settle")

                    onClicked: {
                        page.vm.settle(outcome.text);
                        outcome.text = "";
                    }
                }
            }
        }
    }
}
