pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Time to the score of 7 by product and unit: as it was, as inspections say, and putting it in force.
Card {
    id: view

    required property var vm
    property bool live: true

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(4)
        spacing: Theme.mm(2)

        Label {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            text: qsTr("Time until a 10 becomes a 7")
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeSmall
            text: qsTr("Put in force with another person's yes, and kept as a version of the product's curve: scores and prices follow it at once.")
            tone: "muted"
            wrapMode: Text.Wrap
        }

        Notice {
            Layout.fillWidth: true
            objectName: "curveNotice"
            text: view.vm.errand.text
            title: view.vm.errand.title
            tone: view.vm.errand.tone

            onDismissed: view.vm.errand.dismiss()
        }

        Notice {
            Layout.fillWidth: true
            dismissible: false
            text: ""
            title: view.vm.problem
            tone: "danger"
        }

        ListView {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: view.vm.curves
            objectName: "curveList"
            spacing: Theme.mm(1)

            delegate: RowLayout {
                id: curve

                required property string key
                required property int index
                required property string name
                required property string unit
                required property string prior
                required property string learned
                required property string looks
                required property bool mayAdopt
                required property bool chosen

                spacing: Theme.gap
                width: list.width

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 4
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        text: curve.name
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        text: curve.unit + " · " + qsTr("%1 looks").arg(curve.looks)
                        tone: "muted"
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        objectName: "learned_" + curve.index
                        text: curve.learned
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeSmall
                        text: qsTr("began with %1").arg(curve.prior)
                        tone: "muted"
                    }
                }

                QuietButton {
                    checked: curve.chosen
                    objectName: "plotCurve_" + curve.index
                    text: qsTr("Plot")

                    onClicked: view.vm.choose(curve.key)
                }

                QuietButton {
                    enabled: view.live && curve.mayAdopt && !view.vm.errand.busy
                    objectName: "adopt_" + curve.index
                    text: qsTr("Put in force")

                    onClicked: view.vm.adopt(curve.key)
                }
            }

            EmptyState {
                anchors.centerIn: parent
                parent: list
                text: qsTr("Inspections in the kitchen teach how fast food really ages.")
                title: qsTr("Nothing learned yet")
                visible: list.count === 0
            }
        }
    }
}
