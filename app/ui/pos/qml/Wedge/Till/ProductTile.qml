pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One product: tap adds the best portion; the wheel or a long press opens the large wheel.
Rectangle {
    id: root

    required property var tile
    property bool canSell: true
    readonly property bool barred: (tile.barred ?? "") !== ""
    property string ageText: ""
    // In a low tile the words keep their place; wheel and price give way a little.
    readonly property bool low: height < Theme.mm(51)
    readonly property int wheelSize: Math.min(Theme.mm(width > Theme.mm(54) ? 22 : 18), Math.max(Theme.mm(12), height - Theme.mm(34)))
    readonly property bool live: tile.sellable && canSell
    // A grey tile that answers a tap with what there is instead.
    readonly property bool answers: live || canSell && (tile.insteadThere ?? false)

    // Where the portion a tap takes is drawn, for the motion into the order.
    readonly property Item picture: wheel

    signal chosen
    signal wheelWanted

    Accessible.description: barred ? tile.barred : tile.allergens
    Accessible.name: tile.name + ", " + tile.grade + ", " + tile.leftText + ", " + tile.price + ", " + tile.serviceText
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    border.color: activeFocus ? Theme.focus : ageText !== "" ? Theme.gradeC : Theme.outline
    border.width: activeFocus || ageText !== "" ? 3 : 1
    color: touch.pressed && live ? Theme.surfaceRaised : Theme.surface
    objectName: "tile_" + tile.code
    radius: Theme.radius

    Accessible.onPressAction: if (answers) chosen()
    Keys.onSpacePressed: if (answers) chosen()

    MouseArea {
        id: touch

        anchors.fill: parent
        enabled: root.answers

        onClicked: root.chosen()
        onPressAndHold: if (root.tile.portioned) root.wheelWanted()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(2.6)
        opacity: root.live && !root.barred ? 1 : 0.45
        spacing: Theme.mm(0.6)

        Label {
            Layout.fillWidth: true
            // Two lines of a long name leave the allergens their place.
            font.pixelSize: text.length > 20 ? Theme.sizeSmall : text.length > 18 ? Theme.sizeBody : Theme.sizeMedium
            font.weight: Font.DemiBold
            lineHeight: 0.95
            maximumLineCount: 2
            objectName: "tileName"
            text: root.tile.name
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.fillHeight: root.tile.portioned
            Layout.fillWidth: true
            spacing: Theme.mm(2)

            ColumnLayout {
                spacing: 0
                visible: root.tile.portioned

                WheelView {
                    id: wheel

                    Layout.alignment: Qt.AlignHCenter
                    Layout.preferredHeight: root.wheelSize - (more.visible ? Theme.mm(3.4) : 0)
                    Layout.preferredWidth: Layout.preferredHeight
                    wedges: root.tile.wedges

                    MouseArea {
                        anchors.fill: parent
                        enabled: root.live
                        objectName: "wheel_" + root.tile.code

                        onClicked: root.wheelWanted()
                        onPressAndHold: root.wheelWanted()
                    }
                }

                // Where the stock cannot stand in the row of counts, because prices differ.
                Label {
                    id: more

                    Layout.preferredWidth: root.wheelSize
                    font.pixelSize: Theme.sizeSmall - 1
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 0.9
                    maximumLineCount: 2
                    objectName: "tileMore"
                    text: root.tile.basePrice !== "" && root.tile.priceRange !== "" ? root.tile.more : ""
                    tone: "muted"
                    visible: text !== ""
                    wrapMode: Text.Wrap
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.mm(root.low ? 0.3 : 0.8)

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.mm(1.5)
                    visible: root.tile.portioned || root.tile.leftText !== ""

                    GradeBadge {
                        grade: root.tile.grade
                        size: Theme.mm(5.6)
                        visible: root.tile.portioned && root.tile.grade !== ""
                    }

                    Label {
                        Layout.fillWidth: true
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.sizeSmall - 1
                        objectName: "tileLeft"
                        text: root.tile.leftText
                        tone: root.tile.portioned ? "muted" : "text"
                    }
                }

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeLarge * (root.low ? 0.85 : 1)
                    font.weight: Font.Bold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.sizeBody
                    objectName: "tilePrice"
                    text: root.tile.price
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.mm(1)
                    visible: below.text !== "" || service.text !== ""

                    Label {
                        id: below

                        Layout.fillWidth: true
                        // A price in part is a wrong price: the minutes give way.
                        Layout.minimumWidth: root.tile.basePrice !== "" ? implicitWidth : 0
                        font.pixelSize: Theme.sizeSmall
                        font.strikeout: root.tile.basePrice !== ""
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.sizeSmall - 2
                        text: root.tile.basePrice !== "" ? root.tile.basePrice : root.tile.priceRange !== "" ? root.tile.more : ""
                        tone: "muted"
                    }

                    Label {
                        id: service

                        Layout.fillWidth: root.tile.basePrice !== ""
                        Layout.maximumWidth: implicitWidth
                        font.pixelSize: Theme.sizeSmall
                        fontSizeMode: Text.HorizontalFit
                        horizontalAlignment: Text.AlignRight
                        minimumPixelSize: Theme.sizeSmall - 3
                        objectName: "tileService"
                        text: root.tile.serviceText
                        tone: "muted"
                    }
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.mm(2)
            visible: root.tile.portioned

            Repeater {
                model: root.tile.gradeCounts

                Label {
                    required property var modelData

                    font.pixelSize: Theme.sizeSmall
                    font.weight: Font.DemiBold
                    text: modelData.grade + " " + modelData.count
                }
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignRight
                minimumPixelSize: Theme.sizeSmall - 2
                objectName: "tileRange"
                text: root.tile.priceRange !== "" ? root.tile.priceRange : root.tile.more
                tone: "muted"
            }
        }

        SellBar {
            Layout.fillWidth: true
            fraction: root.tile.sellFraction
            tone: root.tile.sellTone
            visible: root.tile.sellWords !== ""
        }

        RowLayout {
            Layout.fillWidth: true
            visible: root.tile.portioned

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeSmall
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.sizeSmall - 3
                objectName: "tileAge"
                text: root.ageText !== "" ? "◆ " + root.ageText : root.tile.sellWords
                tone: root.ageText !== "" ? "warning" : "text"
            }

            Label {
                font.pixelSize: Theme.sizeSmall
                text: (root.tile.temperatureOk ? "" : "▲ ") + root.tile.temperature
                tone: root.tile.temperatureOk ? "text" : "danger"
            }
        }

        TileAllergens {
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.sizeSmall * 2.7
            allergens: root.tile.allergens
            visible: text !== "" && !root.barred
        }

        Item {
            Layout.fillHeight: true
            visible: !root.tile.portioned
        }
    }

    // What the guest avoids: a bar with a sign and words, above the dimmed tile.
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: 2
        anchors.right: parent.right
        border.color: Theme.danger
        border.width: 2
        color: Theme.dangerSoft
        height: barredText.implicitHeight + Theme.mm(2.5)
        objectName: "barred_" + root.tile.code
        radius: Theme.radius * 0.8
        visible: root.barred

        Label {
            id: barredText

            anchors.left: parent.left
            anchors.margins: Theme.mm(2)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.sizeSmall
            font.weight: Font.Bold
            maximumLineCount: 2
            objectName: "tileBarred"
            text: "⚠ " + root.tile.barred
            wrapMode: Text.Wrap
        }
    }
}
