"""The server takes no policy that a terminal could not read, or that relaxes a safety limit."""

import asyncio
import copy
import json
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from psycopg.types.json import Jsonb

from app.domain.people import Mode
from app.domain.policy import StoreSettings
from app.services.policy_check import contradictions
from app.services.policy_codec import BadPolicyDocument, from_document, to_document
from app.services.policy_form import sections
from app.services.refusal import RefusalCode, Refused
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_policies import Office, add_chief
from tests.support.policy_shapes import defaults, jurisdictions, shapes
from tests.support.sample_data import sample_settings
from tests.support.seed import SmallShop

Document = dict[str, Any]
SCREENS_ONLY = {
    "floor_above_cap", "product_margin", "window_id", "window_beyond_cap", "window_never",
    "peak_without_justification", "slow_and_peak_at_once", "promotion_id",
}  # fmt: skip
"""What needs products, hours or promotions; peak hours have a check of their own."""
JUNK: tuple[Any, ...] = (
    None, True, -1, 0, 1, 7, 10_000, 1.5, -0.5, 1e300, 10**20, "", "many", "3/10", "1/0", "9/10",
    "-1/2", "2/1", [], [1], ["cashier"], {}, {"x": 1}, "2026-13-01", "24:00", "12:00",
)  # fmt: skip
LIKELY = (-1, 0, 0.5, 1, 2, 7, 9, 10, 11, 60, 900, 901, 14_400, 14_401, 20_000, 63_000, 300_001)
SHARES = ("0/1", "1/20", "3/10", "1/2", "4/5", "1/1", "3/2", "-1/10")


def full_settings() -> Document:
    """Every section as the server stores it, with the parts that are off by default put in."""
    document: Document = json.loads(json.dumps(to_document(sample_settings())))
    document["pricing"] |= {
        "grade_factors": {"a": "11/10", "b": "1/1", "c": "4/5"},
        "pace": {"deepest": "3/10", "from_ratio": "1/1", "full_ratio": "2/1", "step": "1/20"},
        "sell_by_steps": [
            {"within_s": 1800, "factor": "3/4"}, {"within_s": 3600, "factor": "9/10"},
        ],
    }  # fmt: skip
    return document


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value of a document but the versions."""
    parts: Any = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    for key, part in parts:
        if key != "version":
            yield (*path, key)
            yield from places(part, (*path, key))


def at(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        document = document[key]
    return document


def put(document: Document, path: tuple[Any, ...], value: Any) -> Document:
    changed = copy.deepcopy(document)
    at(changed, path[:-1])[path[-1]] = value
    return changed


def section_places(document: Document) -> list[tuple[str, tuple[Any, ...]]]:
    return [
        (section, (*section.split("."), *path))
        for section in sections()
        for path in places(at(document, tuple(section.split("."))))
    ]


def test_the_server_knows_every_policy_s_fields_defaults_and_profiles(
    small_store: SmallShop,
) -> None:
    """After a new field: python -m tests.support.policy_shapes > the migration's file."""
    assert small_store.one("SELECT wedge.policy_shapes()") == shapes()
    assert small_store.one("SELECT wedge.policy_defaults()") == defaults()
    assert small_store.one("SELECT wedge.jurisdictions()") == jurisdictions()


def test_server_and_screens_find_the_same_contradictions(small_store: SmallShop) -> None:
    random, whole = Random(26), full_settings()
    known = [path for _, path in section_places(whole)]
    cases = [whole]
    for path in known * 2:
        value = at(whole, path)
        if isinstance(value, str) and "/" in value:
            cases.append(put(whole, path, random.choice(SHARES)))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            near = (value - 1, value + 1, value * 2, -value)
            cases.append(put(whole, path, random.choice((*near, *LIKELY))))
        elif isinstance(value, list) and path[-2] in ("approvers", "portions"):
            cases.append(put(whole, path, []))
    for profile in ("fda", "uk", "none"):
        law = put(whole, ("food", "jurisdiction", "profile"), profile)
        cases += [put(law, ("food", "jurisdiction", key), value) for key, value in (
            ("hot_min_mc", 57_222), ("hot_min_mc", 63_000), ("cold_max_mc", 8_000),
            ("cold_max_mc", 8_001), ("hot_display_limit_s", 14_401),
            ("cold_after_cut_limit_s", 259_201),
        )]  # fmt: skip
    readable = []
    for case in cases:
        try:
            readable.append((case, from_document(StoreSettings, case)))
        except BadPolicyDocument:
            continue  # a fraction of a whole number, as the other test tries
    found = small_store.query(
        "SELECT ARRAY(SELECT DISTINCT f FROM unnest(%s::text[]) s, wedge.policy_faults(s, c) f)"
        " FROM jsonb_array_elements(%s) WITH ORDINALITY x (c, i) ORDER BY i",
        list(sections()), Jsonb([case for case, _ in readable]),
    )  # fmt: skip
    assert len(readable) > 300
    codes = set()
    for (case, policies), (faults,) in zip(readable, found, strict=True):
        said = {
            f"{each.code} {','.join(each.fields)}"
            for each in contradictions(policies)
            if each.code not in SCREENS_ONLY
        }
        assert set(faults) - {"below_zero cashier_limit_minor", "must_not_be_negative window"} == (
            said
        ), case
        codes |= {each.split()[0] for each in said}
    assert len(codes) > 20, codes


