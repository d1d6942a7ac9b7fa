import QtQuick

// One page of the office: made when it is first shown, kept from then on.
Loader {
    id: place

    required property string key
    required property string shown
    default property Component page

    active: false
    anchors.fill: parent
    sourceComponent: page
    visible: shown === key

    Component.onCompleted: active = shown === key
    onShownChanged: active = active || shown === key
}
