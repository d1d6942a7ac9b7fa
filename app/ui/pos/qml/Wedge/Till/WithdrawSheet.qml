import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Something holds what the guest avoids: nothing is added before the guest withdraws it.
Sheet {
    id: sheet

    required property var vm
    readonly property var avoid: vm.avoid.props
    readonly property bool wanted: (avoid.askTitle ?? "") !== ""

    title: "⚠ " + (avoid.askTitle ?? "")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(150))

    onClosed: if (wanted) vm.avoid.close()
    onWantedChanged: wanted ? open() : close()

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.sizeMedium
        objectName: "withdrawText"
        text: sheet.avoid.askText ?? ""
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        MainButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(18)
            objectName: "withdrawNo"
            text: qsTr("Do not add it")

            onClicked: sheet.vm.avoid.close()
        }

        DangerButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(18)
            objectName: "withdrawYes"
            text: qsTr("The guest withdrew it")

            onClicked: sheet.vm.avoid.withdraw()
        }
    }
}
