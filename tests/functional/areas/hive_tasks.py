"""Hive's tasks."""

from __future__ import annotations

from tests.functional.areas.area import Area

_TASKS = ("task_sync", "task_async", "task_sync_v2", "task_async_v2")

AREA = Area(
    samples={
        **{f"{task} models": ["text"] for task in _TASKS},
        "reports": {"report_categories": ["spam"]},
        "reports.report_categories": ["rude"],
    },
)
