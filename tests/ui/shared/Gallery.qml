import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Every component of the kit once, with long and Thai names among them.
AppWindow {
    id: gallery

    objectName: "gallery"
    height: 768
    visible: false
    width: 1366

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(4)
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true

            ChipBar {
                Layout.fillWidth: true
                current: "all"
                model: [{ key: "all", text: "All" }, { key: "pizza", text: "Pizza" }, { key: "thai", text: "เครื่องดื่ม" }]
            }

            StatusPill { text: "Live · 12 ms"; tone: "ok" }
            StatusPill { text: "Reconnecting"; tone: "warning" }
            StatusPill { text: "Store not reachable"; tone: "danger" }
            StatusPill { text: "Signed out" }
        }

        Notice {
            Layout.fillWidth: true
            actionText: "Look"
            text: "Nothing was changed. Take them again; nothing was paid."
            title: "The hold has run out"
            tone: "danger"
        }

        RowLayout {
            spacing: Theme.gap

            Repeater {
                model: 4

                Card {
                    id: card

                    required property int index

                    implicitHeight: Theme.mm(53)
                    implicitWidth: Theme.mm(73)

                    RowLayout {
                        anchors.fill: parent
                        anchors.margins: Theme.mm(3)

                        WheelView {
                            Layout.preferredHeight: Theme.mm(28)
                            Layout.preferredWidth: Theme.mm(28)
                            interactive: card.index === 3
                            objectName: "wheel" + card.index
                            wedges: Array.from({ length: [8, 12, 4, 6][card.index] }, (_, i) => ({
                                        wedgeState: ["free", "free", "free", "reserved", "blocked", "gone"][i % 6],
                                        grade: ["A", "B", "C", "", "", ""][i % 6]
                                    }))
                        }

                        ColumnLayout {
                            Layout.fillWidth: true

                            Label {
                                Layout.fillWidth: true
                                font.pixelSize: Theme.sizeMedium
                                font.weight: Font.DemiBold
                                text: ["Margherita", "A very long name of a product", "พิซซ่าซีฟู้ดรสเด็ด", "Plum pie"][card.index]
                            }

                            RowLayout {
                                GradeBadge { grade: ["A", "B", "C", "A"][card.index] }
                                Label { text: "5 left"; tone: "muted" }
                            }

                            Label { text: "฿79"; font.pixelSize: Theme.sizeLarge; font.weight: Font.Bold }
                            SellBar { Layout.fillWidth: true; fraction: [0.8, 0.3, 0.1, 1][card.index] }
                            Label { text: "63 °C"; tone: ["ok", "warning", "danger", "info"][card.index] }
                        }
                    }
                }
            }
        }

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.mm(4)

            NumberPad { Layout.preferredWidth: Theme.mm(62) }

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.maximumWidth: Theme.mm(90)

                MainButton { Layout.fillWidth: true; large: true; text: "Pay"; detail: "฿249.00"; objectName: "payKey" }
                RowLayout {
                    QuietButton { Layout.fillWidth: true; text: "Hold" }
                    QuietButton { Layout.fillWidth: true; checked: true; text: "Chosen" }
                    QuietButton { Layout.fillWidth: true; enabled: false; text: "Off" }
                }
                DangerButton { text: "Throw away"; Layout.fillWidth: true }
                SearchField { Layout.fillWidth: true; objectName: "search"; text: "marg" }
                TextEntry { Layout.fillWidth: true; objectName: "entry"; label: "Price"; text: "-3"; error: "Enter a price above 0." }
            }

            DataTable {
                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: [{ key: "name", title: "Name", weight: 2 }, { key: "left_count", title: "Left", align: "right" }]
                sortKey: "name"
                model: ListModel {
                    ListElement { name: "Margherita"; left_count: "5" }
                    ListElement { name: "Pepperoni with a name that does not fit"; left_count: "7" }
                    ListElement { name: "เค้กช็อกโกแลต"; left_count: "10" }
                }
            }
        }
    }
}
