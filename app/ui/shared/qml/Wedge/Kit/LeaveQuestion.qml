import QtQuick
import QtQuick.Layouts

// Asked before a form is left in which something was typed.
Sheet {
    id: question

    signal left

    objectName: "leaveQuestion"
    title: qsTr("Leave without keeping it?")
    width: Math.min(parent ? parent.width - Theme.mm(8) : 0, Theme.mm(130))

    Label {
        Layout.fillWidth: true
        text: qsTr("What was typed here is lost then.")
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        DangerButton {
            Layout.fillWidth: true
            objectName: "leaveYes"
            text: qsTr("Leave it")

            onClicked: {
                question.close();
                question.left();
            }
        }

        MainButton {
            Layout.fillWidth: true
            objectName: "leaveNo"
            text: qsTr("Go on writing")

            onClicked: question.close()
        }
    }
}
