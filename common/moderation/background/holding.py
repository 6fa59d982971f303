"""What is under a legal hold: users with what they made, did and are named in, and items with what
hangs on them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.domain.delivery import user_subject
from common.domain.flag import FLAGS
from common.domain.hold import HOLDS
from common.domain.ids import derived_id
from common.domain.item import ITEMS, Item, author_of, item_key
from common.domain.item_lists import has_more_reporters
from common.store.store import Document, Store
from common.store.walking import documents

_AT_ONCE = 100
_NAMING = ("user_id", "creator_id", "by", "entity_id")


@dataclass(frozen=True, slots=True)
class Holds:
    users: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()

    @classmethod
    async def of(cls, store: Store, app: str) -> Holds:
        """An app has a thousand at most, and mostly none."""
        found: dict[str, set[str]] = {"user": set(), "item": set()}
        async for document in documents(store, HOLDS, app=app, at_once=_AT_ONCE):
            found[document.data["of"]].add(document.data["subject_id"])
        return cls(frozenset(found["user"]), frozenset(found["item"]))

    @property
    def is_empty(self) -> bool:
        return not (self.users or self.items)

    @property
    def mark(self) -> str:
        """Another one as soon as another item is held."""
        return derived_id("held items", *sorted(self.items))

    async def free(
        self, store: Store, app: str, documents: Sequence[Document[Any]]
    ) -> list[Document[Any]]:
        """Those that nothing holds: neither they nor the items that they are about."""
        if self.is_empty:
            return [*documents]
        open_ones = [each for each in documents if not self._has(each.key.id, each.data)]
        named = {each.data["item_id"] for each in open_ones if each.data.get("item_id")}
        held = await self._held_by_people(store, app, sorted(named))
        for each in open_ones:
            if each.key.collection == ITEMS and await self._hold_one_of(store, app, each.data):
                held.add(each.key.id)
        return [
            each for each in open_ones if held.isdisjoint((each.key.id, each.data.get("item_id")))
        ]

    async def keep(self, store: Store, app: str, user_id: str) -> bool:
        """Whether they hold the user, or an item that the user made or reported."""
        if user_id in self.users:
            return True
        crowded = set[str]()
        for start in range(0, len(self.items), _AT_ONCE):
            ids = sorted(self.items)[start : start + _AT_ONCE]
            for found in await store.get([item_key(app, id) for id in ids]):
                if found is None:
                    continue
                if user_id in _known_people(found.data):
                    return True
                if has_more_reporters(found.data):
                    crowded.add(found.key.id)
        return bool(crowded) and await _has_reported(store, app, user_id, crowded)

    def _has(self, id: str, data: Mapping[str, Any]) -> bool:
        if id in self.items or data.get("item_id") in self.items:
            return True
        analysed = (data.get("analysis") or {}).get("creator_id")
        people = (id, analysed, *(data.get(name) for name in _NAMING), *data.get("reporters", ()))
        return self._names_one(people) or any(
            data.get("subject") == user_subject(each) for each in self.users
        )

    def _names_one(self, people: Iterable[object]) -> bool:
        return any(each in self.users for each in people)

    async def _held_by_people(self, store: Store, app: str, ids: Sequence[str]) -> set[str]:
        if not self.users:
            return set()
        found = await store.get([item_key(app, id) for id in ids])
        return {
            each.key.id
            for each in found
            if each is not None and await self._hold_one_of(store, app, each.data)
        }

    async def _hold_one_of(self, store: Store, app: str, item: Item) -> bool:
        if not self.users.isdisjoint(_known_people(item)):
            return True
        if not (self.users and has_more_reporters(item)):
            return False
        return not self.users.isdisjoint(await people_of(store, app, item))


async def people_of(store: Store, app: str, item: Item) -> set[str]:
    """Who made or reported it: also those of whom only their flags know."""
    found = _known_people(item)
    if has_more_reporters(item):
        equal = {"item_id": item["id"]}
        flags = documents(store, FLAGS, app=app, equal=equal, order="created_at", at_once=_AT_ONCE)
        found |= {each.data["user_id"] async for each in flags}
    return found


def _known_people(item: Item) -> set[str]:
    return {author_of(item), item["creator_id"], *item.get("reporters", ())}


async def _has_reported(store: Store, app: str, user_id: str, items: Collection[str]) -> bool:
    """Looked for among all that the user has reported."""
    equal = {"user_id": user_id}
    flags = documents(store, FLAGS, app=app, equal=equal, order="created_at", at_once=_AT_ONCE)
    async for each in flags:
        if each.data["item_id"] in items:
            return True
    return False
