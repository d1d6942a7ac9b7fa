"""Everything that is kept of a guest, as a file the guest can take along."""

import json
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from app.domain.guests import GuestProfile, GuestRecord


def export_text(record: GuestRecord, profile: GuestProfile) -> str:
    """The record and the profile read from it, as JSON; amounts in minor units, moments UTC."""
    document = {"guest": _plain(asdict(record)), "profile": _plain(asdict(profile))}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value.value if isinstance(value, Enum) else value
