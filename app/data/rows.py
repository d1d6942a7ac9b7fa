"""From the database's JSON rows (feed and snapshot alike) to the domain's values."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.data.decoding import PREPARATION, Json, flat_decoder
from app.domain.approval import Approval
from app.domain.catalog import (
    BaseUnit,
    Category,
    CurveShape,
    HoldingTemperature,
    HoldingUnit,
    PortionConfiguration,
    Product,
    ProductKind,
    QualityModel,
    Station,
)
from app.domain.compensation import Compensation
from app.domain.complaint import Complaint
from app.domain.cutting_tools import CuttingTool
from app.domain.equipment import EquipmentRecord, IncidentRecord, OpenCut
from app.domain.forecast.corrected import SalesPace, Sold
from app.domain.forecast.hourly import HourlyDemand, ProductDemand
from app.domain.people import Role, Staff, Terminal
from app.domain.portion import Grade, Inspected, Portion, Whole
from app.domain.prices.budget import PromotionLoss
from app.domain.prices.fallback import LastPrice
from app.domain.prices.lows import PriceLow
from app.domain.quality_watch import Watched
from app.domain.receipt import PrintJob, Receipt, ReceiptLine
from app.domain.task import Task
from app.domain.ticket import Ticket, TicketLine
from app.domain.training import Training
from app.domain.voucher import Voucher, VoucherTold
from app.services.settings_reading import PartlyRead, read_settings
from app.services.store_view import Entity, RowChange, StoreView

_PORTION = flat_decoder(Portion)
_CONFIGURATION = flat_decoder(PortionConfiguration)
_RECEIPT_LINE = flat_decoder(ReceiptLine)


def product(row: Json) -> Product:
    """A product with its configurations and quality model."""
    limit = row["after_cut_limit_s"]
    quality = None
    if row["e7_s"] is not None:
        quality = QualityModel(
            e7=timedelta(seconds=row["e7_s"]),
            beta=float(row["beta"]),
            q10=float(row["q10"]),
            reference_temperature_mc=row["reference_temperature_mc"],
            shape=CurveShape(row["curve"]),
        )
    return Product(
        id=UUID(row["id"]),
        code_prefix=row["code_prefix"],
        name=row["name"],
        category_id=UUID(row["category_id"]) if row["category_id"] else None,
        kind=ProductKind(row["kind"]),
        base_price_minor=row["base_price_minor"],
        cost_minor=row["cost_minor"],
        tax_rate_bp=row["tax_rate_bp"],
        allergens=None if row["allergens"] is None else frozenset(row["allergens"]),
        station_id=UUID(row["station_id"]) if row["station_id"] else None,
        after_cut_limit=None if limit is None else timedelta(seconds=limit),
        quality=quality,
        configurations=tuple(_CONFIGURATION(each) for each in row["configurations"]),
        active=row["active"],
        base_unit=BaseUnit(row["base_unit"]),
        min_portion_bp=row["min_portion_bp"],
        max_portion_bp=row["max_portion_bp"],
        size=row["size"],
        tool_id=UUID(row["tool_id"]) if row["tool_id"] else None,
        checklist=tuple(row["checklist"]),
        ingredients=row["ingredients"],
        preparations=tuple(PREPARATION(each) for each in row["preparations"]),
        preparation_s=row["preparation_s"],
        whole_price_minor=row["whole_price_minor"],
        whole_of_id=UUID(row["whole_of_id"]) if row["whole_of_id"] else None,
    )


def cutting_tool(row: Json) -> CuttingTool:
    """A tool with the categories it suits."""
    suits = frozenset(UUID(each) for each in row["suits"])
    return CuttingTool(UUID(row["id"]), row["code"], row["name"], suits, row["active"])


def portion(row: Json) -> Portion:
    """A portion with its last look."""
    look_at = row["inspected_at"]
    if look_at is None:
        decoded: Portion = _PORTION(row)
        return decoded
    look = Inspected(datetime.fromisoformat(look_at), float(row["inspected_score"]))
    inspected: Portion = _PORTION({**row, "inspected": look})
    return inspected


def demand(row: Json) -> ProductDemand:
    """A product's forecast."""
    return ProductDemand(
        id=UUID(row["id"]),
        made_for=date.fromisoformat(row["made_for"]),
        policy_version=row["policy_version"],
        hourly=HourlyDemand(datetime.fromisoformat(row["starts_at"]), tuple(row["hourly_milli"])),
        method=row["method"],
        days=row["days"],
        grade_bp=dict(zip(Grade, row["grade_bp"], strict=False)),
    )


def sales_pace(row: Json) -> SalesPace:
    """The last count of sales: [portions, seconds on sale] by product."""
    return SalesPace(
        id=UUID(row["id"]),
        since=datetime.fromisoformat(row["since"]),
        until=datetime.fromisoformat(row["until"]),
        sold={UUID(key): Sold(int(n), float(there)) for key, (n, there) in row["sold"].items()},
    )


