pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// At most three things this guest may like, fewer while the order's lines need the room: a tap
// takes one, × waves it away and lets the next one come.
Column {
    id: bar

    required property var vm
    // How many rows of it there is room for; one more of what is ordered comes before the others.
    property int most: 3
    readonly property int rowHeight: Theme.target + spacing

    objectName: "suggestions"
    spacing: Theme.mm(1)
    visible: most > 0 && (repeater.count > 0 || extra.wanted)

    // One more of what is ordered, for less, while a portion of it has to go first.
    RowLayout {
        id: extra

        readonly property var shown: bar.vm.extra.props
        readonly property bool wanted: (shown.name ?? "") !== ""

        spacing: Theme.mm(1)
        visible: wanted
        width: bar.width

        SuggestionKey {
            Layout.fillWidth: true
            edge: Theme.warning
            fill: Theme.warningSoft
            name: extra.shown.name ?? ""
            objectName: "extraTake"
            price: extra.shown.price ?? ""
            why: extra.shown.why ?? ""

            onClicked: bar.vm.extra.take()
        }

        BaseButton {
            Accessible.name: qsTr("Not now")
            fill: "transparent"
            implicitHeight: Theme.target
            leftPadding: 0
            objectName: "extraDismiss"
            rightPadding: 0
            text: "×"

            onClicked: bar.vm.extra.dismiss()
        }
    }

    Repeater {
        id: repeater

        model: bar.vm.guests.suggest.rows

        RowLayout {
            id: row

            required property int index
            required property string key
            required property string name
            required property string price
            required property string why

            spacing: Theme.mm(1)
            visible: index < bar.most - (extra.wanted ? 1 : 0)
            width: bar.width

            SuggestionKey {
                Layout.fillWidth: true
                edge: Theme.outline
                fill: Theme.infoSoft
                name: row.name
                objectName: "suggest_" + row.name
                price: row.price
                why: row.why

                onClicked: bar.vm.guests.suggest.take(row.key)
            }

            BaseButton {
                Accessible.name: qsTr("Not now")
                fill: "transparent"
                implicitHeight: Theme.target
                leftPadding: 0
                objectName: "dismiss_" + row.name
                rightPadding: 0
                text: "×"

                onClicked: bar.vm.guests.suggest.dismiss(row.key)
            }
        }
    }
}
