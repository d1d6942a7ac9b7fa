import QtQuick
import Wedge.Kit

AppWindow {
    id: window

    required property var vm

    height: 768
    width: 1024

    ApprovalSheet {
        vm: window.vm
    }
}
