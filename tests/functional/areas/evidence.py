"""The roots of the log's days."""

from __future__ import annotations

from tests.functional.areas.area import Area

_DAYS = tuple(
    (f"{name} that is no day", {name: day})
    for name in ("from", "to")
    for day in ("2026-3-2", "2026-02-30", "yesterday")
)

AREA = Area(
    queries={"query_log_roots": _DAYS},
    samples={"query_log_roots from": "2026-03-02", "query_log_roots to": "2026-03-01"},
)
