"""The store's tables (schema `wedge`), typed. The migrations hold the same shape as SQL."""

from app.data.tables.allergens import (
    AllergenIncidentRow,
    CuttingJobRow,
    EquipmentRow,
    EquipmentUseRow,
    IncidentNoticeRow,
    RiskCheckRow,
    SanitationRow,
)
from app.data.tables.base import SCHEMA, Base
from app.data.tables.catalogue import (
    CategoryRow,
    ConfigurationRow,
    CuttingToolRow,
    HoldingUnitRow,
    PortionOverrideRow,
    ProductRow,
    SettingsRow,
    StationRow,
)
from app.data.tables.choices import AllocationDecisionRow
from app.data.tables.competitors import CompetitorImportRow, CompetitorPriceRow
from app.data.tables.coupons import CouponBatchRow, CouponRow, CouponUseRow
from app.data.tables.deviations import DeviationLotRow, DeviationRow
from app.data.tables.forecast import DemandRow, HoldReleaseRow
from app.data.tables.guests import (
    CompensationRow,
    ComplaintRow,
    ConsentRow,
    CustomerRow,
    LoyalSaleRow,
    PointEntryRow,
    RatingRow,
)
from app.data.tables.machinery import (
    FeedHeadRow,
    FeedRow,
    JournalHeadRow,
    JournalRow,
    RequestRow,
)
from app.data.tables.people import PinTryRow, StaffRow, StaffSessionRow, TerminalRow
from app.data.tables.prices import LastPriceRow, PriceHistoryRow, PriceLowRow, PromotionLossRow
from app.data.tables.quality import (
    CalibrationRow,
    EffectCheckRow,
    ExtensionRow,
    InspectionRow,
    SignedCheckRow,
    TroubleRow,
    VerificationRow,
    WatchRow,
)
from app.data.tables.refunds import RefundItemRow, RefundRow
from app.data.tables.rules import ApprovalRow, PolicyChangeRow, TaskRow
from app.data.tables.safety import RefusedAttemptRow, RemovalRow
from app.data.tables.sales import (
    PaymentRow,
    PrintJobRow,
    ReceiptRow,
    RegisterCounterRow,
    TicketLineRow,
    TicketRow,
)
from app.data.tables.served import LineCostRow, RevenueLookRow, ServedScoreRow
from app.data.tables.stock import (
    PortionRow,
    QualityReviewRow,
    TemperatureReadingRow,
    WasteRow,
    WholeRow,
)
from app.data.tables.training import QualityLookRow, TrainingRow
from app.data.tables.vouchers import VoucherEntryRow, VoucherRow

__all__ = [
    "SCHEMA",
    "AllergenIncidentRow",
    "AllocationDecisionRow",
    "ApprovalRow",
    "Base",
    "CalibrationRow",
    "CategoryRow",
    "CompensationRow",
    "CompetitorImportRow",
    "CompetitorPriceRow",
    "ComplaintRow",
    "ConfigurationRow",
    "ConsentRow",
    "CouponBatchRow",
    "CouponRow",
    "CouponUseRow",
    "CustomerRow",
    "CuttingJobRow",
    "CuttingToolRow",
    "DemandRow",
    "DeviationLotRow",
    "DeviationRow",
    "EffectCheckRow",
    "EquipmentRow",
    "EquipmentUseRow",
    "ExtensionRow",
    "FeedHeadRow",
    "FeedRow",
    "HoldReleaseRow",
    "HoldingUnitRow",
    "IncidentNoticeRow",
    "InspectionRow",
    "JournalHeadRow",
    "JournalRow",
    "LastPriceRow",
    "LineCostRow",
    "LoyalSaleRow",
    "PaymentRow",
    "PinTryRow",
    "PointEntryRow",
    "PolicyChangeRow",
    "PortionOverrideRow",
    "PortionRow",
    "PriceHistoryRow",
    "PriceLowRow",
    "PrintJobRow",
    "ProductRow",
    "PromotionLossRow",
    "QualityLookRow",
    "QualityReviewRow",
    "RatingRow",
    "ReceiptRow",
    "RefundItemRow",
    "RefundRow",
    "RefusedAttemptRow",
    "RegisterCounterRow",
    "RemovalRow",
    "RequestRow",
    "RevenueLookRow",
    "RiskCheckRow",
    "SanitationRow",
    "ServedScoreRow",
    "SettingsRow",
    "SignedCheckRow",
    "StaffRow",
    "StaffSessionRow",
    "StationRow",
    "TaskRow",
    "TemperatureReadingRow",
    "TerminalRow",
    "TicketLineRow",
    "TicketRow",
    "TrainingRow",
    "TroubleRow",
    "VerificationRow",
    "VoucherEntryRow",
    "VoucherRow",
    "WasteRow",
    "WatchRow",
    "WholeRow",
]
