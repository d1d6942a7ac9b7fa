pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Sections at the left, the form of the chosen one in the middle, its history at the right.
RowLayout {
    id: page

    required property var vm
    property bool live: true

    objectName: "rulesPage"
    spacing: Theme.gap

    Card {
        Layout.fillHeight: true
        Layout.preferredWidth: Theme.mm(58)

        ListView {
            id: sections

            anchors.fill: parent
            anchors.margins: Theme.mm(2)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.vm.sections
            objectName: "ruleSections"
            spacing: Theme.mm(1)

            delegate: QuietButton {
                required property var modelData

                align: Text.AlignLeft
                checked: page.vm.section === modelData.key
                leftPadding: Theme.mm(3)
                objectName: "rules_" + modelData.key
                rightPadding: Theme.mm(2)
                text: modelData.text
                width: sections.width

                onClicked: page.vm.open(modelData.key)
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 3

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(4)
            spacing: Theme.mm(2)

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                font.weight: Font.Bold
                objectName: "ruleTitle"
                text: qsTr("%1 · version %2").arg(page.vm.title).arg(page.vm.version)
            }

            Label {
                Layout.fillWidth: true
                objectName: "ruleElsewhere"
                text: page.vm.elsewhere
                tone: "muted"
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            ListView {
                id: fields

                Layout.fillHeight: true
                Layout.fillWidth: true
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: page.vm.fields
                objectName: "ruleFields"
                spacing: Theme.mm(3.5)

                delegate: RuleEntry {
                    vm: page.vm
                    width: fields.width
                }
            }

            Repeater {
                model: page.vm.faults

                Label {
                    required property string modelData

                    Layout.fillWidth: true
                    objectName: "ruleFault"
                    text: "▲ " + modelData
                    tone: "danger"
                    wrapMode: Text.Wrap
                }
            }

            ChoiceWhatIf {
                Layout.fillWidth: true
                live: page.live
                visible: page.vm.section === "allocation"
                vm: page.vm.whatIf
            }

            TextEntry {
                Layout.fillWidth: true
                label: qsTr("Why do the rules change?")
                objectName: "ruleNote"
                text: page.vm.note
                visible: page.vm.edited

                onEdited: text => page.vm.writeNote(text)
            }

            Notice {
                Layout.fillWidth: true
                objectName: "ruleNotice"
                text: page.vm.applying.text
                title: page.vm.applying.title
                tone: page.vm.applying.tone

                onDismissed: page.vm.applying.dismiss()
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                visible: page.vm.edited

                QuietButton {
                    objectName: "ruleDrop"
                    text: qsTr("Drop changes")

                    onClicked: page.vm.drop()
                }

                Item {
                    Layout.fillWidth: true
                }

                MainButton {
                    enabled: page.live && page.vm.ready
                    objectName: "ruleApply"
                    text: qsTr("Put in force")

                    onClicked: page.vm.apply()
                }
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 2

        RuleDraftPane {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            visible: page.vm.edited
            vm: page.vm
        }

        EmptyState {
            anchors.centerIn: parent
            text: qsTr("Every change is kept here and can be taken back.")
            title: qsTr("Never changed")
            visible: history.count === 0 && !page.vm.edited
            width: parent.width - Theme.mm(8)
        }

        ListView {
            id: history

            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.vm.history
            objectName: "ruleHistory"
            spacing: Theme.mm(4)
            visible: !page.vm.edited

            delegate: ColumnLayout {
                id: version

                required property string id
                required property string name
                required property string who
                required property string note
                required property string moved

                spacing: Theme.mm(0.5)
                width: history.width

                Label {
                    Layout.fillWidth: true
                    font.weight: Font.DemiBold
                    text: version.name
                }

                Label {
                    Layout.fillWidth: true
                    maximumLineCount: 3
                    text: version.note
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeSmall
                    maximumLineCount: 8
                    text: version.moved
                    visible: text !== ""
                    wrapMode: Text.Wrap
                }

                Label {
                    Layout.fillWidth: true
                    text: version.who
                    tone: "muted"
                }

                QuietButton {
                    enabled: page.live
                    objectName: "ruleBack_" + version.id
                    text: qsTr("Bring back …")

                    onClicked: page.vm.bringBack(version.id)
                }
            }
        }
    }
}
