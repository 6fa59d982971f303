"""Stored documents, decoded one by one, so that a damaged one is named and the others are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from common.store.store import Damaged, Document, Key, Page, Version

T = TypeVar("T")


class Reading:
    """Of one call of the store."""

    def __init__(self) -> None:
        self._damaged: list[Key[Any]] = []

    def document(
        self, key: Key[Any], version: Version, decode: Callable[[T], Any], stored: T
    ) -> Document[Any] | None:
        """None where it cannot be decoded, which is remembered."""
        try:
            data = decode(stored)
        except Exception:
            data = None
        if isinstance(data, dict):
            return Document(key, data, version)
        self._damaged.append(key)
        return None

    def check(self) -> None:
        """Raises Damaged."""
        if self._damaged:
            raise Damaged(self._damaged)

    def page(self, documents: Iterable[Document[Any] | None], cursor: str | None) -> Page[Any]:
        """Raises Damaged, which has the page."""
        page = Page([each for each in documents if each is not None], cursor)
        if self._damaged:
            raise Damaged(self._damaged, page)
        return page
