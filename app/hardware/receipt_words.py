"""The words printed on paper, per language: the paper's language is not the screen's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.price import PriceCode
from app.domain.ticket import Service
from app.hardware.receipt_steps import ENGLISH_STEPS, THAI_STEPS


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """Every label of a receipt in one language; a missing one is a type error, not a gap."""

    receipt: str
    register: str
    ticket: str
    cashier: str
    tax_id: str
    copy_mark: str
    portion: str
    grade: str
    base_price: str
    allergens: str
    no_allergens: str
    total: str
    includes_tax: str
    """With `{tax}` (the store's tax label) and `{rate}`."""
    net_of_tax: str
    tendered: str
    change: str
    saved: str
    top_quality: str
    """Names what fresh, good food costs more; `steps` names what older food costs less."""
    thanks: str
    cut: str
    sell_by: str
    batch: str
    refund: str
    refund_of: str
    paid_back: str
    reason: str
    approved_by: str
    points_taken: str
    """With `{n}`."""
    points_returned: str
    signature: str
    voucher: str
    voucher_left: str
    """With `{amount}`."""
    voucher_back: str
    """With `{ending}`, the last four signs of the code."""
    voucher_until: str
    voucher_how: str
    replaced: str
    degraded: Mapping[str, str]
    """Why a portion was replaced, by DegradationReason."""
    places: Mapping[str, str]
    """Where in its whole a portion was cut, by Place."""
    service: Mapping[str, str]
    steps: Mapping[PriceCode, str]
    """By the rule that moved a price; an offer is printed under its own name."""
    allergen_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


ENGLISH = ReceiptWords(
    receipt="Receipt",
    register="Register",
    ticket="Ticket",
    cashier="Cashier",
    tax_id="Tax ID",
    copy_mark="COPY",
    portion="Portion",
    grade="Grade",
    base_price="Base price",
    allergens="Contains",
    no_allergens="No declared allergens",
    total="Total",
    includes_tax="incl. {tax} {rate}",
    net_of_tax="Net of {tax}",
    tendered="Cash",
    change="Change",
    saved="You saved",
    top_quality="Top quality",
    thanks="Thank you, see you soon",
    cut="Cut",
    sell_by="Sell by",
    batch="Batch",
    refund="REFUND",
    refund_of="Of receipt",
    paid_back="Paid back, cash",
    reason="Reason",
    approved_by="Approved by",
    points_taken="{n} points taken back",
    points_returned="{n} points given back",
    signature="Signature of the guest",
    voucher="Voucher",
    voucher_left="{amount} left on it",
    voucher_back="Back to voucher …{ending}",
    voucher_until="Valid until",
    voucher_how="Show this code when you pay. What is left stays on it.",
    replaced="Replaced",
    degraded=MappingProxyType(
        {"age": "too old", "temperature": "temperature", "damage": "damaged", "other": "other"}
    ),
    places=MappingProxyType(
        {"corner": "Corner piece", "edge": "Edge piece", "middle": "Middle piece"}
    ),
    service=MappingProxyType(
        {
            Service.COUNTER: "Eat here",
            Service.TAKEAWAY: "Take away",
            Service.TABLE: "Table service",
        }
    ),
    steps=ENGLISH_STEPS,
)

THAI = ReceiptWords(
    receipt="ใบเสร็จรับเงิน",
    register="เครื่อง",
    ticket="คิวที่",
    cashier="พนักงาน",
    tax_id="เลขประจำตัวผู้เสียภาษี",
    copy_mark="สำเนา",
    portion="ชิ้น",
    grade="เกรด",
    base_price="ราคาปกติ",
    allergens="มีส่วนผสมของ",
    no_allergens="ไม่มีสารก่อภูมิแพ้ที่ระบุ",
    total="รวมทั้งสิ้น",
    includes_tax="รวม {tax} {rate}",
    net_of_tax="มูลค่าก่อน {tax}",
    tendered="เงินสด",
    change="เงินทอน",
    saved="คุณประหยัด",
    top_quality="คุณภาพดีเยี่ยม",
    thanks="ขอบคุณที่อุดหนุน",
    cut="ตัดเมื่อ",
    sell_by="ขายภายใน",
    batch="ล็อต",
    refund="คืนเงิน",
    refund_of="ของใบเสร็จ",
    paid_back="คืนเป็นเงินสด",
    reason="เหตุผล",
    approved_by="อนุมัติโดย",
    points_taken="หักคืน {n} แต้ม",
    points_returned="คืนให้ {n} แต้ม",
    signature="ลายมือชื่อลูกค้า",
    voucher="บัตรกำนัล",
    voucher_left="คงเหลือ {amount}",
    voucher_back="คืนเข้าบัตรกำนัล …{ending}",
    voucher_until="ใช้ได้ถึง",
    voucher_how="แสดงรหัสนี้เมื่อชำระเงิน ยอดที่เหลือใช้ได้ในครั้งต่อไป",
    replaced="เปลี่ยนชิ้น",
    degraded=MappingProxyType(
        {"age": "เก่าเกินไป", "temperature": "อุณหภูมิ", "damage": "เสียหาย", "other": "อื่น ๆ"}
    ),
    places=MappingProxyType({"corner": "ชิ้นมุม", "edge": "ชิ้นขอบ", "middle": "ชิ้นกลาง"}),
    service=MappingProxyType(
        {
            Service.COUNTER: "ทานที่ร้าน",
            Service.TAKEAWAY: "กลับบ้าน",
            Service.TABLE: "บริการที่โต๊ะ",
        }
    ),
    steps=THAI_STEPS,
    allergen_names=MappingProxyType(
        {
            "celery": "ขึ้นฉ่าย",
            "crustaceans": "สัตว์น้ำเปลือกแข็ง",
            "egg": "ไข่",
            "eggs": "ไข่",
            "fish": "ปลา",
            "gluten": "กลูเตน",
            "lupin": "ถั่วลูพิน",
            "milk": "นม",
            "molluscs": "หอยและหมึก",
            "mustard": "มัสตาร์ด",
            "nuts": "ถั่วเปลือกแข็ง",
            "peanuts": "ถั่วลิสง",
            "sesame": "งา",
            "soy": "ถั่วเหลือง",
            "soya": "ถั่วเหลือง",
            "sulphites": "ซัลไฟต์",
            "tree_nuts": "ถั่วเปลือกแข็ง",
            "wheat": "ข้าวสาลี",
        }
    ),
)

_BY_LANGUAGE = MappingProxyType({"en": ENGLISH, "th": THAI})


def words_in(language: str) -> ReceiptWords:
    """The words of `language` ("en", "th", also "th_TH"); English where a language is unknown."""
    return _BY_LANGUAGE.get(language.partition("_")[0].lower(), ENGLISH)
