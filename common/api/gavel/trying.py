"""Content that is tried against a policy; nothing is kept of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from common.api.base import Text
from common.api.gavel.base import Body
from common.api.stream.checks import ModerationPayload
from common.domain.content import Content, Submission
from common.domain.errors import Invalid
from common.domain.fields import OptionalId

Region = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2}$")]
_CONTENTS = ("text", "moderation_payload", "item_id")
_KEPT_ALONE = ("other_media", "image_ids", "text_ids", "image_ordered_keys", "text_ordered_keys")
TRIED = "tried"
"""The type of an entity that never becomes one."""


class TriedContent(Body):
    """The policy is the one of `config_key`, or `config`; without either it is the item's, or the
    app's default.
    """

    text: Text | None = None
    moderation_payload: ModerationPayload | None = None
    item_id: OptionalId = None
    config_key: OptionalId = None
    config_team: OptionalId = None
    config: dict[str, Any] | None = Field(None, max_length=100)
    entity_creator_id: OptionalId = None
    region: Region | None = None

    def given(self) -> list[str]:
        """Which contents: an empty text is one where there is no other."""
        given = [name for name in _CONTENTS if getattr(self, name) not in (None, "")]
        return given or (["text"] if self.text is not None else [])

    def submission(self, item: Submission | None) -> Submission:
        """`item` is what the item that is named was submitted as."""
        base = item or Submission(TRIED, "", "", self._content())
        return replace(
            base,
            creator_id=self.entity_creator_id or base.creator_id,
            config_key=self.config_key or base.config_key,
            team=self.config_team or base.team,
            creator_region=self.region.upper() if self.region else base.creator_region,
        )

    def _content(self) -> Content:
        if self.moderation_payload is not None:
            return self.moderation_payload.content()
        return Content((self.text or "",))


class TryBody(TriedContent):
    """One of `text`, `moderation_payload` and `item_id`."""

    def idle(self) -> list[str]:
        """What is only kept with an item, and nothing judges or asks for."""
        payload = self.moderation_payload
        given = () if payload is None else [n for n in _KEPT_ALONE if getattr(payload, n)]
        return [f"moderation_payload.{name}" for name in given]

    @model_validator(mode="after")
    def _is_one(self) -> TryBody:
        given = self.given()
        if not given:
            raise Invalid.field("text", "or moderation_payload, or item_id has to be given")
        if len(given) > 1:
            raise Invalid.field(given[1], f"cannot be tried together with {given[0]}")
        if self.config is not None and self.config_key:
            raise Invalid.field("config_key", "is another policy than config")
        return self
