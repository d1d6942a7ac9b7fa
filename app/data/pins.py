"""PIN derivation. The terminal derives, the server compares SHA-256 of what it is told."""

import hashlib

from argon2.low_level import Type, hash_secret_raw

from app.domain.people import Role, pin_length


class BadPin(ValueError):
    """The PIN is not made of as many digits as its role asks for."""


def new_verifier(pin: str, role: Role, salt: bytes) -> bytes:
    """What to keep of a PIN that is given to a person. Raises `BadPin`."""
    if len(pin) != pin_length(role) or not (pin.isascii() and pin.isdigit()):
        raise BadPin(f"a PIN of a {role.value} has {pin_length(role)} digits")
    return verifier_of(derive(pin, salt))


def derive(pin: str, salt: bytes) -> bytes:
    """argon2id with the parameters every terminal uses (takes some 20–50 ms)."""
    return hash_secret_raw(
        pin.encode(),
        salt,
        time_cost=2,
        memory_cost=19 * 1024,
        parallelism=1,
        hash_len=32,
        type=Type.ID,
    )


def verifier_of(derived: bytes) -> bytes:
    """What the database keeps of a derived PIN."""
    return hashlib.sha256(derived).digest()
