pragma ComponentBehavior: Bound

import QtQuick
import Wedge.Kit

// Products by allergens: names stand upright above narrow columns, so that all fit and are whole.
Item {
    id: matrix

    property var columns: []
    property alias model: list.model

    signal picked(string key)

    readonly property real nameWidth: Math.min(Theme.mm(55), width * 0.22)
    readonly property real othersWidth: width * 0.24
    readonly property var codes: columns.slice(1, -1)
    readonly property real cell: Math.max(Theme.mm(7), (width - nameWidth - othersWidth - Theme.mm(6)) / Math.max(1, codes.length))

    Row {
        id: header

        height: Theme.mm(30)
        leftPadding: Theme.mm(3)

        Item {
            height: header.height
            width: matrix.nameWidth

            Label {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.mm(2)
                font.pixelSize: Theme.sizeSmall
                font.weight: Font.DemiBold
                text: (matrix.columns[0] ?? { title: "" }).title
                tone: "muted"
            }
        }

        Repeater {
            model: matrix.codes

            Item {
                id: head

                required property var modelData

                height: header.height
                width: matrix.cell

                Label {
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.mm(2)
                    anchors.left: parent.horizontalCenter
                    font.pixelSize: Theme.sizeSmall
                    font.weight: Font.DemiBold
                    rotation: -60
                    text: head.modelData.title
                    tone: "muted"
                    transformOrigin: Item.BottomLeft
                }
            }
        }

        Item {
            height: header.height
            width: matrix.othersWidth

            Label {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.mm(2)
                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(6)
                font.pixelSize: Theme.sizeSmall
                font.weight: Font.DemiBold
                text: (matrix.columns[matrix.columns.length - 1] ?? { title: "" }).title
                tone: "muted"
            }
        }
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        reuseItems: true

        delegate: Rectangle {
            id: line

            required property int index
            required property var model

            color: index % 2 ? "transparent" : Theme.surfaceRaised
            height: Theme.mm(11)
            radius: Theme.radius / 2
            objectName: "matrix_" + model.name
            width: list.width

            TapHandler {
                onTapped: matrix.picked(line.model.id)
            }

            Row {
                anchors.fill: parent
                anchors.leftMargin: Theme.mm(3)

                Label {
                    height: line.height
                    text: line.model.name
                    width: matrix.nameWidth
                }

                Repeater {
                    model: matrix.codes

                    Label {
                        required property var modelData

                        height: line.height
                        horizontalAlignment: Text.AlignHCenter
                        text: line.model[modelData.key] ?? ""
                        width: matrix.cell
                    }
                }

                Label {
                    height: line.height
                    leftPadding: Theme.mm(6)
                    text: line.model.others
                    tone: text.startsWith("▲") ? "danger" : "muted"
                    width: matrix.othersWidth
                }
            }
        }

        EmptyState {
            anchors.centerIn: parent
            parent: list
            title: qsTr("No products yet")
            visible: list.count === 0
        }
    }
}
