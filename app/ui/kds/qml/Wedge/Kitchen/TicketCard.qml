pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// One ticket: number, age, promise, urgency by colour, shape and word, its items and the big key.
Rectangle {
    id: card

    required property int index
    required property string key
    required property string number
    required property string ageText
    required property string serviceText
    required property string promiseText
    required property string remadeText
    required property string urgencyKey
    required property string urgencyText
    required property var items
    required property string itemsKey
    required property string allergens
    required property string keyText
    required property bool canServe
    property bool chosen: false
    property bool live: true
    property bool compact: false
    property string chosenItem: ""
    // Delegates are made anew only when an item differs, so that a press is not lost each second.
    property var shownItems: []

    readonly property color urgencyColor: urgencyKey === "late" ? Theme.urgencyLate : urgencyKey === "soon" ? Theme.urgencySoon : urgencyKey === "new" ? Theme.urgencyNew : Theme.urgencyOnTime

    signal itemTapped(string line)
    signal bumped
    signal itemReplaced(string line)
    signal itemHeld(string line)

    onChosenItemChanged: {
        const at = shownItems.findIndex(each => each.key === chosenItem);
        if (at >= 0)
            list.positionViewAtIndex(at, ListView.Contain);
    }

    border.color: chosen ? Theme.text : urgencyColor
    border.width: chosen ? 5 : 3
    color: Theme.surface
    objectName: "ticket_" + number
    radius: Theme.radius

    Component.onCompleted: shownItems = items
    onItemsKeyChanged: shownItems = items

    Rectangle {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        bottomLeftRadius: 0
        bottomRightRadius: 0
        color: card.urgencyColor
        height: headText.implicitHeight + Theme.mm(card.compact ? 2 : 4)
        objectName: "urgency"
        radius: Theme.radius

        ColumnLayout {
            id: headText

            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(3.5)
            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(3.5)
            anchors.verticalCenter: parent.verticalCenter
            spacing: 0

            RowLayout {
                Layout.fillWidth: true

                Label {
                    Layout.fillWidth: true
                    color: Theme.urgencyInk
                    font.pixelSize: Theme.sizeHuge
                    font.weight: Font.Bold
                    text: card.number
                }

                Label {
                    color: Theme.urgencyInk
                    font.pixelSize: Theme.sizeHuge
                    font.weight: Font.Bold
                    text: card.ageText
                }
            }

            RowLayout {
                Layout.fillWidth: true

                Label {
                    Layout.fillWidth: true
                    color: Theme.urgencyInk
                    font.pixelSize: Theme.sizeMedium
                    text: card.serviceText
                }

                Label {
                    color: Theme.urgencyInk
                    font.pixelSize: Theme.sizeMedium
                    font.weight: Font.Bold
                    objectName: "urgencyText"
                    text: card.urgencyText
                }
            }

            RowLayout {
                Layout.fillWidth: true
                visible: card.promiseText !== "" || card.remadeText !== ""

                Label {
                    Layout.fillWidth: true
                    color: Theme.urgencyInk
                    font.pixelSize: Theme.sizeMedium
                    text: card.promiseText
                }

                Label {
                    color: Theme.urgencyInk
                    font.pixelSize: Theme.sizeMedium
                    font.weight: Font.Bold
                    objectName: "remade"
                    text: card.remadeText
                    visible: text !== ""
                }
            }
        }
    }

    // Every allergen is read: the band grows, what to hand over gives way and scrolls.
    Label {
        id: band

        anchors.left: parent.left
        anchors.margins: Theme.mm(2.5)
        anchors.right: parent.right
        anchors.top: head.bottom
        bottomPadding: topPadding
        color: Theme.allergenInk
        elide: Text.ElideNone
        font.pixelSize: Theme.sizeMedium
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        leftPadding: Theme.mm(2)
        objectName: "allergens"
        rightPadding: Theme.mm(2)
        text: card.compact ? "⚠ " + card.allergens : qsTr("ALLERGEN %1").arg(card.allergens)
        topPadding: Theme.mm(card.compact ? 0.5 : 1.5)
        visible: card.allergens !== ""
        wrapMode: Text.Wrap

        Rectangle {
            anchors.fill: parent
            color: Theme.allergen
            radius: Theme.mm(1.5)
            z: -1
        }
    }

    ListView {
        id: list

        anchors.bottom: more.visible ? more.top : bump.top
        anchors.left: parent.left
        anchors.margins: Theme.mm(2.5)
        anchors.right: parent.right
        anchors.top: band.visible ? band.bottom : head.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: card.shownItems
        spacing: Theme.gap

        delegate: TicketItem {
            required property var modelData

            chosen: card.chosenItem === modelData.key
            compact: card.compact
            enabled: card.live
            line: modelData
            objectName: "item_" + modelData.key
            width: list.width

            onHeld: card.itemHeld(modelData.key)
            onReplaced: card.itemReplaced(modelData.key)
            onTapped: card.itemTapped(modelData.key)
        }
    }

    KitchenKey {
        id: more

        anchors.bottom: bump.top
        anchors.left: parent.left
        anchors.margins: Theme.mm(2.5)
        anchors.right: parent.right
        objectName: "moreItems_" + card.number
        text: list.atYEnd ? qsTr("▲ back to the top") : qsTr("▼ more of %n item(s)", "", card.shownItems.length)
        visible: list.contentHeight > bump.y - list.y - Theme.mm(2.5)

        onClicked: list.contentY = list.atYEnd ? 0 : Math.min(list.contentY + list.height * 0.8, list.contentHeight - list.height)
    }

    MainButton {
        id: bump

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.mm(2.5)
        anchors.right: parent.right
        enabled: card.live && card.canServe
        focusPolicy: Qt.TabFocus
        font.pixelSize: Math.round(23 * Theme.scale)
        height: Theme.targetLarge
        objectName: "bump_" + card.number
        text: card.keyText

        onClicked: card.bumped()
    }
}
