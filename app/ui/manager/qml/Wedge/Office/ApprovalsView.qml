pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What waits for a second person, with the two answers; below, how earlier questions ended.
ColumnLayout {
    id: page

    required property var vm
    property bool live: true

    objectName: "approvalsPage"
    spacing: Theme.gap

    Notice {
        Layout.fillWidth: true
        objectName: "approvalNotice"
        text: page.vm.errand.text
        title: page.vm.errand.title
        tone: page.vm.errand.tone

        onDismissed: page.vm.errand.dismiss()
    }

    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(page.height * 0.55, Math.max(Theme.mm(34), questions.contentHeight + Theme.mm(6)))

        EmptyState {
            anchors.centerIn: parent
            text: qsTr("Questions from tills and kitchen appear here by themselves.")
            title: qsTr("Nobody is waiting for an answer")
            visible: questions.count === 0
        }

        ListView {
            id: questions

            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.vm.questions
            objectName: "questionList"
            spacing: Theme.mm(3)

            delegate: RowLayout {
                id: question

                required property string id
                required property string title
                required property string reason
                required property string who
                required property string amount
                required property string leftText
                required property bool mayDecide
                required property string about
                required property string why

                spacing: Theme.mm(3)
                width: questions.width

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeMedium
                        font.weight: Font.DemiBold
                        text: question.amount === "" ? question.title : question.title + " · " + question.amount
                    }

                    Label {
                        Layout.fillWidth: true
                        maximumLineCount: 12
                        objectName: "about_" + question.id
                        text: question.about
                        visible: text !== ""
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        maximumLineCount: 2
                        text: "“" + question.reason + "”"
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        text: question.who + (question.why === "" ? "" : " · " + question.why)
                        tone: "muted"
                    }
                }

                Label {
                    text: question.leftText
                    tone: "muted"
                }

                QuietButton {
                    enabled: page.live && question.mayDecide && !page.vm.errand.busy
                    objectName: "refuse_" + question.id
                    text: qsTr("Refuse")

                    onClicked: page.vm.refuse(question.id)
                }

                MainButton {
                    enabled: page.live && question.mayDecide && !page.vm.errand.busy
                    objectName: "grant_" + question.id
                    text: qsTr("Approve")

                    onClicked: page.vm.grant(question.id)
                }
            }
        }
    }

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.gap

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            DataTable {
                anchors.fill: parent
                anchors.margins: Theme.mm(2)
                columns: [
                    { key: "name", title: qsTr("What and why"), weight: 2.7, sortable: false },
                    { key: "who", title: qsTr("Asked by"), weight: 1.8, sortable: false },
                    { key: "decided", title: qsTr("Answered by"), weight: 1.7, sortable: false },
                    { key: "status", title: qsTr("Result"), weight: 1.2, sortable: false }
                ]
                emptyText: qsTr("No questions today")
                model: page.vm.ended
                objectName: "endedTable"
            }
        }

        WeeksCard {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            plotName: "approvals"
            vm: page.vm.weeks
        }
    }

    // All that the journal holds of one order, step by step, as a file.
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            text: qsTr("Journal of an order, each step with who, when, old and new value")
            tone: "muted"
        }

        SearchField {
            id: order

            Layout.preferredWidth: Theme.mm(62)
            objectName: "journalOrder"
            placeholder: qsTr("Order or receipt number")

            onAccepted: if (exportKey.enabled) page.vm.journal.export(text)
        }

        QuietButton {
            id: exportKey

            enabled: page.live && order.text.trim() !== ""
            objectName: "journalExport"
            text: qsTr("Export")

            onClicked: page.vm.journal.export(order.text)
        }
    }
}
