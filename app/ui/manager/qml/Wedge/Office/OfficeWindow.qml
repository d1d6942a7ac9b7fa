pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Rail at the left, one page at the right; sign-in covers both. A new page: an OfficePage here
// and its key in OfficeRail.
AppWindow {
    id: window

    required property var vm

    height: 800
    minimumHeight: 720
    minimumWidth: 1280
    objectName: "officeWindow"
    title: qsTr("Wedge back office")
    width: 1280

    RowLayout {
        anchors.fill: parent
        spacing: 0
        visible: window.vm.signIn.inside

        OfficeRail {
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.mm(50)
            vm: window.vm
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.margins: Theme.mm(5)
            spacing: Theme.gap

            RowLayout {
                Layout.fillWidth: true

                Label {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.sizeLarge
                    font.weight: Font.Bold
                    text: window.vm.signIn.storeName
                }

                StatusPill {
                    objectName: "linkPill"
                    text: window.vm.status.text
                    tone: window.vm.status.tone
                }
            }

            Notice {
                Layout.fillWidth: true
                dismissible: false
                objectName: "lostNotice"
                text: (window.vm.status.age + " " + window.vm.status.sentence).trim()
                title: window.vm.status.lost ? qsTr("Not current: %1").arg(window.vm.status.text) : ""
                tone: "danger"
            }

            Notice {
                Layout.fillWidth: true
                objectName: "bannerNotice"
                text: window.vm.banner.text
                title: window.vm.banner.title
                tone: window.vm.banner.tone

                onDismissed: window.vm.banner.dismiss()
            }

            // Figures of a store that cannot be reached are marked on every page: they may be old.
            Item {
                Layout.fillHeight: true
                Layout.fillWidth: true
                objectName: "officePages"
                opacity: window.vm.status.lost ? 0.5 : 1

                OfficePage {
                    key: "dashboard"
                    shown: window.vm.page

                    DashboardPage {
                        vm: window.vm.dashboard
                    }
                }

                OfficePage {
                    key: "stock"
                    shown: window.vm.page

                    StockView {
                        vm: window.vm.stock
                    }
                }

                OfficePage {
                    key: "tasks"
                    shown: window.vm.page

                    TasksView {
                        live: !window.vm.status.lost
                        vm: window.vm.tasks
                    }
                }

                OfficePage {
                    key: "reviews"
                    shown: window.vm.page

                    ReviewsView {
                        live: !window.vm.status.lost
                        vm: window.vm.reviews
                    }
                }

                OfficePage {
                    key: "quality"
                    shown: window.vm.page

                    QualityView {
                        live: !window.vm.status.lost
                        vm: window.vm.quality
                    }
                }

                OfficePage {
                    key: "allergens"
                    shown: window.vm.page

                    AllergensView {
                        live: !window.vm.status.lost
                        vm: window.vm.allergens
                    }
                }

                OfficePage {
                    key: "menu"
                    shown: window.vm.page

                    MenuView {
                        live: !window.vm.status.lost
                        vm: window.vm.menu
                    }
                }

                OfficePage {
                    key: "prices"
                    shown: window.vm.page

                    PricesView {
                        live: !window.vm.status.lost
                        vm: window.vm.prices
                    }
                }

                OfficePage {
                    key: "guests"
                    shown: window.vm.page

                    GuestsView {
                        live: !window.vm.status.lost
                        vm: window.vm.guests
                    }
                }

                OfficePage {
                    key: "feedback"
                    shown: window.vm.page

                    FeedbackView {
                        live: !window.vm.status.lost
                        vm: window.vm.feedback
                    }
                }

                OfficePage {
                    key: "approvals"
                    shown: window.vm.page

                    ApprovalsView {
                        live: !window.vm.status.lost
                        vm: window.vm.approvals
                    }
                }

                OfficePage {
                    key: "rules"
                    shown: window.vm.page

                    RulesView {
                        live: !window.vm.status.lost
                        vm: window.vm.rules
                    }
                }

                OfficePage {
                    key: "training"
                    shown: window.vm.page

                    TrainingView {
                        live: !window.vm.status.lost
                        vm: window.vm.training
                    }
                }

                OfficePage {
                    key: "places"
                    shown: window.vm.page

                    PlacesView {
                        live: !window.vm.status.lost
                        vm: window.vm.places
                    }
                }
            }
        }
    }

    ApprovalSheet {
        vm: window.vm.approval
    }

    SignIn {
        anchors.fill: parent
        status: window.vm.status
        visible: !window.vm.signIn.inside
        vm: window.vm.signIn
    }
}
