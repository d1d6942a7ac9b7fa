"""The terminal's immutable picture of the store, folded from the feed (docs/feed.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.approval import Approval
from app.domain.catalog import Category, HoldingTemperature, HoldingUnit, Product, Station
from app.domain.compensation import Compensation
from app.domain.complaint import Complaint
from app.domain.cutting_tools import CuttingTool
from app.domain.equipment import EquipmentRecord, IncidentRecord, OpenCut
from app.domain.forecast.corrected import SalesPace
from app.domain.forecast.hourly import ProductDemand
from app.domain.people import Staff, Terminal
from app.domain.policy import StoreSettings
from app.domain.portion import Portion, Whole
from app.domain.prices.budget import PromotionLoss
from app.domain.prices.fallback import LastPrice
from app.domain.prices.lows import PriceLow
from app.domain.quality_watch import Watched
from app.domain.receipt import PrintJob, Receipt
from app.domain.task import Task
from app.domain.ticket import Ticket, TicketLine
from app.domain.training import Training
from app.domain.voucher import Voucher
from app.services.settings_reading import PartlyRead


class Entity(StrEnum):
    """What the feed speaks of; the value is the name of the store view's mapping."""

    CATEGORY = "categories"
    STATION = "stations"
    PRODUCT = "products"
    HOLDING_UNIT = "holding_units"
    HOLDING_TEMPERATURE = "holding_temperatures"
    STAFF = "staff"
    TERMINAL = "terminals"
    WHOLE = "wholes"
    PORTION = "portions"
    TICKET = "tickets"
    TICKET_LINE = "ticket_lines"
    RECEIPT = "receipts"
    PRINT_JOB = "print_jobs"
    SETTINGS = "settings"
    APPROVAL = "approvals"
    EQUIPMENT = "equipment"
    OPEN_CUT = "cutting_jobs"
    ALLERGEN_INCIDENT = "allergen_incidents"
    CUTTING_TOOL = "cutting_tools"
    TASK = "tasks"
    PROMOTION_LOSS = "promotion_losses"
    COMPLAINT = "complaints"
    COMPENSATION = "compensations"
    WATCH = "watches"
    DEMAND = "demand"
    PRICE_LOW = "price_lows"
    LAST_PRICE = "last_prices"
    SALES_PACE = "sales_paces"
    VOUCHER = "vouchers"
    TRAINING = "trainings"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One feed row: the new value of one entity, or None when it left the terminal's picture.

    For HOLDING_TEMPERATURE the value holds only the new readings; they are appended.
    For SETTINGS `id` is the nil UUID, and the value may be PartlyRead.
    """

    seq: int
    entity: Entity
    id: UUID
    value: Any


def _empty() -> Mapping[UUID, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StoreView:
    """A consistent snapshot at feed sequence `seq`.

    Portions: every one that is neither served nor wasted. Tickets: open and paid ones, closed
    ones of the last minutes (recall). Receipts and print jobs: today's.
    """

    seq: int
    settings: StoreSettings
    categories: Mapping[UUID, Category] = field(default_factory=_empty)
    stations: Mapping[UUID, Station] = field(default_factory=_empty)
    products: Mapping[UUID, Product] = field(default_factory=_empty)
    holding_units: Mapping[UUID, HoldingUnit] = field(default_factory=_empty)
    holding_temperatures: Mapping[UUID, HoldingTemperature] = field(default_factory=_empty)
    staff: Mapping[UUID, Staff] = field(default_factory=_empty)
    terminals: Mapping[UUID, Terminal] = field(default_factory=_empty)
    wholes: Mapping[UUID, Whole] = field(default_factory=_empty)
    portions: Mapping[UUID, Portion] = field(default_factory=_empty)
    tickets: Mapping[UUID, Ticket] = field(default_factory=_empty)
    ticket_lines: Mapping[UUID, TicketLine] = field(default_factory=_empty)
    receipts: Mapping[UUID, Receipt] = field(default_factory=_empty)
    print_jobs: Mapping[UUID, PrintJob] = field(default_factory=_empty)
    approvals: Mapping[UUID, Approval] = field(default_factory=_empty)
    equipment: Mapping[UUID, EquipmentRecord] = field(default_factory=_empty)
    cutting_jobs: Mapping[UUID, OpenCut] = field(default_factory=_empty)
    allergen_incidents: Mapping[UUID, IncidentRecord] = field(default_factory=_empty)
    cutting_tools: Mapping[UUID, CuttingTool] = field(default_factory=_empty)
    tasks: Mapping[UUID, Task] = field(default_factory=_empty)
    promotion_losses: Mapping[UUID, PromotionLoss] = field(default_factory=_empty)
    complaints: Mapping[UUID, Complaint] = field(default_factory=_empty)
    compensations: Mapping[UUID, Compensation] = field(default_factory=_empty)
    watches: Mapping[UUID, Watched] = field(default_factory=_empty)
    demand: Mapping[UUID, ProductDemand] = field(default_factory=_empty)
    price_lows: Mapping[UUID, PriceLow] = field(default_factory=_empty)
    sales_paces: Mapping[UUID, SalesPace] = field(default_factory=_empty)
    unreadable: tuple[str, ...] = ()
    """Sections of the settings that this program cannot read; the last readable ones count."""
    vouchers: Mapping[UUID, Voucher] = field(default_factory=_empty)
    last_prices: Mapping[UUID, LastPrice] = field(default_factory=_empty)
    """Of portions that have no price of their own now."""
    trainings: Mapping[UUID, Training] = field(default_factory=_empty)

    def lines_of(self, ticket_id: UUID) -> tuple[TicketLine, ...]:
        """The ticket's lines that are not voided, in order of position."""
        lines = (
            line
            for line in self.ticket_lines.values()
            if line.ticket_id == ticket_id and not line.voided
        )
        return tuple(sorted(lines, key=lambda line: line.position))

    def fold(self, changes: Iterable[RowChange]) -> "StoreView":
        """Return the view after `changes`; rows at or before `seq` have no effect (POS-A1.2)."""
        seq = self.seq
        touched: dict[str, Any] = {}
        for change in changes:
            if change.seq <= self.seq:
                continue
            seq = max(seq, change.seq)
            if change.entity is Entity.SETTINGS:
                touched |= _settings(change.value, touched.get("settings", self.settings))
                continue
            name = change.entity.value
            if name not in touched:
                # copy() clones the table; dict() would hash every UUID anew.
                touched[name] = getattr(self, name).copy()
            rows = touched[name]
            if change.value is None:
                rows.pop(change.id, None)
            elif change.entity is Entity.HOLDING_TEMPERATURE:
                rows[change.id] = _appended(rows.get(change.id), change.value)
            else:
                rows[change.id] = change.value
        settings = touched.pop("settings", self.settings)
        unreadable = touched.pop("unreadable", self.unreadable)
        frozen: dict[str, Any] = {name: MappingProxyType(rows) for name, rows in touched.items()}
        return replace(self, seq=seq, settings=settings, unreadable=unreadable, **frozen)


def _settings(value: StoreSettings | PartlyRead, before: StoreSettings) -> dict[str, Any]:
    if isinstance(value, PartlyRead):
        return {"settings": value.after(before), "unreadable": value.unreadable}
    return {"settings": value, "unreadable": ()}


def _appended(known: HoldingTemperature | None, new: HoldingTemperature) -> HoldingTemperature:
    if known is None:
        return new
    readings = tuple(sorted({*known.readings, *new.readings}))
    by_hand = tuple(sorted({*known.by_hand, *new.by_hand}))
    return HoldingTemperature(known.holding_unit_id, readings, by_hand)
