pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Weight, angle and looks of each portion, with its verdict at once; typed until a scale speaks.
// objectNames: `measure_<n>`, `chip_<field>`, `measureKey_<digit>`.
Sheet {
    id: sheet

    required property var vm

    objectName: "measureSheet"
    title: qsTr("Measure · %1").arg(vm.summary)

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.mm(5)

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.mm(105)
            spacing: Theme.gap

            ListView {
                id: list

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, Theme.mm(118))
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: sheet.vm.rows
                objectName: "measureRows"
                spacing: Theme.mm(1)

                delegate: BaseButton {
                    id: row

                    required property string key
                    required property string title
                    required property string figures
                    required property string verdict
                    required property string tone
                    required property bool chosen

                    Accessible.name: row.title + ", " + row.figures + ", " + row.verdict
                    edge: row.chosen ? Theme.focus : "transparent"
                    fill: row.tone === "muted" ? Theme.surfaceRaised : Theme.toneSoft(row.tone)
                    focusPolicy: Qt.TabFocus
                    height: Theme.mm(13.5)
                    objectName: "measure_" + row.key
                    width: list.width

                    contentItem: RowLayout {
                        spacing: Theme.mm(3)

                        Label {
                            Layout.preferredWidth: Theme.mm(9)
                            font.pixelSize: Theme.sizeLarge
                            font.weight: Font.Bold
                            text: row.title
                        }

                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            Label {
                                Layout.fillWidth: true
                                font.pixelSize: Theme.sizeMedium
                                text: row.figures === "" ? "–" : row.figures
                            }

                            Label {
                                Layout.fillWidth: true
                                font.pixelSize: Theme.sizeMedium
                                objectName: "verdict_" + row.key
                                text: (row.tone === "muted" ? "" : Theme.toneShape(row.tone) + " ") + row.verdict
                                tone: row.tone
                                visible: row.verdict !== ""
                            }
                        }
                    }

                    onChosenChanged: if (chosen) list.positionViewAtIndex(Number(key), ListView.Contain)
                    onClicked: sheet.vm.choose(row.key)
                }
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                font.weight: Font.DemiBold
                text: qsTr("A good one has")
                visible: sheet.vm.checklist.length > 0
            }

            Label {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                font.pixelSize: Theme.sizeMedium
                objectName: "checklist"
                text: sheet.vm.checklist.map(line => "✓ " + line).join("\n")
                visible: sheet.vm.checklist.length > 0
                wrapMode: Text.Wrap
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.mm(70)
            spacing: Theme.gap

            ChoiceRow {
                Layout.fillWidth: true
                current: sheet.vm.fieldName
                model: sheet.vm.fields
                onChosen: key => sheet.vm.chooseField(key)
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeMedium
                text: qsTr("Portion %1 · %2").arg(sheet.vm.at).arg(sheet.vm.aim)
                tone: "muted"
            }

            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.sizeHuge
                font.weight: Font.Bold
                objectName: "measureText"
                text: sheet.vm.text
                tone: sheet.vm.possible ? "text" : "danger"
            }

            NumberPad {
                Layout.fillWidth: true
                focus: true
                keyPrefix: "measureKey"
                pointText: "."

                Keys.onPressed: event => {
                    event.accepted = true;
                    if (/^[0-9.]$/.test(event.text))
                        sheet.vm.digit(event.text);
                    else if (event.key === Qt.Key_Backspace)
                        sheet.vm.erase();
                    else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                        sheet.vm.next();
                    else
                        event.accepted = false;
                }
                onDigit: key => sheet.vm.digit(key)
                onErase: sheet.vm.erase()
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                KitchenKey {
                    Layout.fillWidth: true
                    objectName: "measureAll"
                    text: qsTr("Same for all")

                    onClicked: sheet.vm.sameForAll()
                }

                MainButton {
                    Layout.fillWidth: true
                    focusPolicy: Qt.TabFocus
                    font.pixelSize: Theme.sizeMedium
                    implicitHeight: Theme.mm(12.7)
                    objectName: "measureNext"
                    text: qsTr("Next ›")

                    onClicked: sheet.vm.next()
                }
            }
        }
    }
}
