"""The categories that reports may name."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from common.store.store import Collection, Key


class ReportCategory(TypedDict):
    id: str
    name: str
    applies_to: Literal["posts", "users", "both"]
    created_at: int
    updated_at: int


REPORT_CATEGORIES: Collection[ReportCategory] = Collection("report_category")


def report_category_key(app: str, id: str) -> Key[ReportCategory]:
    return Key(app, REPORT_CATEGORIES, id)
