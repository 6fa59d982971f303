"""The transparency database."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_DRY = {"mode": "dry_run"}
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
    samples={
        "put_transparency_database url": "https://sandbox.example.com",
        "put_transparency_database territorial_scope": ["DE"],
        "put_transparency_database mode": "sandbox",
    },
    beside={"put_transparency_database mode": {k: v for k, v in _SANDBOX.items() if k != "mode"}},
    ids={"submissions": "{statement}"},
    things=_things,
)
