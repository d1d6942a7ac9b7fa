pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The kitchen: cards most urgent first, what all of them need, and what to cut or remove next.
AppWindow {
    id: window

    required property var vm
    readonly property bool live: vm.signIn.inside && !vm.status.lost
    readonly property int columns: Math.max(1, Math.floor((cards.width + Theme.gap) / (Theme.mm(78) + Theme.gap)))

    // Too low for everything at once: cards first, what to cut or remove behind a key.
    readonly property bool compact: height < Theme.mm(235)
    property bool adviceOpen: false

    height: 1080
    objectName: "kitchenWindow"
    title: qsTr("Wedge kitchen")
    width: 1920

    onColumnsChanged: vm.setPageSize(columns)
    Component.onCompleted: vm.setPageSize(columns)

    Connections {
        target: window.vm

        function onArrived() {
            flash.restart();
        }

        function onOpenCut() {
            cutSheet.open();
        }

        function onOpenVerify() {
            verifySheet.open();
        }
    }

    Item {
        id: desk

        anchors.fill: parent
        focus: window.vm.signIn.inside
        visible: window.vm.signIn.inside

        onVisibleChanged: if (visible) forceActiveFocus()

        Keys.onPressed: event => {
            event.accepted = true;
            if (event.key >= Qt.Key_1 && event.key <= Qt.Key_9)
                window.vm.selectAt(event.key - Qt.Key_1);
            else if (event.key === Qt.Key_Space || (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && window.vm.selectedItem !== "")
                window.vm.tapItem(window.vm.selectedItem);
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                window.vm.bump(window.vm.selected);
            else if (event.key === Qt.Key_X)
                window.vm.replaceItem(window.vm.selectedItem);
            else if (event.key === Qt.Key_Escape)
                window.vm.leaveItem();
            else if (event.key === Qt.Key_Down)
                window.vm.moveItem(1);
            else if (event.key === Qt.Key_Up)
                window.vm.moveItem(-1);
            else if (event.key === Qt.Key_R)
                window.vm.recallLast();
            else if (event.key === Qt.Key_U)
                window.vm.undo();
            else if (event.key === Qt.Key_Left)
                window.vm.moveSelection(-1);
            else if (event.key === Qt.Key_Right)
                window.vm.moveSelection(1);
            else if (event.key === Qt.Key_PageDown)
                window.vm.turnPage(1);
            else if (event.key === Qt.Key_PageUp)
                window.vm.turnPage(-1);
            else if (event.key === Qt.Key_S)
                allDaySheet.open();
            else if (event.key === Qt.Key_T)
                window.vm.nextStation();
            else
                event.accepted = false;
        }

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            spacing: Theme.gap

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.mm(4)

                Label {
                    Layout.maximumWidth: window.width * 0.3
                    font.pixelSize: Math.round(22 * Theme.scale)
                    font.weight: Font.Bold
                    objectName: "place"
                    text: window.vm.placeText
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Math.round(22 * Theme.scale)
                    objectName: "summary"
                    text: window.vm.summary
                }

                Label {
                    font.pixelSize: Theme.sizeMedium
                    objectName: "acknowledged"
                    text: "● " + window.vm.ackText
                    tone: window.vm.ackTone
                }

                Label {
                    font.pixelSize: Theme.sizeMedium
                    objectName: "status"
                    text: Theme.toneShape(window.vm.status.tone) + " " + window.vm.status.text
                    tone: window.vm.status.tone
                }

                KitchenKey {
                    objectName: "signOut"
                    text: window.vm.signIn.personName

                    onClicked: window.vm.signIn.signOut()
                }

                Label {
                    font.pixelSize: Theme.sizeHuge
                    font.weight: Font.Bold
                    text: window.vm.clockText
                }
            }

            KitchenNotice {
                Layout.fillWidth: true
                objectName: "lostNotice"
                text: window.vm.status.sentence
                title: window.vm.status.lost ? qsTr("Not current: %1").arg(window.vm.status.text) : ""
            }

            KitchenNotice {
                Layout.fillWidth: true
                dismissible: true
                objectName: "banner"
                text: window.vm.banner.text
                title: window.vm.banner.title
                tone: window.vm.banner.tone

                onDismissed: window.vm.banner.dismiss()
            }

            RowLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Item {
                        id: cards

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        opacity: window.live ? 1 : 0.8

                        Row {
                            anchors.fill: parent
                            spacing: Theme.gap

                            Repeater {
                                model: window.vm.cards

                                TicketCard {
                                    chosen: window.vm.selected === key
                                    chosenItem: chosen ? window.vm.selectedItem : ""
                                    compact: window.compact
                                    height: cards.height
                                    live: window.live
                                    width: (cards.width - (window.columns - 1) * Theme.gap) / window.columns

                                    onBumped: window.vm.bump(key)
                                    onItemReplaced: line => window.vm.replaceItem(line)
                                    onItemTapped: line => window.vm.tapItem(line)
                                }
                            }
                        }

                        EmptyState {
                            anchors.centerIn: parent
                            scale: 1.5
                            text: qsTr("New tickets appear here by themselves.")
                            title: qsTr("Nothing to serve")
                            visible: window.vm.cards.count === 0
                        }
                    }

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.gap

                        ChoiceRow {
                            Layout.fillWidth: true
                            current: window.vm.station
                            model: window.vm.stations
                            onChosen: key => window.vm.chooseStation(key)
                        }

                        Repeater {
                            model: window.vm.recallable.slice(0, 3)

                            KitchenKey {
                                required property var modelData

                                enabled: window.live
                                objectName: "recall_" + modelData.text
                                text: "↶ " + modelData.text

                                onClicked: window.vm.recall(modelData.key)
                            }
                        }

                        MainButton {
                            enabled: window.live
                            focusPolicy: Qt.TabFocus
                            font.pixelSize: Theme.sizeMedium
                            implicitHeight: Theme.mm(12.7)
                            objectName: "undo"
                            text: window.vm.undoText
                            visible: text !== ""

                            onClicked: window.vm.undo()
                        }

                        KitchenKey {
                            checked: window.adviceOpen
                            objectName: "advice"
                            text: window.vm.adviceText
                            visible: window.compact

                            onClicked: window.adviceOpen = !window.adviceOpen
                        }

                        KitchenKey {
                            font.pixelSize: Theme.sizeLarge
                            objectName: "more"
                            text: qsTr("+%1 more").arg(window.vm.moreCount)
                            visible: window.vm.moreCount > 0

                            onClicked: window.vm.turnPage(1)
                        }
                    }

                    AdvicePanel {
                        Layout.fillWidth: true
                        live: window.live
                        visible: !window.compact || window.adviceOpen
                        vm: window.vm
                    }
                }

                SidePanel {
                    Layout.fillHeight: true
                    Layout.preferredWidth: Math.min(Theme.mm(95), window.width * 0.22)
                    vm: window.vm
                }
            }
        }
    }

    // The sign of a new ticket: a frame that fades within 200 ms.
    Rectangle {
        id: frame

        anchors.fill: parent
        border.color: Theme.urgencyNew
        border.width: Theme.mm(4)
        color: "transparent"
        opacity: 0
    }

    NumberAnimation {
        id: flash

        duration: Theme.motionMs
        from: 1
        property: "opacity"
        target: frame
        to: 0
    }

    VerifySheet {
        id: verifySheet

        vm: window.vm.verify
        onClosed: desk.forceActiveFocus()
    }

    CutSheet {
        id: cutSheet

        vm: window.vm.cut
        onClosed: desk.forceActiveFocus()
    }

    AllDaySheet {
        id: allDaySheet

        model: window.vm.allDay
        onClosed: desk.forceActiveFocus()
    }

    SignIn {
        anchors.fill: parent
        smallSize: Theme.sizeMedium
        textSize: Theme.sizeMedium
        visible: !window.vm.signIn.inside
        vm: window.vm.signIn
    }
}
