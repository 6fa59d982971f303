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


def _things(made: Made, mark: str) -> dict[str, str]:
    made("PUT", "/api/v1/transparency_database", {**_DRY, "user_id": mark})
    return {}


AREA = Area(
    valid={"put_transparency_database": _DRY},
    wrong={
        "put_transparency_database": (
            ("no country", "territorial_scope", {**_DRY, "territorial_scope": ["US"]}),
            ("an address within", "url", {**_SANDBOX, "url": "http://10.0.0.1"}),
            ("no place to submit to", "url", {"mode": "sandbox", "token": "1|token"}),
            ("no token", "token", {**_SANDBOX, "token": None}),
            ("a token that no header can have", "token", {**_SANDBOX, "token": "a\nb"}),
        ),
    },
    asked={"get_transparency": _DAYS, "get_transparency_csv": _DAYS},
    queries={"get_transparency": _WRONG, "get_transparency_csv": _WRONG},
    samples={
        "get_transparency from": "2026-11-01",
        "get_transparency to": "2026-01-02",
        "get_transparency_csv from": "2026-11-01",
        "get_transparency_csv to": "2026-01-02",
        "put_transparency_database url": "https://sandbox.example.com",
        "put_transparency_database territorial_scope": ["DE"],
        "put_transparency_database mode": "sandbox",
    },
    beside={"put_transparency_database mode": {k: v for k, v in _SANDBOX.items() if k != "mode"}},
    ids={"submissions": "{statement}"},
    things=_things,
)
