"""What moved a price, as it is printed, per language: one label for each rule."""

from types import MappingProxyType

from app.domain.price import PriceCode

ENGLISH_STEPS = MappingProxyType(
    {
        PriceCode.SHARE: "Base price",
        PriceCode.LIST: "Base price",
        PriceCode.GRADE: "Freshness reduction",
        PriceCode.GRADE_STALE: "Freshness reduction",
        PriceCode.FRESHNESS: "Freshness reduction",
        PriceCode.FRESHNESS_STALE: "Freshness reduction",
        PriceCode.PRESENTATION: "For its looks",
        PriceCode.REVIEW: "After quality check",
        PriceCode.SELL_BY: "Best soon",
        PriceCode.LAST_CALL: "Best soon",
        PriceCode.SLOW_HOURS: "Quiet hours",
        PriceCode.PACE: "Demand",
        PriceCode.PEAK: "Peak hour",
        PriceCode.PERCENT: "Promotion",
        PriceCode.AMOUNT: "Promotion",
        PriceCode.N_FOR_PRICE: "Promotion",
        PriceCode.BUNDLE: "Promotion",
        PriceCode.CAP: "Price limit",
        PriceCode.MARGIN_FLOOR: "Lowest price",
        PriceCode.ROUNDING: "Rounding",
        PriceCode.MANUAL: "Discount",
        PriceCode.LOYALTY: "Points",
        PriceCode.QUOTED: "Price as quoted",
        PriceCode.SIZE: "Own size",
    }
)
THAI_STEPS = MappingProxyType(
    {
        PriceCode.SHARE: "ราคาปกติ",
        PriceCode.LIST: "ราคาปกติ",
        PriceCode.GRADE: "ลดตามความสด",
        PriceCode.GRADE_STALE: "ลดตามความสด",
        PriceCode.FRESHNESS: "ลดตามความสด",
        PriceCode.FRESHNESS_STALE: "ลดตามความสด",
        PriceCode.PRESENTATION: "ลดตามรูปลักษณ์",
        PriceCode.REVIEW: "ลดหลังตรวจคุณภาพ",
        PriceCode.SELL_BY: "ใกล้หมดเวลาอร่อย",
        PriceCode.LAST_CALL: "ใกล้หมดเวลาอร่อย",
        PriceCode.SLOW_HOURS: "ช่วงลูกค้าน้อย",
        PriceCode.PACE: "ตามความต้องการ",
        PriceCode.PEAK: "ชั่วโมงเร่งด่วน",
        PriceCode.PERCENT: "โปรโมชัน",
        PriceCode.AMOUNT: "โปรโมชัน",
        PriceCode.N_FOR_PRICE: "โปรโมชัน",
        PriceCode.BUNDLE: "โปรโมชัน",
        PriceCode.CAP: "จำกัดราคา",
        PriceCode.MARGIN_FLOOR: "ราคาต่ำสุด",
        PriceCode.ROUNDING: "ปัดเศษ",
        PriceCode.MANUAL: "ส่วนลด",
        PriceCode.LOYALTY: "แต้มสะสม",
        PriceCode.QUOTED: "ราคาตามที่แจ้งไว้",
        PriceCode.SIZE: "ขนาดตามสั่ง",
    }
)
