import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// A unit's name and temperature in one line; what takes words stands below, as wide as the panel.
ColumnLayout {
    id: point

    required property string name
    required property string temperatureText
    required property string tone
    required property string gapText
    required property bool silent

    spacing: 0

    RowLayout {
        Layout.fillWidth: true

        Label {
            Layout.alignment: Qt.AlignTop
            font.pixelSize: Theme.sizeMedium
            text: Theme.toneShape(point.tone)
            tone: point.tone
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeMedium
            maximumLineCount: 3
            objectName: "pointName"
            text: point.name
            wrapMode: Text.Wrap
        }

        Label {
            Layout.alignment: Qt.AlignTop
            font.pixelSize: Theme.sizeMedium
            font.weight: Font.DemiBold
            objectName: "pointTemperature"
            text: point.temperatureText
            tone: point.tone === "ok" ? "text" : point.tone
            visible: !point.silent
        }
    }

    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.mm(6)
        font.pixelSize: Theme.sizeMedium
        font.weight: Font.DemiBold
        objectName: "pointSilent"
        text: point.temperatureText
        tone: point.tone
        visible: point.silent
        wrapMode: Text.Wrap
    }

    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.mm(6)
        font.pixelSize: Theme.sizeMedium
        objectName: "gap_" + point.name
        text: point.gapText
        tone: "warning"
        visible: text !== ""
        wrapMode: Text.Wrap
    }
}
