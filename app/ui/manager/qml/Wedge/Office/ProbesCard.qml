pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Holding units: the last reading against the limit, and how far each probe may be off.
Card {
    id: card

    required property var vm
    readonly property var shown: vm.shown
    property bool live: true

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(2)
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            objectName: "probeNotice"
            text: card.vm.errand.text
            title: card.vm.errand.title
            tone: card.vm.errand.tone

            onDismissed: card.vm.errand.dismiss()
        }

        DataTable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columns: [
                { key: "name", title: qsTr("Holding unit"), weight: 1.3, sortable: false },
                { key: "probe", title: qsTr("May be off by"), weight: 0.8, sortable: false },
                { key: "reading", title: qsTr("Last reading"), weight: 1.6, sortable: false }
            ]
            emptyText: qsTr("No holding units")
            model: card.vm.rows
            objectName: "probeTable"

            onRowActivated: index => card.vm.pick(index)
        }

        Label {
            Layout.fillWidth: true
            leftPadding: Theme.mm(2)
            text: qsTr("Tap a row to change it.")
            tone: "muted"
            visible: (card.shown.name ?? "") === ""
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: (card.shown.name ?? "") !== ""

            TextEntry {
                id: typed

                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.mm(90)
                error: card.shown.error ?? ""
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                label: qsTr("Probe of %1 may be off by ± °C").arg(card.shown.name ?? "")
                objectName: "probeTyped"

                Binding on text {
                    value: card.shown.typed ?? ""
                }
            }

            MainButton {
                id: keep

                Layout.alignment: Qt.AlignTop
                Layout.topMargin: typed.fieldY
                enabled: card.live && !card.vm.errand.busy
                objectName: "probeSave"
                text: qsTr("Keep")

                onClicked: card.vm.save(typed.text)
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }
}
