pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// The kitchen: cards most urgent first, what all of them need, and what to cut or remove next.
AppWindow {
    id: window

    required property var vm
    readonly property bool live: vm.signIn.inside && !vm.status.lost

    // Too low for everything at once: cards first, what to cut or remove behind a key.
    readonly property bool compact: height < Theme.mm(235)

    Binding {
        property: "leastSize"
        target: Theme
        value: Theme.sizeMedium
    }

    height: 1080
    objectName: "kitchenWindow"
    title: qsTr("Wedge kitchen")
    width: 1920

    Connections {
        target: window.vm.stock

        function onOpenCut() {
            cutSheet.open();
        }
    }

    Connections {
        target: window.vm.lines

        function onOpenVerify() {
            verifySheet.open();
        }

        function onOpenWhy() {
            whySheet.open();
        }
    }

    DeskKeys {
        id: desk

        anchors.fill: parent
        focus: window.vm.signIn.inside
        visible: window.vm.signIn.inside
        vm: window.vm

        onAdviceWanted: foot.toggleAdvice()
        onChecksWanted: checksSheet.open()
        onCleanWanted: if (window.vm.clean.rows.count > 0) cleanSheet.open()
        onReviewWanted: if (window.vm.review.count > 0) reviewSheet.open()
        onSummaryWanted: allDaySheet.open()
        onVisibleChanged: if (visible) forceActiveFocus()

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
            spacing: Theme.gap

            KitchenHeader {
                compact: window.compact
                placeWidth: window.width * 0.3
                vm: window.vm
            }

            KitchenNotice {
                Layout.fillWidth: true
                objectName: "lostNotice"
                text: (window.vm.status.age + " " + window.vm.status.sentence).trim()
                title: window.vm.status.lost ? qsTr("Not current: %1").arg(window.vm.status.text) : ""
            }

            // Stays until somebody saw to it: it says that food is blocked.
            KitchenNotice {
                Layout.fillWidth: true
                keyText: window.vm.safety.keyText
                live: window.live
                objectName: "safetyNotice"
                text: window.vm.safety.text
                title: window.vm.safety.title
                tone: window.vm.safety.tone

                onActed: window.vm.safety.row !== "" ? window.vm.checks.look(window.vm.safety.row) : checksSheet.open()
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

                GridLayout {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    columns: 1
                    rowSpacing: Theme.gap

                    CardBoard {
                        Layout.row: 0
                        compact: window.compact
                        live: window.live
                        visible: !advice.alone
                        vm: window.vm
                    }

                    KitchenFoot {
                        id: foot

                        Layout.row: 2
                        compact: window.compact
                        live: window.live
                        vm: window.vm

                        onChecksWanted: checksSheet.open()
                        onCleanWanted: cleanSheet.open()
                        onReviewWanted: reviewSheet.open()
                    }

                    AdvicePanel {
                        id: advice

                        // Too low for both: it stands in for the cards until its key closes it.
                        readonly property bool alone: window.compact && foot.adviceOpen

                        Layout.fillHeight: alone
                        Layout.fillWidth: true
                        Layout.row: alone ? 1 : 3
                        live: window.live
                        visible: !window.compact || alone
                        vm: window.vm
                    }
                }

                SidePanel {
                    Layout.fillHeight: true
                    Layout.preferredWidth: Math.min(Theme.mm(95), window.width * 0.22)
                    vm: window.vm.side
                }
            }
        }
    }

    ArrivalFlash {
        alarm: window.vm.alarm
        anchors.fill: parent

        // A new ticket is acknowledged when it was painted, so it must not hide.
        onArrived: foot.adviceOpen = false
    }

    VerifySheet {
        id: verifySheet

        vm: window.vm.lines.verify
        onClosed: desk.forceActiveFocus()
    }

    PortionCheckSheet {
        vm: window.vm.lines.check.sheet
        onClosed: desk.forceActiveFocus()
    }

    WhySheet {
        id: whySheet

        vm: window.vm.lines.why
        onClosed: desk.forceActiveFocus()
    }

    CutSheet {
        id: cutSheet

        vm: window.vm.stock.cut
        onClosed: desk.forceActiveFocus()
        onMeasureWanted: measureSheet.open()
    }

    MeasureSheet {
        id: measureSheet

        vm: window.vm.stock.cut.measures
    }

    ReviewSheet {
        id: reviewSheet

        live: window.live
        vm: window.vm.review
        onClosed: desk.forceActiveFocus()
    }

    Connections {
        target: window.vm.checks

        function onOpenInspect() {
            inspectSheet.open();
        }

        function onOpenUnit() {
            unitSheet.open();
        }
    }

    ChecksSheet {
        id: checksSheet

        live: window.live
        vm: window.vm.checks
        onClosed: desk.forceActiveFocus()
    }

    Connections {
        target: window.vm.checks.correction

        function onOpened() {
            correctionSheet.open();
        }
    }

    CorrectionSheet {
        id: correctionSheet

        live: window.live
        vm: window.vm.checks.correction
        onClosed: desk.forceActiveFocus()
    }

    UnitSheet {
        id: unitSheet

        vm: window.vm.checks.unit
        onClosed: desk.forceActiveFocus()
    }

    SwapSheet {
        id: swapSheet

        vm: window.vm.swap
        onClosed: desk.forceActiveFocus()
    }

    InspectSheet {
        id: inspectSheet

        swap: window.vm.swap
        vm: window.vm.checks.inspect
        onClosed: desk.forceActiveFocus()
    }

    CleanSheet {
        id: cleanSheet

        live: window.live
        vm: window.vm.clean
        onClosed: desk.forceActiveFocus()
    }

    ApprovalSheet {
        vm: window.vm.approval
    }

    AllDaySheet {
        id: allDaySheet

        model: window.vm.side.allDay
        onClosed: desk.forceActiveFocus()
    }

    SignIn {
        anchors.fill: parent
        smallSize: Theme.sizeMedium
        textSize: Theme.sizeMedium
        status: window.vm.status
        visible: !window.vm.signIn.inside
        vm: window.vm.signIn
    }

    // Who hears it and is not signed in reads why.
    KitchenNotice {
        anchors.left: parent.left
        anchors.margins: Theme.mm(3)
        anchors.right: parent.right
        anchors.top: parent.top
        objectName: "safetyNoticeSignedOut"
        text: window.vm.safety.text
        title: window.vm.signIn.inside ? "" : window.vm.safety.title
        tone: window.vm.safety.tone
    }
}
