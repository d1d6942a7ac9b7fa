pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Categories, search, status and the virtualised grid of products.
ColumnLayout {
    id: page

    required property var vm

    // A tap put a portion into the order: the wheel it came from, its grade, portions per whole.
    signal taken(Item from, string grade, int portions)

    signal legendWanted

    function startSearch(text: string) {
        vm.grid.search(vm.grid.searchText + text);
        search.forceActiveFocus();
    }

    spacing: Theme.mm(2.5)

    component GridTile: ProductTile {
        ageText: page.vm.props.stale ? page.vm.props.ageText : ""
        canSell: page.vm.props.canSell

        onChosen: {
            const before = page.vm.order.lines.count, grade = tile.grade, portions = tile.wedges.length;
            page.vm.tap(tile.key);
            if (tile.portioned && page.vm.order.lines.count > before)
                page.taken(picture, grade, portions);
        }
        onWheelWanted: page.vm.wheel.open(tile.key)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(2.5)

        SearchField {
            id: search

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.mm(70)
            objectName: "search"

            onAccepted: page.vm.tapFirst()
            onEdited: text => page.vm.grid.search(text)

            Binding on text {
                value: page.vm.grid.searchText
            }
        }

        QuietButton {
            Accessible.name: qsTr("What the grades mean")
            objectName: "legendKey"
            text: qsTr("Grades")

            onClicked: page.legendWanted()
        }

        // What leaves sale soon, and how many; there is no key while nothing does.
        QuietButton {
            readonly property int count: page.vm.sellFirst.props.count ?? 0

            Accessible.name: qsTr("Sell first: %1 portions").arg(count)
            ink: Theme.warning
            objectName: "sellFirstKey"
            text: qsTr("First · %1").arg(count)
            visible: count > 0

            onClicked: page.vm.sellFirst.open()
        }

        Item {
            Layout.fillWidth: true
        }

        StatusPill {
            Layout.maximumWidth: Theme.mm(60)
            objectName: "statusPill"
            text: page.vm.status.text
            tone: page.vm.status.tone
        }

        Label {
            font.pixelSize: Theme.sizeMedium
            objectName: "clock"
            text: page.vm.props.clock
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(2.5)

        ChipBar {
            Layout.fillWidth: true
            current: page.vm.grid.category
            model: page.vm.grid.chips
            objectName: "categories"

            onChosen: key => page.vm.grid.choose(key)
        }

        // How many slices the next tap takes, side by side.
        Repeater {
            model: page.width > Theme.mm(170) ? [2, 3, 4, 6] : [2, 3, 4]

            QuietButton {
                required property int modelData

                Accessible.name: qsTr("The next tap takes %1").arg(modelData)
                checked: page.vm.props.quantity === modelData
                implicitWidth: Theme.target
                leftPadding: 0
                objectName: "times_" + modelData
                rightPadding: 0
                text: modelData + " ×"

                onClicked: page.vm.times(modelData)
            }
        }
    }

    GridView {
        id: grid

        readonly property int columns: Math.max(1, Math.floor(width / Theme.mm(roomy ? 57 : 48)))
        readonly property bool roomy: width > Theme.mm(300)
        readonly property int products: page.vm.grid.tiles.products

        Layout.fillHeight: true
        Layout.fillWidth: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.mm(60)
        // Whole rows, not a cut one at the bottom, wherever a tile can be a little lower or taller.
        readonly property real least: Theme.mm(roomy ? 57 : 51.5)
        readonly property real shared: height / Math.max(1, Math.floor(height / least))

        cellHeight: page.vm.grid.onlyPlain ? Theme.mm(28) : Math.floor(Math.max(least, Math.min(shared, least * 1.16)))
        cellWidth: Math.floor(width / columns)
        clip: true
        keyNavigationEnabled: true
        model: page.vm.grid.tiles
        objectName: "productGrid"

        delegate: Item {
            id: cell

            required property var tile
            // The second of two low tiles, or undefined.
            required property var below
            readonly property bool low: !tile.portioned && !page.vm.grid.onlyPlain

            height: grid.cellHeight
            width: grid.cellWidth

            GridTile {
                height: cell.height / (cell.low ? 2 : 1) - Theme.gap
                tile: cell.tile
                width: cell.width - Theme.gap
            }

            Loader {
                active: cell.below !== undefined && cell.below !== null
                height: cell.height / 2 - Theme.gap
                width: cell.width - Theme.gap
                y: cell.height / 2

                sourceComponent: GridTile {
                    tile: cell.below
                }
            }
        }

        EmptyState {
            anchors.centerIn: parent
            objectName: "emptyGrid"
            text: page.vm.props.loading ? qsTr("The picture of the store is on its way.") : page.vm.grid.searchText !== "" ? qsTr("Clear the search to see everything.") : qsTr("Products appear here as soon as the back office has completed them.")
            title: page.vm.props.loading ? qsTr("Loading …") : page.vm.grid.searchText !== "" ? qsTr("Nothing found") : qsTr("No products yet")
            visible: grid.count === 0
        }
    }
}
