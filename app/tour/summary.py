"""The one page that a tour leaves behind."""

from decimal import Decimal
from pathlib import Path

from babel.numbers import format_currency, get_currency_precision

from app.data.audit import AuditReport
from app.data.demo.tally import Tally
from app.tour.album import Picture


def write_summary(
    folder: Path,
    pictures: list[Picture],
    tally: Tally,
    audit: AuditReport,
    trouble: str | None,
    currency: str,
) -> None:
    """Write `summary.md`: what happened, whether the sums hold, and every picture."""
    total = Decimal(tally.total_minor).scaleb(-get_currency_precision(currency))
    receipts = sorted(path.name for path in (folder / "receipts").glob("*.png"))
    lines = [
        "# An hour of trade",
        "",
        f"- {tally.receipts} receipts, {format_currency(total, currency, locale='en')} in all, "
        f"{tally.portions_sold} portions sold; {tally.portions_reserved} still reserved.",
        f"- {len(receipts)} receipts on paper, {tally.unprinted} waiting.",
        f"- Every whole accounted for: {_verdict(not tally.violations)}",
        f"- Journal unbroken: {_verdict(audit.ok)}",
    ]
    if trouble:
        lines.append(f"- **The tour stopped early:** {trouble}")
    lines += ["", "## Pictures", ""]
    for picture in pictures:
        lines += [f"### {picture.caption}", "", f"![{picture.caption}]({picture.file})", ""]
    lines += ["## Receipts", "", *(f"![{name}](receipts/{name})" for name in receipts), ""]
    (folder / "summary.md").write_text("\n".join(lines), encoding="utf-8")


def _verdict(holds: bool) -> str:
    return "yes" if holds else "**no**"
