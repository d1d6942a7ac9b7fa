import QtQuick
import Wedge.Kit

AppWindow {
    id: window

    required property var vm
    required property var status

    height: 768
    width: 1024

    SignIn {
        anchors.fill: parent
        status: window.status
        visible: true
        vm: window.vm
    }
}
