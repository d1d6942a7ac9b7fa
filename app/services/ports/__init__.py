"""What services and screens need of the world, by concern. `app/data` holds the adapters.

Every changing call takes a `request` id made by the terminal (UUIDv7): repeating a call with the
same id returns the first result and changes nothing. Calls raise `Refused` (nothing was changed),
`StoreUnreachable` (certainly not done) or `OutcomeUnknown`. All run on the caller's (Qt) loop.
"""

from app.services.ports.allergens import (
    Allergens,
    LotFacts,
    NewSurface,
    PortionFacts,
    SanitationEntry,
)
from app.services.ports.catalogue import (
    Catalogue,
    Competitors,
    NewConfiguration,
    NewProduct,
    SeenPrice,
)
from app.services.ports.feed import Changes, LinkRefusal, LinkState, LinkStatus, StoreFeed
from app.services.ports.kitchen import Kitchen
from app.services.ports.people import StaffDoor
from app.services.ports.printing import PrintQueue
from app.services.ports.quality import Quality
from app.services.ports.records import Records, TerminalLag, TicketChain
from app.services.ports.refunds import FoundReceipt, Refunded, Refunds
from app.services.ports.reports import (
    ConversionYield,
    CutCount,
    DayReport,
    DayTotal,
    DiscountSum,
    FirstSelections,
    HourSales,
    PriceChange,
    ProductSales,
    QualityMean,
    RefundSum,
    Reports,
    WasteCount,
    WeekCount,
    Weekly,
)
from app.services.ports.rules import Approvals, Policies, PolicyVersion, Tasks
from app.services.ports.selling import Candidate, LinePrice, Paid, PriceMove, Reserved, Selling
from app.services.ports.sizes import Sizes
from app.services.ports.stock import Measures, Reviews, Stock
from app.services.ports.store import Store
from app.services.ports.tools import NewTool, Tools

__all__ = [
    "Allergens",
    "Approvals",
    "Candidate",
    "Catalogue",
    "Changes",
    "Competitors",
    "ConversionYield",
    "CutCount",
    "DayReport",
    "DayTotal",
    "DiscountSum",
    "FirstSelections",
    "FoundReceipt",
    "HourSales",
    "Kitchen",
    "LinePrice",
    "LinkRefusal",
    "LinkState",
    "LinkStatus",
    "LotFacts",
    "Measures",
    "NewConfiguration",
    "NewProduct",
    "NewSurface",
    "NewTool",
    "Paid",
    "Policies",
    "PolicyVersion",
    "PortionFacts",
    "PriceChange",
    "PriceMove",
    "PrintQueue",
    "ProductSales",
    "Quality",
    "QualityMean",
    "Records",
    "RefundSum",
    "Refunded",
    "Refunds",
    "Reports",
    "Reserved",
    "Reviews",
    "SanitationEntry",
    "SeenPrice",
    "Selling",
    "Sizes",
    "StaffDoor",
    "Stock",
    "Store",
    "StoreFeed",
    "Tasks",
    "TerminalLag",
    "TicketChain",
    "Tools",
    "WasteCount",
    "WeekCount",
    "Weekly",
]
