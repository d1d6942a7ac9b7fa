pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Wedge.Kit

// Prices as they are, a draft of their rules with its effect, other shops, and what is to correct.
ColumnLayout {
    id: page

    required property var vm
    property bool live: true

    objectName: "pricesPage"
    spacing: Theme.gap

    ChipBar {
        Layout.fillWidth: true
        current: page.vm.tab
        model: page.vm.tabs
        objectName: "priceTabs"

        onChosen: key => page.vm.open(key)
    }

    Item {
        Layout.fillHeight: true
        Layout.fillWidth: true

        OfficePage {
            key: "now"
            shown: page.vm.tab

            PriceNowView {
                vm: page.vm.now
            }
        }

        OfficePage {
            key: "rules"
            shown: page.vm.tab

            PriceWhatIfView {
                vm: page.vm.rules
            }
        }

        OfficePage {
            key: "offers"
            shown: page.vm.tab

            RuleListView {
                emptyText: qsTr("Percent or amounts off, several for one price, and bundles.")
                emptyTitle: qsTr("No offers yet")
                name: "offer"
                newText: qsTr("New offer")
                vm: page.vm.rules.offers

                OfferForm {
                    codes: page.vm.rules.codes
                    days: page.vm.days
                    goods: page.vm.goods
                    vm: page.vm.rules.offers
                }
            }
        }

        OfficePage {
            key: "hours"
            shown: page.vm.tab

            RuleListView {
                emptyText: qsTr("Hours in which all prices are lower, or higher with a market analysis.")
                emptyTitle: qsTr("No slow or peak hours yet")
                name: "hours"
                newText: qsTr("New hours")
                vm: page.vm.rules.hours

                HoursForm {
                    days: page.vm.days
                    vm: page.vm.rules.hours
                }
            }
        }

        OfficePage {
            key: "margins"
            shown: page.vm.tab

            RuleListView {
                emptyText: qsTr("Every product keeps the least margin of the rules.")
                emptyTitle: qsTr("No margins of their own")
                name: "margin"
                newText: qsTr("New margin")
                vm: page.vm.rules.margins

                MarginForm {
                    goods: page.vm.goods
                    vm: page.vm.rules.margins
                }
            }
        }

        OfficePage {
            key: "rivals"
            shown: page.vm.tab

            RivalsView {
                live: page.live
                vm: page.vm.rivals
            }
        }

        OfficePage {
            key: "tasks"
            shown: page.vm.tab

            PriceTasksView {
                live: page.live
                vm: page.vm.tasks
            }
        }
    }

    PriceDraftBar {
        Layout.fillWidth: true
        live: page.live
        visible: ["rules", "offers", "hours", "margins"].includes(page.vm.tab) && (page.vm.rules.edits > 0 || page.vm.rules.applying.title !== "")
        vm: page.vm.rules

        onPreview: page.vm.open("rules")
    }
}
