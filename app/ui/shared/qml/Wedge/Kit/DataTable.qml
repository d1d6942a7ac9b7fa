pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// A virtualised table over a model with named roles; only visible rows exist.
// `columns`: list of { key, title, weight (share of the width, 1), align: "left|right", sortable,
// toneKey (the role that names the cell's tone) }.
// Sorting is the model's: the table only says what was asked for.
Item {
    id: table

    property var columns: []
    property alias model: list.model
    property alias currentIndex: list.currentIndex
    property string sortKey: ""
    property bool sortDescending: false
    property string emptyText: qsTr("Nothing to show")
    readonly property real totalWeight: columns.reduce((sum, c) => sum + (c.weight ?? 1), 0)

    implicitHeight: Theme.mm(60)
    implicitWidth: Theme.mm(90)

    signal sortRequested(string key, bool descending)
    signal rowActivated(int index)

    function cellWidth(column: var): real {
        return (width - Theme.mm(6)) * (column.weight ?? 1) / Math.max(0.001, totalWeight);
    }

    // Numbers at the right end of a cell keep clear of the words that begin the next one.
    function endPadding(at: int): real {
        const next = columns[at + 1];
        const meets = columns[at]?.align === "right" && next !== undefined && next.align !== "right";
        return meets ? Theme.mm(5) : Theme.mm(1.5);
    }

    // The cell under the pointer whose words are cut off: they are shown in full below it.
    property Text told: null

    Row {
        id: header

        height: Theme.mm(11)
        leftPadding: Theme.mm(3)

        Repeater {
            model: table.columns

            BaseButton {
                id: head

                required property int index
                required property var modelData
                readonly property bool current: table.sortKey === modelData.key

                enabled: modelData.sortable ?? true
                fill: "transparent"
                height: header.height
                leftPadding: Theme.mm(1.5)
                objectName: "column_" + modelData.key
                opacity: 1
                rightPadding: table.endPadding(index)
                width: table.cellWidth(modelData)

                onClicked: table.sortRequested(modelData.key, current && !table.sortDescending)

                contentItem: Label {
                    font.pixelSize: Theme.sizeSmall
                    font.weight: Font.DemiBold
                    horizontalAlignment: head.modelData.align === "right" ? Text.AlignRight : Text.AlignLeft
                    text: head.modelData.title + (head.current ? (table.sortDescending ? " ↓" : " ↑") : "")
                    tone: "muted"
                }
            }
        }
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: -1
        keyNavigationEnabled: true
        reuseItems: true

        onContentYChanged: table.told = null

        Keys.onReturnPressed: if (currentIndex >= 0) table.rowActivated(currentIndex)
        Keys.onEnterPressed: if (currentIndex >= 0) table.rowActivated(currentIndex)

        Rectangle {
            border.color: Theme.focus
            border.width: 3
            color: "transparent"
            height: list.height
            parent: list
            radius: Theme.radius / 2
            visible: list.activeFocus
            width: list.width
            z: 1
        }

        T.ScrollBar.vertical: T.ScrollBar {
            id: scroll

            implicitWidth: Theme.mm(2)
            // Of thousands of rows a share: too small to see, let alone to take hold of.
            minimumSize: Theme.mm(8) / Math.max(1, height)
            policy: T.ScrollBar.AsNeeded

            contentItem: Rectangle {
                color: Theme.textMuted
                implicitWidth: Theme.mm(1.4)
                opacity: 0.5
                radius: width / 2
                visible: scroll.size < 1
            }
        }
        delegate: Rectangle {
            id: line

            required property int index
            required property var model

            color: list.currentIndex === index ? Theme.infoSoft : index % 2 ? "transparent" : Theme.surfaceRaised
            height: Theme.mm(11)
            objectName: "row_" + index
            radius: Theme.radius / 2
            width: list.width

            Row {
                anchors.fill: parent
                anchors.leftMargin: Theme.mm(3)

                Repeater {
                    model: table.columns

                    Label {
                        id: cell

                        required property int index
                        required property var modelData

                        // Words are set a little smaller before they are cut off.
                        fontSizeMode: Text.HorizontalFit
                        height: line.height
                        horizontalAlignment: modelData.align === "right" ? Text.AlignRight : Text.AlignLeft
                        leftPadding: Theme.mm(1.5)
                        minimumPixelSize: Theme.sizeSmall - 1
                        objectName: "cell_" + line.index + "_" + modelData.key
                        rightPadding: table.endPadding(index)
                        text: line.model[modelData.key] ?? ""
                        tone: modelData.toneKey ? line.model[modelData.toneKey] ?? "text" : "text"
                        width: table.cellWidth(modelData)

                        HoverHandler {
                            enabled: cell.truncated

                            onHoveredChanged: {
                                if (hovered)
                                    table.told = cell;
                                else if (table.told === cell)
                                    table.told = null;
                            }
                        }
                    }
                }
            }

            TapHandler {
                onTapped: {
                    list.currentIndex = line.index;
                    table.rowActivated(line.index);
                }
            }
        }

        EmptyState {
            anchors.centerIn: parent
            parent: list
            title: table.emptyText
            visible: list.count === 0
        }
    }

    Rectangle {
        id: tip

        readonly property point at: table.told ? table.told.mapToItem(table, 0, table.told.height) : Qt.point(0, 0)

        color: Theme.text
        height: full.height + Theme.mm(3)
        objectName: "cellTip"
        radius: Theme.radius / 2
        visible: table.told !== null
        width: full.width + Theme.mm(5)
        x: Math.max(0, Math.min(at.x, table.width - width))
        y: Math.min(at.y, table.height - height)
        z: 1

        Label {
            id: full

            anchors.centerIn: parent
            color: Theme.surface
            objectName: "cellTipText"
            text: table.told?.text ?? ""
            width: Math.min(implicitWidth, table.width - Theme.mm(5))
            wrapMode: Text.Wrap
        }
    }
}
