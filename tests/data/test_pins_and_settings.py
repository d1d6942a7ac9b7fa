"""PINs as long as their role asks for, and settings that name every policy."""

import json

import pytest

from app.data.demo.menu import read_menu
from app.data.demo.shop import settings_document
from app.data.pins import BadPin, derive, new_verifier, verifier_of
from app.domain.people import Role
from app.domain.policy import StoreSettings
from app.services.policy_codec import from_document, to_document

SALT = bytes(range(16))


@pytest.mark.parametrize(
    ("pin", "role"),
    [("1234", Role.CASHIER), ("1234", Role.KITCHEN), ("123456", Role.MANAGER),
     ("123456", Role.FOOD_SAFETY_MANAGER), ("123456", Role.ADMINISTRATOR)],
)  # fmt: skip
def test_a_pin_of_the_roles_length_is_taken(pin: str, role: Role) -> None:
    assert new_verifier(pin, role, SALT) == verifier_of(derive(pin, SALT))


@pytest.mark.parametrize(
    ("pin", "role"),
    [("123", Role.CASHIER), ("12345", Role.CASHIER), ("1234", Role.MANAGER), ("", Role.KITCHEN),
     ("12a4", Role.CASHIER), ("๑๒๓๔", Role.CASHIER), ("12345678", Role.ADMINISTRATOR)],
)  # fmt: skip
def test_any_other_pin_is_refused(pin: str, role: Role) -> None:
    with pytest.raises(BadPin, match="digits"):
        new_verifier(pin, role, SALT)


def test_the_demo_store_names_every_policy() -> None:
    document = json.loads(json.dumps(settings_document(read_menu())))
    settings = from_document(StoreSettings, document)
    assert to_document(settings) == document
    assert document["targets"]["waste_target_bp"] == settings.targets.waste_target_bp
