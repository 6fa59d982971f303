"""Gavel's own rules: their versions."""

from __future__ import annotations

from tests.functional.areas.area import Area

_CHANGE = {"name": "Another"}

AREA = Area(
    samples={"put_rule expected_version": 99},
    # Who saves what is there already, and why, is not kept.
    beside={"put_rule reason": _CHANGE, "put_rule user_id": _CHANGE},
)
