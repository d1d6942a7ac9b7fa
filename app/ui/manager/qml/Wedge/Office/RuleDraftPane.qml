pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// What a draft changes, field by field, and what it would do to the stock of now.
ColumnLayout {
    id: pane

    required property var vm

    spacing: Theme.mm(2)

    Label {
        Layout.fillWidth: true
        font.weight: Font.DemiBold
        text: qsTr("What changes")
    }

    ListView {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: contentHeight
        Layout.maximumHeight: contentHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: pane.vm.changes
        objectName: "ruleChanges"
        spacing: Theme.mm(1.5)

        delegate: Column {
            id: change

            required property string id
            required property string label
            required property string old
            required property string new_

            objectName: "ruleChange_" + id
            width: ListView.view.width

            Label {
                font.pixelSize: Theme.sizeSmall
                text: change.label
                tone: "muted"
                width: parent.width
                wrapMode: Text.Wrap
            }

            Label {
                text: change.old + " → " + change.new_
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.mm(2)
        font.weight: Font.DemiBold
        text: qsTr("The stock of now under these rules")
        visible: table.visible
        wrapMode: Text.Wrap
    }

    Label {
        Layout.fillWidth: true
        objectName: "rulePreviewSaid"
        text: pane.vm.preview.said
        visible: table.visible
        wrapMode: Text.Wrap
    }

    ListView {
        id: table

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.mm(40)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: pane.vm.preview.rows
        objectName: "rulePreview"
        spacing: Theme.mm(1.5)
        visible: count > 0

        delegate: Column {
            id: stock

            required property string id
            required property string name
            required property string told
            required property bool moved

            objectName: "rulePreview_" + id
            width: table.width

            Label {
                font.weight: Font.DemiBold
                text: (stock.moved ? "● " : "") + stock.name
                width: parent.width
            }

            Label {
                text: stock.told
                tone: stock.moved ? "text" : "muted"
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }

    Item {
        Layout.fillHeight: true
        visible: !table.visible
    }
}
