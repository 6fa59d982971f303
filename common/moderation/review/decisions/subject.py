"""What a decision is about, to be changed in place: the unit of work writes what differs."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.errors import Invalid
from common.domain.item import Item
from common.domain.user import BanRecord, User, user_key
from common.moderation.counters import counting
from common.store.unit_of_work import UnitOfWork


class Subject:
    """`item` is None where only a user is named; `user_id` is empty where the item is of nobody."""

    def __init__(
        self,
        unit: UnitOfWork,
        app: str,
        item: Item | None,
        user_id: str,
        user: User | None,
        now: int,
    ) -> None:
        self.unit = unit
        self.app = app
        self._user = user
        self.item = item
        self.user_id = user_id
        self.now = now

    @property
    def item_id(self) -> str:
        return self.item["id"] if self.item is not None else ""

    @property
    def user(self) -> User:
        """Made if need be. Raises Invalid where there is nobody."""
        if not self.user_id:
            raise Invalid.field("item_id", "names content without a creator")
        if self._user is None:
            made: User = {"id": self.user_id, "created_at": self.now, "updated_at": self.now}
            self._user = self.unit.create(user_key(self.app, self.user_id), made)
        self._user.update({"id": self.user_id, "updated_at": self.now})
        return self._user

    @property
    def known_user(self) -> User | None:
        return self._user

    @property
    def bans(self) -> Sequence[BanRecord]:
        return self._user.get("bans", ()) if self._user is not None else ()

    def count_deleted(self, user_id: str, change: int) -> None:
        """In the `deleted_content_count` of a user, who may be another than the item's by now."""
        if not user_id:
            return
        if user_id != self.user_id:
            changes = {"deleted_content_count": change}
            self.unit.add(counting(self.app, user_id, changes, self.now))
            return
        count = self.user.get("deleted_content_count", 0) + change
        self.user["deleted_content_count"] = max(0, count)
