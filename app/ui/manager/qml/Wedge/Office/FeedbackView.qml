pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The scores, the queue with the chosen complaint beside it, and what guests said.
ColumnLayout {
    id: page

    required property var vm
    property bool live: true

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

    ScoreTiles {
        Layout.fillWidth: true
        model: page.vm.tiles
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

            RecoveryQueue {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: 1
                model: page.vm.queue

                onChosen: complaint => page.vm.choose(complaint)
            }

            GuestsSaid {
                id: said

                Layout.fillHeight: true
                Layout.fillWidth: true
                // A plot needs more height than a table to be read.
                Layout.preferredHeight: table === "weeks" ? 3 : 1
                vm: page.vm
            }
        }

        ComplaintCard {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            live: page.live
            vm: page.vm
        }
    }
}
