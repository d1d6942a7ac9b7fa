pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Who are you, and your PIN: staff tiles, then the pad. `vm` is a SignInModel, `status` a
// StatusModel. objectNames: `signInStatus`, `signInSentence`, `staff_<name>`, `pinKey_<digit>`, `pinEnter`, `pinBack`, `pinMessage`.
Rectangle {
    id: page

    required property var vm
    required property var status
    property int textSize: Theme.sizeBody
    property int smallSize: Theme.sizeSmall

    color: Theme.background
    focus: visible

    onVisibleChanged: if (visible) forceActiveFocus()

    Keys.onPressed: event => {
        Scan.note(event.text);
        if (page.vm.chosenName === "")
            return;
        if (Scan.inCode())
            event.accepted = true;
        else if (/^[0-9]$/.test(event.text))
            page.vm.digit(event.text);
        else if (event.key === Qt.Key_Backspace)
            page.vm.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            Scan.inCode() ? Scan.take() : page.vm.submit();
        else if (event.key === Qt.Key_Escape)
            page.vm.back();
        else
            return;
        event.accepted = true;
    }

    StatusPill {
        anchors.margins: Theme.mm(4)
        anchors.right: parent.right
        anchors.top: parent.top
        objectName: "signInStatus"
        text: page.status.text
        tone: page.status.tone
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.mm(8)
        anchors.topMargin: Theme.mm(15)
        spacing: Theme.mm(5)
        visible: page.vm.chosenName === ""

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeHuge
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Who is working?")
        }

        Label {
            Layout.fillWidth: true
            font.pixelSize: page.textSize
            horizontalAlignment: Text.AlignHCenter
            text: page.vm.storeName
            tone: "muted"
            visible: text !== ""
        }

        Label {
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: Theme.mm(150)
            Layout.fillWidth: true
            font.pixelSize: page.textSize
            horizontalAlignment: Text.AlignHCenter
            objectName: "signInSentence"
            text: page.status.sentence
            tone: page.status.tone
            visible: page.status.lost && people.count > 0
            wrapMode: Text.Wrap
        }

        GridView {
            id: people

            readonly property int columns: Math.max(1, Math.min(4, Math.floor(parent.width / Theme.mm(58)), count))

            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(count === 0 ? Theme.mm(130) : 0, columns * cellWidth)
            boundsBehavior: Flickable.StopAtBounds
            cellHeight: Theme.mm(27)
            cellWidth: Theme.mm(58)
            clip: true
            model: page.vm.staff

            delegate: Item {
                id: person

                required property string staffId
                required property string name
                required property string roleText
                required property string initials

                height: people.cellHeight
                width: people.cellWidth

                BaseButton {
                    anchors.fill: parent
                    anchors.margins: Theme.mm(1.2)
                    edge: Theme.outline
                    fill: Theme.surface
                    objectName: "staff_" + person.name
                    text: person.name

                    onClicked: {
                        page.vm.choose(person.staffId);
                        page.forceActiveFocus();
                    }

                    contentItem: RowLayout {
                        spacing: Theme.mm(3)

                        Rectangle {
                            Layout.preferredHeight: Theme.mm(13)
                            Layout.preferredWidth: Theme.mm(13)
                            color: Theme.okSoft
                            radius: width / 2

                            Label {
                                anchors.centerIn: parent
                                font.pixelSize: Theme.sizeMedium
                                font.weight: Font.DemiBold
                                text: person.initials
                                tone: "ok"
                            }
                        }

                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            Label {
                                Layout.fillWidth: true
                                font.pixelSize: Theme.sizeMedium
                                font.weight: Font.DemiBold
                                text: person.name
                            }

                            Label {
                                Layout.fillWidth: true
                                font.pixelSize: page.smallSize
                                maximumLineCount: 2
                                text: person.roleText
                                tone: "muted"
                                wrapMode: Text.Wrap
                            }
                        }
                    }
                }
            }

            EmptyState {
                anchors.centerIn: parent
                objectName: "signInEmpty"
                parent: people
                text: page.status.ready ? qsTr("Managers add people in the back office. The first person is added on the store's own machine, with: wedge store person") : page.status.sentence
                title: page.status.ready ? qsTr("Nobody may sign in here yet") : page.status.text
                visible: people.count === 0
            }
        }
    }

    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.mm(3)
        visible: page.vm.chosenName !== ""
        width: Math.min(Theme.mm(72), page.width - Theme.mm(8))

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.sizeLarge
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            text: page.vm.chosenName
        }

        Row {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: Theme.mm(7)
            objectName: "pinDots"
            spacing: Theme.mm(3)

            Repeater {
                model: Math.max(4, page.vm.pinLength)

                Rectangle {
                    required property int index

                    border.color: Theme.textMuted
                    border.width: 1
                    color: index < page.vm.pinLength ? Theme.text : "transparent"
                    height: width
                    radius: width / 2
                    width: Theme.mm(4)
                }
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(page.textSize > Theme.sizeBody ? 13 : 10)
            font.pixelSize: page.textSize
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 2
            objectName: "pinMessage"
            text: page.vm.message
            tone: page.vm.messageTone
            wrapMode: Text.Wrap
        }

        NumberPad {
            Layout.fillWidth: true
            enabled: !page.vm.busy && page.vm.waitS === 0
            keyPrefix: "pinKey"

            onClear: page.vm.clear()
            onDigit: key => page.vm.digit(key)
            onErase: page.vm.erase()
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            QuietButton {
                Layout.preferredHeight: Theme.mm(16)
                Layout.preferredWidth: Theme.mm(22)
                font.pixelSize: page.textSize
                leftPadding: Theme.mm(1.5)
                objectName: "pinBack"
                rightPadding: Theme.mm(1.5)
                text: qsTr("Back")

                onClicked: page.vm.back()
            }

            MainButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(16)
                enabled: page.vm.pinLength > 0 && !page.vm.busy && page.vm.waitS === 0
                font.pixelSize: page.textSize
                objectName: "pinEnter"
                text: page.vm.busy ? qsTr("Checking …") : qsTr("Sign in")

                onClicked: page.vm.submit()
            }
        }
    }
}
