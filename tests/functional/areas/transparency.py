"""The transparency database, and the figures of reports on transparency."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_DRY = {"mode": "dry_run"}
_DAYS = {"from": "2026-01-01", "to": "2026-12-31"}
_WRONG = (
    ("backwards", {"from": _DAYS["to"], "to": _DAYS["from"]}),
    ("more than a year", {**_DAYS, "from": "2024-01-01"}),
    ("no day", {**_DAYS, "to": "2026-02-30"}),
    ("before all days", {"from": "1969-12-31", "to": "1969-12-31"}),
)
_SANDBOX = {"mode": "sandbox", "url": "https://sandbox.example.com", "token": "1|token"}


_ORDER = {
    "kind": "act",
    "issuing_state": "DE",
    "concerns": "a post",
    "received_at": "2026-01-02T03:04:05Z",
}


_EFFECT = {"given_effect_at": "2026-01-03T03:04:05Z"}


def _things(made: Made, mark: str) -> dict[str, str]:
    made("PUT", "/api/v1/transparency_database", {**_DRY, "user_id": mark})
    for id in ("order", "second"):
        made("PUT", f"/api/v1/authority_orders/{id}", {**_ORDER, "concerns": mark})
    return {}


AREA = Area(
    valid={"put_transparency_database": _DRY, "put_authority_order": _ORDER},
    wrong={
        "put_authority_order": (
            ("no state", "issuing_state", {**_ORDER, "issuing_state": "US"}),
            ("no category", "category", {**_ORDER, "category": "SPAM"}),
            ("no item", "item_id", {**_ORDER, "item_id": "nothing"}),
            ("no decision", "decision_id", {**_ORDER, "decision_id": "no", **_EFFECT}),
            ("a decision without effect", "decision_id", {**_ORDER, "decision_id": "no"}),
            ("a time to come", "received_at", {**_ORDER, "received_at": "2200-01-01T00:00:00Z"}),
            ("closed before it came", "closed_at", {**_ORDER, "closed_at": "2020-01-01T00:00:00Z"}),
        ),
        "put_transparency_database": (
            ("no country", "territorial_scope", {**_DRY, "territorial_scope": ["US"]}),
            ("an address within", "url", {**_SANDBOX, "url": "http://10.0.0.1"}),
            ("no place to submit to", "url", {"mode": "sandbox", "token": "1|token"}),
            ("no token", "token", {**_SANDBOX, "token": None}),
            ("a token that no header can have", "token", {**_SANDBOX, "token": "a\nb"}),
        ),
    },
    asked={
        "get_transparency": _DAYS,
        "get_transparency_csv": _DAYS,
        "delete_authority_order": {"reason": "entered twice"},
    },
    queries={
        "get_transparency": _WRONG,
        "get_transparency_csv": _WRONG,
        "delete_authority_order": (("no reason", {}),),
    },
    samples={
        "delete_authority_order reason": "it was none",
        "get_transparency from": "2026-11-01",
        "get_transparency to": "2026-01-02",
        "get_transparency_csv from": "2026-11-01",
        "get_transparency_csv to": "2026-01-02",
        "put_transparency_database url": "https://sandbox.example.com",
        "put_transparency_database territorial_scope": ["DE"],
        "put_transparency_database mode": "sandbox",
    },
    beside={"put_transparency_database mode": {k: v for k, v in _SANDBOX.items() if k != "mode"}},
    ids={"submissions": "{statement}", "authority_orders": "order"},
    things=_things,
)
