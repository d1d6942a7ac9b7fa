pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// An allergen found later in a lot: the lot by a code, what was found and why, what it will do.
ColumnLayout {
    id: section

    required property var vm
    readonly property var lot: vm.lot
    readonly property var shown: lot.shown
    property bool live: true

    spacing: Theme.gap

    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: search.implicitHeight + Theme.mm(8)
        visible: !section.shown.open

        RowLayout {
            id: search

            anchors.left: parent.left
            anchors.margins: Theme.mm(4)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            TextEntry {
                id: code

                label: qsTr("Code of the portion or whole")
                objectName: "lotCode"

                onAccepted: section.lot.find(text)
            }

            QuietButton {
                Layout.alignment: Qt.AlignBottom
                enabled: section.live && code.text.trim() !== ""
                objectName: "lotFind"
                text: qsTr("Look up")

                onClicked: section.lot.find(code.text)
            }

            Label {
                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: Theme.mm(3)
                Layout.fillWidth: true
                text: qsTr("A supplier's notice or a mix-up: the lot and all its portions name the allergen from then on. It cannot be taken back.")
                tone: "muted"
                wrapMode: Text.Wrap
            }
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: true
        cancelKey: leave

        EmptyState {
            anchors.centerIn: parent
            text: qsTr("Look one up by the code on the whole or on any of its portions, also after it was sold.")
            title: qsTr("No lot is chosen")
            visible: !section.shown.open
        }

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(4)
            spacing: Theme.mm(3)
            visible: section.shown.open

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Label {
                    font.pixelSize: Theme.sizeMedium
                    font.weight: Font.DemiBold
                    objectName: "lotTitle"
                    text: section.shown.title ?? ""
                }

                Label {
                    Layout.fillWidth: true
                    objectName: "lotStated"
                    text: section.shown.stated ?? ""
                    tone: "muted"
                }
            }

            PickMany {
                Layout.fillWidth: true
                chosen: section.shown.codes ?? []
                label: qsTr("Found in it")
                model: section.lot.choices
                objectName: "lotAllergens"

                onToggled: key => section.lot.toggle(key)
            }

            TextEntry {
                Layout.fillWidth: true
                label: qsTr("How it came to light")
                maximumLength: 500
                objectName: "lotReason"

                onEdited: text => section.lot.write(text)

                Binding on text {
                    value: section.shown.reason ?? ""
                }
            }

            Label {
                font.pixelSize: Theme.sizeSmall
                text: qsTr("What it does")
                tone: "muted"
            }

            ListView {
                Layout.fillHeight: true
                Layout.fillWidth: true
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: section.shown.effects ?? []
                objectName: "lotEffects"
                spacing: Theme.mm(1.2)

                delegate: Label {
                    required property string modelData

                    text: modelData
                    tone: modelData.startsWith("▲") ? "danger" : "text"
                    width: ListView.view.width
                    wrapMode: Text.Wrap
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                QuietButton {
                    id: leave

                    objectName: "lotClose"
                    text: qsTr("Close")

                    onClicked: section.lot.close()
                }

                Item {
                    Layout.fillWidth: true
                }

                DangerButton {
                    enabled: section.live && !section.vm.errand.busy && (section.shown.reason ?? "").trim() !== ""
                    objectName: "lotIncident"
                    text: qsTr("Block and report an incident")
                    visible: section.shown.sold ?? false

                    onClicked: section.vm.report(section.shown.code, section.shown.reason)
                }

                MainButton {
                    enabled: section.live && !section.vm.errand.busy && (section.shown.ready ?? false)
                    objectName: "lotAdd"
                    text: qsTr("Add to the lot")

                    onClicked: section.lot.add()
                }
            }
        }
    }
}