def staff(row: Json) -> Staff:
    """A person; the salt travels as hexadecimal."""
    return Staff(
        id=UUID(row["id"]),
        name=row["name"],
        role=Role(row["role"]),
        pin_salt=bytes.fromhex(row["pin_salt"]),
        active=row["active"],
    )


def temperatures(row: Json) -> HoldingTemperature:
    """Readings of one holding unit."""
    return HoldingTemperature(
        UUID(row["holding_unit_id"]),
        tuple((float(at), int(mc)) for at, mc in row["readings"]),
        tuple(float(at) for at in row.get("by_hand", ())),
    )


def receipt(row: Json) -> Receipt:
    """A receipt from its document."""
    return Receipt(
        id=UUID(row["id"]),
        ticket_id=UUID(row["ticket_id"]),
        register=row["register"],
        number=row["number"],
        issued_at=datetime.fromisoformat(row["issued_at"]),
        cashier=row["cashier"],
        ticket_number=row["ticket_number"],
        service=row["service"],
        lines=tuple(_RECEIPT_LINE(line) for line in row["lines"]),
        total_minor=row["total_minor"],
        tax_minor_by_rate_bp=tuple((rate, tax) for rate, tax in row["tax_minor_by_rate_bp"]),
        tendered_minor=row["tendered_minor"],
        change_minor=row["change_minor"],
        refund_of=UUID(row["refund_of"]) if row.get("refund_of") else None,
        refund_of_register=row.get("refund_of_register", ""),
        refund_of_number=row.get("refund_of_number", 0),
        reason=row.get("reason", ""),
        approved_by=row.get("approved_by", ""),
        points_taken=row.get("points_taken", 0),
        points_returned=row.get("points_returned", 0),
        vouchers=tuple(VoucherTold(**each) for each in row.get("vouchers", ())),
    )


DECODERS: Mapping[Entity, Callable[[Json], Any]] = {
    Entity.CATEGORY: flat_decoder(Category),
    Entity.STATION: flat_decoder(Station),
    Entity.PRODUCT: product,
    Entity.HOLDING_UNIT: flat_decoder(HoldingUnit),
    Entity.HOLDING_TEMPERATURE: temperatures,
    Entity.STAFF: staff,
    Entity.TERMINAL: flat_decoder(Terminal),
    Entity.WHOLE: flat_decoder(Whole),
    Entity.PORTION: portion,
    Entity.TICKET: flat_decoder(Ticket),
    Entity.TICKET_LINE: flat_decoder(TicketLine),
    Entity.RECEIPT: receipt,
    Entity.PRINT_JOB: flat_decoder(PrintJob),
    Entity.SETTINGS: read_settings,
    Entity.APPROVAL: flat_decoder(Approval),
    Entity.EQUIPMENT: flat_decoder(EquipmentRecord),
    Entity.OPEN_CUT: flat_decoder(OpenCut),
    Entity.ALLERGEN_INCIDENT: flat_decoder(IncidentRecord),
    Entity.CUTTING_TOOL: cutting_tool,
    Entity.TASK: flat_decoder(Task),
    Entity.PROMOTION_LOSS: flat_decoder(PromotionLoss),
    Entity.COMPLAINT: flat_decoder(Complaint),
    Entity.COMPENSATION: flat_decoder(Compensation),
    Entity.WATCH: flat_decoder(Watched),
    Entity.PRICE_LOW: flat_decoder(PriceLow),
    Entity.LAST_PRICE: flat_decoder(LastPrice),
    Entity.DEMAND: demand,
    Entity.SALES_PACE: sales_pace,
    Entity.VOUCHER: flat_decoder(Voucher),
    Entity.TRAINING: flat_decoder(Training),
}


def change(row: list[Any]) -> RowChange:
    """One feed row: [seq, entity, id, content or null]."""
    seq, name, key, content = row
    entity = Entity(name)
    return RowChange(seq, entity, UUID(key), None if content is None else DECODERS[entity](content))


def view(snapshot: Json, before: StoreView | None = None) -> StoreView:
    """The whole picture. The store must have settings; unreadable ones stay as they were."""
    rows: dict[str, Any] = {}
    for entity, decode in DECODERS.items():
        if entity is Entity.SETTINGS:
            continue
        values = (decode(row) for row in snapshot[entity.value] or ())
        key = "holding_unit_id" if entity is Entity.HOLDING_TEMPERATURE else "id"
        rows[entity.value] = MappingProxyType({getattr(value, key): value for value in values})
    read = read_settings(snapshot["settings"])
    if isinstance(read, PartlyRead):
        rows["unreadable"] = read.unreadable
        read = read.settings if before is None else read.after(before.settings)
    return StoreView(seq=snapshot["seq"], settings=read, **rows)
