import QtQuick
import Wedge.Kit

// Every sheet of the till; all but two open by themselves when their model has something to show.
Item {
    id: sheets

    required property var vm

    function openCoupon() {
        coupon.open();
    }

    function openLegend() {
        legend.open();
    }

    WheelSheet {
        vm: sheets.vm
    }

    DiscountLines {
        vm: sheets.vm
    }

    DiscountSheet {
        vm: sheets.vm
    }

    ShiftSheet {
        vm: sheets.vm
    }

    SizeSheet {
        vm: sheets.vm
    }

    CouponSheet {
        id: coupon

        vm: sheets.vm
    }

    VoucherSheet {
        vm: sheets.vm
    }

    OthersSheet {
        vm: sheets.vm
    }

    SellFirstSheet {
        vm: sheets.vm
    }

    AskSheet {
        vm: sheets.vm
    }

    SettleSheet {
        vm: sheets.vm
    }

    ParkedSheet {
        vm: sheets.vm
    }

    LegendSheet {
        id: legend

        vm: sheets.vm
    }

    ApprovalSheet {
        vm: sheets.vm.approval
    }

    AvoidSheet {
        vm: sheets.vm
    }

    WithdrawSheet {
        vm: sheets.vm
    }

    AboutSheet {
        vm: sheets.vm
    }

    GuestSheet {
        vm: sheets.vm
    }

    ComplaintSheet {
        vm: sheets.vm
    }

    RefundSheet {
        vm: sheets.vm
    }

    RecoverySheet {
        vm: sheets.vm
    }

    LateSheet {
        vm: sheets.vm
    }
}
