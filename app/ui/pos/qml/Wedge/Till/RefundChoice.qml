pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Which lines and how much of them, what becomes of the goods, and why.
ColumnLayout {
    id: choice

    required property var model
    readonly property var shown: model.props
    readonly property bool asking: shown.phase === "choosing"
    readonly property bool one: (shown.active ?? "") !== ""

    spacing: Theme.mm(3)

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.mm(6)

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.mm(2)

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Label {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    objectName: "refundOf"
                    text: choice.shown.of ?? ""
                    tone: "muted"
                }

                QuietButton {
                    enabled: choice.asking && !(choice.shown.nothingLeft ?? true)
                    objectName: "refundAll"
                    text: qsTr("All of it")

                    onClicked: choice.model.all()
                }
            }

            ListView {
                id: lines

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.mm(28)
                Layout.preferredHeight: Math.min(Theme.mm(76), contentHeight)
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: choice.model.lines
                objectName: "refundLines"
                spacing: Theme.mm(1.6)

                delegate: RefundLine {
                    asking: choice.asking
                    width: lines.width

                    onPicked: key => choice.model.toggle(key)
                }

                EmptyState {
                    anchors.centerIn: parent
                    title: qsTr("Looking at the receipt…")
                    visible: lines.count === 0 && (choice.shown.busy ?? false)
                }
            }

            Label {
                text: qsTr("Why")
                tone: "muted"
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                Repeater {
                    model: choice.shown.reasons ?? []

                    QuietButton {
                        required property int index
                        required property string modelData

                        checked: choice.shown.reason === modelData
                        enabled: choice.asking
                        objectName: "refundReason_" + index
                        text: modelData

                        onClicked: choice.model.reason(modelData)
                    }
                }
            }
        }

        Flickable {
            Layout.fillHeight: true
            Layout.maximumWidth: Theme.mm(72)
            Layout.minimumHeight: Theme.mm(60)
            Layout.preferredHeight: details.implicitHeight
            Layout.preferredWidth: Theme.mm(72)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: details.implicitHeight

            ColumnLayout {
                id: details

                enabled: choice.asking && choice.one
                opacity: choice.one ? 1 : 0.4
                spacing: Theme.mm(2)
                width: parent.width

                Label {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    font.weight: Font.DemiBold
                    objectName: "refundActive"
                    text: choice.one ? choice.shown.active : qsTr("Tap a line")
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap
                    visible: (choice.shown.pieces ?? "") !== ""

                    QuietButton {
                        Accessible.name: qsTr("One piece less")
                        enabled: choice.shown.lessPieces ?? false
                        objectName: "refundLess"
                        text: "−"

                        onClicked: choice.model.pieces(-1)
                    }

                    Label {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.sizeLarge
                        horizontalAlignment: Text.AlignHCenter
                        objectName: "refundPieces"
                        text: choice.shown.pieces ?? ""
                    }

                    QuietButton {
                        Accessible.name: qsTr("One piece more")
                        enabled: choice.shown.morePieces ?? false
                        objectName: "refundMore"
                        text: "+"

                        onClicked: choice.model.pieces(1)
                    }
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeMedium
                    horizontalAlignment: Text.AlignRight
                    objectName: "refundTyped"
                    text: (choice.shown.fault ?? "") !== "" ? choice.shown.fault : (choice.shown.typed ?? "") !== "" ? choice.shown.typed : qsTr("All of the price, or type a part")
                    tone: (choice.shown.fault ?? "") !== "" ? "danger" : (choice.shown.typed ?? "") !== "" ? "text" : "muted"
                    wrapMode: Text.Wrap
                }

                NumberPad {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.mm(50)
                    keyPrefix: "refundKey"
                    pointText: choice.shown.pointText ?? ""

                    onClear: choice.model.clear()
                    onDigit: key => choice.model.digit(key)
                    onErase: choice.model.erase()
                }

                Repeater {
                    model: choice.shown.goodsKeys ?? []

                    BaseButton {
                        required property var modelData
                        readonly property bool chosen: choice.shown.goods === modelData.key

                        Layout.fillWidth: true
                        align: Text.AlignLeft
                        edge: chosen ? Theme.focus : Theme.outline
                        fill: chosen ? Theme.infoSoft : Theme.surfaceRaised
                        objectName: "refundGoods_" + modelData.key
                        text: (chosen ? "● " : "") + modelData.text

                        onClicked: choice.model.goods(modelData.key)
                    }
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(4)
        visible: (choice.shown.notes ?? "") !== ""

        Label {
            Layout.fillWidth: true
            objectName: "refundNotes"
            text: choice.shown.notes ?? ""
            tone: "muted"
            wrapMode: Text.Wrap
        }

        Label {
            Layout.maximumWidth: choice.width / 2
            font.weight: Font.DemiBold
            objectName: "refundSecond"
            text: qsTr("A second person has to approve this.")
            tone: "warning"
            visible: choice.shown.needsSecond ?? false
            wrapMode: Text.Wrap
        }
    }

    MainButton {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.mm(16)
        enabled: choice.shown.ready ?? false
        large: true
        objectName: "refundPay"
        text: choice.shown.phase === "unknown" ? qsTr("Ask again") : choice.shown.phase === "paying" ? qsTr("Paying back…") : choice.shown.nothingLeft ? qsTr("All of it is paid back") : qsTr("Pay back %1 in cash").arg(choice.shown.amount ?? "")

        onClicked: choice.model.pay()
    }
}
