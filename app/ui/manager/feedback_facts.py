"""What is known of a complaint, a line for each thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.complaint import Complaint, ComplaintKind
from app.domain.policy import StoreSettings
from app.domain.price import PriceReason, PriceStep
from app.ui.shared import format as text
from app.ui.shared.price_words import step_name

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FactLine:
    """One thing that is known."""

    id: str
    name: str
    value: str


def facts(complaint: Complaint, settings: StoreSettings, got: str = "") -> list[FactLine]:
    """What was known of the line, in reading order; nothing for what was not known."""
    known = complaint.facts
    pairs: list[tuple[str, Any]] = [
        (_t("Office", "Reason"), complaint.reason),
        (_t("Office", "The guest got"), got),
    ]
    if complaint.kind is ComplaintKind.PRICE:
        pairs += _price_facts(known, settings)
    pairs += [
        (_t("Office", "Portion"), known.get("portion_code")),
        (_t("Office", "Whole"), known.get("whole_code")),
        (_t("Office", "Lot"), known.get("lot_number")),
        (_t("Office", "Cut by"), known.get("cutter")),
        (_t("Office", "Cut with"), known.get("tool")),
        (_t("Office", "Grade at sale"), known.get("grade")),
        (_t("Office", "Score when served"), _score(known.get("score_milli"))),
        (_t("Office", "Scores"), _scores(known, settings)),
        (_t("Office", "Age when served"), _age(known)),
        (_t("Office", "Kept in"), known.get("unit")),
        (_t("Office", "Temperatures"), _temperatures(known)),
        (_t("Office", "Temperature log"), _log(known, settings)),
        (_t("Office", "Measured at the pass"), _celsius(known.get("verified_temperature_mc"))),
        (_t("Office", "Verified"), _verified(known, settings)),
    ]
    return [FactLine(str(i), name, str(value)) for i, (name, value) in enumerate(pairs) if value]


def _price_facts(known: Mapping[str, Any], settings: StoreSettings) -> list[tuple[str, str]]:
    pairs = []
    for step in known.get("breakdown", ()):
        minor, reason = step["amount_minor"], PriceReason(step["reason"])
        shown = (
            text.amount(minor, settings)
            if reason is PriceReason.BASE
            else text.change(minor, settings)
        )
        params, version = tuple(step.get("params", ())), step["rule_version"]
        name = step_name(PriceStep(reason, minor, version, step.get("code", ""), params))
        numbered = _t("Office", "rules no. {n}").format(n=version)
        rule = " · ".join([*(each for each in params if each != name), numbered])
        pairs.append((name[:1].upper() + name[1:], f"{shown} ({rule})"))
    for each in known.get("approvals", ()):
        pairs.append((_t("Office", "Approved by"), f"{each['approver']}: {each['reason']}"))
    pairs.append((_t("Office", "Price"), text.money(known["unit_price_minor"], settings)))
    return pairs


def _age(known: Mapping[str, Any]) -> str:
    age_s = known.get("age_s")
    return "" if age_s is None else text.duration(age_s)


def _score(milli: int | None) -> str:
    return "" if milli is None else f"{milli / 1000:.1f}"


def _scores(known: Mapping[str, Any], settings: StoreSettings) -> str:
    """The first one, then every look at the portion."""
    first = known.get("first_score")
    said = [] if first is None else [_t("Office", "{score} when cut").format(score=f"{first:.1f}")]
    for look in known.get("inspections", ()):
        at = text.clock(datetime.fromisoformat(look["at"]), settings)
        said.append(f"{look['score']:.1f} {at} {look['by']}")
    return " · ".join(said)


def _log(known: Mapping[str, Any], settings: StoreSettings) -> str:
    """The last readings before it was served, with their times."""
    last = known.get("temperature_log", ())[-6:]
    return " · ".join(
        f"{text.clock(datetime.fromisoformat(at), settings)} {mc / 1000:.1f}" for at, mc in last
    )


def _verified(known: Mapping[str, Any], settings: StoreSettings) -> str:
    found = known.get("verification")
    if not found:
        return ""
    at = text.clock(datetime.fromisoformat(found["at"]), settings)
    return " · ".join(part for part in (at, found.get("by")) if part)


def _temperatures(known: Mapping[str, Any]) -> str:
    found = known.get("temperatures_mc") or {}
    if not found.get("readings"):
        return ""
    least, most = _celsius(found["least"]), _celsius(found["most"])
    return f"{least} – {most} ({found['readings']})"


def _celsius(temperature_mc: int | None) -> str:
    return "" if temperature_mc is None else f"{temperature_mc / 1000:.1f} °C"
