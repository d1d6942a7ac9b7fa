pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Today's orders, or today's receipts with Reprint.
ColumnLayout {
    id: page

    required property var vm
    property bool receipts: false

    spacing: Theme.mm(3)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge
            font.weight: Font.Bold
            text: page.receipts ? qsTr("Receipts today") : qsTr("Orders today")
        }

        QuietButton {
            objectName: "findReceipt"
            text: qsTr("Refund an older receipt")
            visible: page.receipts

            onClicked: page.vm.refund.find()
        }
    }

    ListView {
        id: orders

        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: page.vm.ledger.tickets
        objectName: "ordersList"
        spacing: Theme.mm(1.6)
        visible: !page.receipts

        delegate: Card {
            id: ticket

            required property string number
            required property string time
            required property string summary
            required property string total
            required property string stateText
            required property string tone
            required property string key
            required property string trouble
            required property bool maySettle

            height: Theme.mm(16)
            objectName: "order_" + number
            width: orders.width

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.mm(4)
                anchors.rightMargin: Theme.mm(4)
                spacing: Theme.mm(4)

                Label {
                    Layout.preferredWidth: Theme.mm(14)
                    font.pixelSize: Theme.sizeMedium
                    font.weight: Font.Bold
                    text: ticket.number
                }

                Label {
                    text: ticket.time
                    tone: "muted"
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        elide: Text.ElideRight
                        text: ticket.summary
                    }

                    Label {
                        Layout.fillWidth: true
                        elide: Text.ElideRight
                        font.pixelSize: Theme.sizeSmall
                        font.weight: Font.DemiBold
                        objectName: "orderTrouble_" + ticket.number
                        text: ticket.trouble
                        tone: "danger"
                        visible: text !== ""
                    }
                }

                QuietButton {
                    Accessible.name: qsTr("Settle order %1").arg(ticket.number)
                    objectName: "settleOrder_" + ticket.number
                    text: qsTr("Settle")
                    visible: ticket.maySettle

                    onClicked: page.vm.settle.askFor(ticket.key)
                }

                StatusPill {
                    text: ticket.stateText
                    tone: ticket.tone
                }

                Label {
                    Layout.preferredWidth: Theme.mm(24)
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignRight
                    text: ticket.total
                }

                BaseButton {
                    Accessible.name: qsTr("What order %1 contains").arg(ticket.number)
                    edge: Theme.outline
                    fill: "transparent"
                    ink: Theme.info
                    leftPadding: 0
                    objectName: "aboutOrder_" + ticket.number
                    rightPadding: 0
                    text: "i"

                    onClicked: page.vm.about.ticket(ticket.number)
                }
            }
        }

        EmptyState {
            anchors.centerIn: parent
            title: qsTr("No orders yet today")
            visible: orders.count === 0
        }
    }

    ListView {
        id: papers

        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: page.vm.ledger.receipts
        objectName: "receiptsList"
        spacing: Theme.mm(1.6)
        visible: page.receipts

        delegate: Card {
            id: paper

            required property string key
            required property string number
            required property string time
            required property string total
            required property string printText
            required property string tone
            required property string about
            required property bool isSale

            height: Theme.mm(16)
            width: papers.width

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.mm(4)
                anchors.rightMargin: Theme.mm(3)
                spacing: Theme.mm(4)

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    RowLayout {
                        spacing: Theme.mm(4)

                        Label {
                            font.pixelSize: Theme.sizeMedium
                            font.weight: Font.Bold
                            text: paper.number
                        }

                        Label {
                            text: paper.time
                            tone: "muted"
                        }
                    }

                    Label {
                        Layout.fillWidth: true
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.sizeSmall
                        objectName: "receiptAbout_" + paper.number
                        text: [paper.about, paper.printText].filter(each => each !== "").join(" · ")
                        tone: paper.printText !== "" ? paper.tone : paper.isSale ? "info" : "warning"
                        visible: text !== ""
                    }
                }

                Label {
                    font.weight: Font.DemiBold
                    text: paper.total
                }

                QuietButton {
                    objectName: "refund_" + paper.number
                    text: qsTr("Refund")
                    visible: paper.isSale && (page.vm.shift.props.paysBack ?? false)

                    onClicked: page.vm.refund.open(paper.key)
                }

                QuietButton {
                    objectName: "complain_" + paper.number
                    text: qsTr("Complaint")
                    visible: paper.isSale

                    onClicked: page.vm.guests.complaint.open(paper.key)
                }

                QuietButton {
                    objectName: "reprint_" + paper.number
                    text: qsTr("Reprint")

                    onClicked: page.vm.ledger.reprint(paper.key)
                }
            }
        }

        EmptyState {
            anchors.centerIn: parent
            title: qsTr("No receipts yet today")
            visible: papers.count === 0
        }
    }
}
