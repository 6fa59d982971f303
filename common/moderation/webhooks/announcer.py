"""Events about one subject, ordered in the unit of work that they follow from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.delivery import item_subject, user_subject
from common.domain.ids import derived_id
from common.domain.item import Item
from common.domain.user import User, user_key
from common.domain.webhook import EventType

if TYPE_CHECKING:
    from common.domain.review_item import ReviewItem
    from common.views.webhook_events import Event


class Announcer:
    """Where no webhook wants an event, nothing is read or written for it."""

    def __init__(
        self, context: Context, configuration: Configuration, outbox: Outbox, now: int
    ) -> None:
        self._context = context
        self._configuration = configuration
        self._outbox = outbox
        self.now = now

    @property
    def app(self) -> str:
        return self._configuration.app

    def wants(self, type: EventType) -> bool:
        return bool(self._configuration.webhooks_for(type))

    async def review_item(self, item: Item) -> ReviewItem:
        from common.moderation.review_items import review_items

        return (await review_items(self._context, self._configuration.app, [item]))[0]

    async def users(self, ids: Sequence[str]) -> list[User | None]:
        """One for each id; None where nothing is known of who has it, or the id is empty."""
        wanted = [id for id in dict.fromkeys(ids) if id]
        if not wanted:
            return [None] * len(ids)
        app = self._configuration.app
        found = await self._context.store.get([user_key(app, id) for id in wanted])
        known = {document.key.id: document.data for document in found if document is not None}
        return [known.get(id) for id in ids]

    async def of_item(self, item_id: str, change: str, made: Sequence[Event]) -> None:
        """`change` names what they follow from: the same change announces them once."""
        id = derived_id("events", item_id, change)
        await self._announce(id, item_id, item_subject(item_id), made)

    async def of_user(self, user_id: str, change: str, event: Event, item_id: str = "") -> None:
        """In order with what else happens to the user, whatever content it is about."""
        subject = user_subject(user_id)
        id = derived_id("events", subject, change)
        await self._announce(id, item_id, subject, [event])

    async def of_job(self, job: str, event: Event) -> None:
        subject = f"job:{job}"
        await self._announce(derived_id("events", subject, event["type"]), "", subject, [event])

    async def _announce(self, id: str, item_id: str, subject: str, made: Sequence[Event]) -> None:
        wanted = [event for event in made if self.wants(EventType(event["type"]))]
        if wanted:
            version = self._configuration.version
            await self._outbox.announce(id, item_id, wanted, version, subject)
