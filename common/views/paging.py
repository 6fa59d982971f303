"""How a page of a list is left, in Stream's answers (contract 3.4)."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class PageCursors(TypedDict):
    """Each is there when there may be more, after the page and before it."""

    next: NotRequired[str]
    prev: NotRequired[str]


def page_cursors(next: str | None, prev: str | None) -> PageCursors:
    cursors: PageCursors = {}
    if next:
        cursors["next"] = next
    if prev:
        cursors["prev"] = prev
    return cursors
