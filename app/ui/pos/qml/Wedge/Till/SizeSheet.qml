pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A guest's own size of one line, in grams; a second person allows it.
Sheet {
    id: sheet

    required property var vm
    readonly property var model: vm.picking.size
    readonly property var shown: model.props
    readonly property bool wanted: (shown.name ?? "") !== ""

    objectName: "sizeSheet"
    title: qsTr("Another size: %1").arg(shown.name ?? "")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(160))

    onClosed: model.close()
    onWantedChanged: wanted ? open() : close()

    Notice {
        Layout.fillWidth: true
        dismissible: false
        objectName: "sizeError"
        text: sheet.shown.errorText ?? ""
        title: sheet.shown.errorTitle ?? ""
        tone: "danger"
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mm(6)

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.mm(72)
            spacing: Theme.mm(3)

            Label {
                Layout.fillWidth: true
                objectName: "sizeStandard"
                text: sheet.shown.standardText ?? ""
                tone: "muted"
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                text: sheet.shown.limitsText ?? ""
                tone: "muted"
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeHuge
                font.weight: Font.Bold
                objectName: "sizePrice"
                text: sheet.shown.newText || "–"
            }

            Label {
                Layout.fillWidth: true
                objectName: "sizeSource"
                text: sheet.shown.sourceText ?? ""
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                text: qsTr("A second person has to approve this. The order is not paid before.")
                tone: "warning"
                wrapMode: Text.Wrap
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.mm(62)
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeLarge
                horizontalAlignment: Text.AlignRight
                objectName: "sizeTyped"
                text: (sheet.shown.typed ?? "") !== "" ? sheet.shown.typed + " g" : qsTr("Grams")
                tone: (sheet.shown.typed ?? "") !== "" ? "text" : "muted"
            }

            NumberPad {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(62)
                keyPrefix: "sizeKey"

                onClear: sheet.model.clear()
                onDigit: key => sheet.model.digit(key)
                onErase: sheet.model.erase()
            }
        }
    }

    MainButton {
        Layout.fillWidth: true
        enabled: sheet.shown.ready ?? false
        objectName: "sizeApply"
        text: qsTr("Ask for approval")

        onClicked: sheet.model.apply()
    }
}
