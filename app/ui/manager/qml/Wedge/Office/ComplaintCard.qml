pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The chosen complaint: what is known of it, how the guest feels now, and what came of it.
Card {
    id: card

    required property var vm
    property bool live: true

    EmptyState {
        anchors.centerIn: parent
        title: qsTr("Choose a complaint")
        visible: card.vm.title === ""
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(4)
        spacing: Theme.mm(2)
        visible: card.vm.title !== ""

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.Bold
            objectName: "complaintTitle"
            text: card.vm.title
        }

        ListView {
            id: known

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: card.vm.facts
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
                    readonly property bool chosen: card.vm.followedUp === stars

                    Accessible.name: stars === 0 ? qsTr("Did not want to say") : qsTr("%1 of 5 stars").arg(stars)
                    Layout.fillWidth: true
                    Layout.preferredWidth: stars === 0 ? 4 : 1
                    edge: chosen ? Theme.focus : Theme.outline
                    enabled: card.live && !card.vm.followUpKnown
                    fill: chosen ? Theme.infoSoft : Theme.surfaceRaised
                    leftPadding: Theme.mm(1)
                    objectName: "followUp_" + stars
                    rightPadding: Theme.mm(1)
                    text: stars === 0 ? qsTr("Did not want to say") : stars + " ★"

                    onClicked: card.vm.followUp(stars)
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
            enabled: card.live && outcome.text.trim() !== "" && card.vm.followedUp >= 0 && !card.vm.errand.busy
            objectName: "settleComplaint"
            text: qsTr("Settle")

            onClicked: {
                card.vm.settle(outcome.text);
                outcome.text = "";
            }
        }
    }
}
