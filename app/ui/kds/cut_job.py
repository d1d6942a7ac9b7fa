"""A cutting job before the knife goes in: what was scanned for it, and whether one is open."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Product
from app.domain.cutting_tools import tool_refusal
from app.domain.equipment import EquipmentKind, OpenCut
from app.services.store_view import StoreView

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a code means for a job. `kind` None: nothing has it; `id` None: it does not suit."""

    kind: EquipmentKind | None
    id: UUID | None
    refusal: str = ""


def open_job(view: StoreView, whole_id: UUID | None) -> OpenCut | None:
    """The job that somebody began for this whole."""
    return next((job for job in view.cutting_jobs.values() if job.whole_id == whole_id), None)


def scanned(view: StoreView, product: Product, code: str) -> Scanned:
    """The tool or surface with this code, or why it cannot be used for the product."""
    wanted = code.strip().casefold()
    found = next((e for e in view.equipment.values() if e.code.casefold() == wanted), None)
    if found is None:
        text = _t("Kitchen", "No tool or surface has the code {code}.").format(code=code.strip())
        return Scanned(None, None, text)
    if found.kind is EquipmentKind.SURFACE:
        fits = found.fits(product.category_id)
        return Scanned(found.kind, found.id if fits else None, "" if fits else _unfit(found.name))
    category, tools = product.category_id, view.cutting_tools.values()
    refusal = tool_refusal(view.cutting_tools.get(found.id), category, tools) if category else None
    if category is None or refusal is not None:
        suitable = refusal.suitable if refusal else ()
        names = ", ".join(f"{tool.name} ({tool.code})" for tool in suitable)
        return Scanned(found.kind, None, _suitable(found.name, product.name, names))
    return Scanned(found.kind, found.id)


def _unfit(name: str) -> str:
    return _t("Kitchen", "{name} is not for this food.").format(name=name)


def _suitable(name: str, product: str, names: str) -> str:
    if not names:
        return _t("Kitchen", "{name} does not suit {product}, and no tool here does.").format(
            name=name, product=product
        )
    return _t("Kitchen", "{name} does not suit {product}. Suitable: {tools}").format(
        name=name, product=product, tools=names
    )
