"""The app's lists of image hashes as engines take them: the hashes are read when one compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from common.configuration.configuration import Configuration
from common.domain.ids import derived_id
from common.domain.image_hash_list import (
    ImageHashList,
    ImageHashPage,
    image_hash_page_key,
)
from common.store.store import Document, Store

_PAGES_AT_ONCE = 20


@dataclass(frozen=True)
class HashLists:
    app: str
    all: Sequence[ImageHashList]
    store: Store = field(repr=False)

    @cached_property
    def revision(self) -> str:
        """Changes with any list; empty without one."""
        stamps = sorted(f"{each['id']}@{each['updated_at']}" for each in self.all)
        return derived_id(*stamps) if stamps else ""

    async def lines(self, of: ImageHashList) -> Sequence[str]:
        pages = await read_pages(self.store, self.app, of)
        return [line for page in pages if page for line in page.data["text"].splitlines()]


def hash_lists_of(configuration: Configuration) -> HashLists | None:
    """None without any."""
    store, lists = configuration.store, configuration.image_hash_lists
    if store is None or not lists:
        return None
    return HashLists(configuration.app, list(lists.values()), store)


async def read_pages(
    store: Store, app: str, of: ImageHashList
) -> Sequence[Document[ImageHashPage] | None]:
    """In their order, some at a time: a whole list has several megabytes."""
    keys = [image_hash_page_key(app, of["id"], number) for number in range(of["pages"])]
    pages: list[Document[ImageHashPage] | None] = []
    for start in range(0, len(keys), _PAGES_AT_ONCE):
        pages += await store.get(keys[start : start + _PAGES_AT_ONCE])
    return pages