def test_what_the_server_takes_every_terminal_can_read(small_store: SmallShop) -> None:
    whole, kinds = full_settings(), sections()
    cases = [(section, put(whole, path, junk)) for section, path in section_places(whole)
             for junk in JUNK]  # fmt: skip
    documents = [at(case, tuple(section.split("."))) for section, case in cases]
    found = small_store.query(
        "SELECT wedge.misfit(d, wedge.policy_shapes() -> s, '') FROM ROWS FROM"
        " (jsonb_array_elements(%s), unnest(%s::text[])) WITH ORDINALITY x (d, s, i) ORDER BY i",
        Jsonb(documents), [section for section, _ in cases],
    )  # fmt: skip
    taken = 0
    for (section, _), document, (misfit,) in zip(cases, documents, found, strict=True):
        if misfit is None:
            from_document(kinds[section], document)
            taken += 1
    assert 300 < taken < len(cases) / 2
    for section, kind in kinds.items():
        own = at(whole, tuple(section.split(".")))
        assert small_store.one(
            "SELECT wedge.misfit(%s, wedge.policy_shapes() -> %s::text, '')", Jsonb(own), section
        ) is None  # fmt: skip
        assert from_document(kind, own)


@pytest.mark.parametrize(
    ("section", "change", "why"),
    [
        ("food.jurisdiction", {"hot_min_mc": 10_000}, "safety_limit_relaxed hot_min_mc"),
        ("food.jurisdiction", {"hot_display_limit_s": 864_000},
         "safety_limit_relaxed hot_display_limit"),
        ("food.jurisdiction", {"cold_after_cut_limit_s": 262_800},
         "safety_limit_relaxed cold_after_cut_limit"),
        ("food.freshness", {"aging_from": "9/10", "last_call_from": "1/10"},
         "limits_out_of_order aging_from,last_call_from"),
        ("approvals", {"approvers": {"policy_change": []}}, "nobody_may_approve policy_change"),
        ("loyalty", {"points_each": "many"}, "unreadable points_each"),
    ],
)  # fmt: skip
def test_no_approval_puts_a_relaxed_limit_in_force(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore,
    io_loop: asyncio.AbstractEventLoop, section: str, change: Document, why: str,
) -> None:  # fmt: skip
    add_chief(small_store)
    office = Office(open_store(make_terminal("Office", Mode.MANAGER)), io_loop)
    kind = sections()[section]
    document = {**to_document(kind()), **change}
    with pytest.raises(Refused) as refused:
        office.change(section, document, office.approval(section, document))
    assert (refused.value.code, refused.value.detail) == (
        RefusalCode.BAD_POLICY, f"{section}: {why}",
    )  # fmt: skip
    assert small_store.one("SELECT count(*) FROM wedge.settings") == 1


def test_settings_that_are_relaxed_already_prolong_no_life(small_store: SmallShop) -> None:
    small_store.query(
        "INSERT INTO wedge.settings (version, document, changed_by) SELECT max(version) + 1,"
        " (SELECT document || %s FROM wedge.settings ORDER BY version DESC LIMIT 1),"
        " min(changed_by::text)::uuid FROM wedge.settings",
        Jsonb({"food": {"jurisdiction": {"hot_display_limit_s": 864_000, "hot_min_mc": 10_000}}}),
    )
    cut_at, until = small_store.query(
        "SELECT cut_at, wedge.safety_until(jsonb_populate_record(w, '{\"expires_at\": null}'),"
        " 'hot') FROM wedge.wholes w WHERE cut_at IS NOT NULL LIMIT 1"
    )[0]
    assert until == cut_at + timedelta(hours=4)
    assert small_store.one(
        "SELECT wedge.breaks_limits(id, 59999) FROM wedge.holding_units WHERE kind = 'hot' LIMIT 1"
    )
