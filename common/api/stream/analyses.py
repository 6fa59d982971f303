"""Named texts and images that are analyzed together (contract section 6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from common.api.base import Request, Text, Time, Url
from common.api.stream.checks import CheckUser
from common.api.stream.users import UnrecordedId
from common.domain.analysis import Analysis, image_label
from common.domain.content import region_of
from common.domain.errors import Invalid
from common.domain.fields import Custom, OptionalId

FieldKey = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=r"^[^\x00]*$")]
ContentId = Annotated[str, StringConstraints(max_length=256)]
_ENTITY = ("entity_type", "entity_id", "entity_creator_id")
ImageUrl = Annotated[Url, StringConstraints(min_length=1)]
_MOST_TEXTS, _MOST_IMAGES = 100, 30


class AnalyzeRequest(Request):
    """With an entity, texts and images are the content of an item; without, nothing is kept of them
    and `config_key` says what judges. `images`, Gavel's own, are addresses: Stream's own form with
    the images themselves is refused.
    """

    texts: dict[FieldKey, Text] | None = Field(None, max_length=_MOST_TEXTS)
    images: dict[FieldKey, ImageUrl] | None = Field(None, max_length=_MOST_IMAGES)
    content_ids: dict[FieldKey, ContentId] | None = Field(
        None, max_length=_MOST_TEXTS + _MOST_IMAGES
    )
    config_key: OptionalId = None
    entity_type: OptionalId = None
    entity_id: OptionalId = None
    entity_creator_id: OptionalId = None
    content_published_at: Time | None = None
    custom: Custom | None = None
    async_response: bool | None = None
    user_id: UnrecordedId = None
    user: CheckUser | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> AnalyzeRequest:
        texts, images = self.texts or {}, self.images or {}
        if not texts and not images:
            raise Invalid.field("texts", "needs at least one, unless there are images")
        labels = {*texts, *map(image_label, images)}
        for name in self.content_ids or ():
            if name not in labels:
                raise Invalid.field(f"content_ids.{name}", "is of no text and no `image:` + name")
        named = [name for name in _ENTITY if getattr(self, name)]
        missing = [name for name in _ENTITY if name not in named]
        if named and missing:
            raise Invalid.field(missing[0], f"goes with {' and '.join(named)}")
        if not named:
            self._check_nobodys()
        return self

    def _check_nobodys(self) -> None:
        """Raises Invalid for what would be ignored where there is no entity."""
        if not self.config_key:
            raise Invalid.field("config_key", "is needed without an entity")
        if self.content_published_at is not None:
            raise Invalid.field("content_published_at", "is an entity's, and none is named")
        if self.custom is not None and not self.async_response:
            raise Invalid.field("custom", "is kept with an entity or told to webhooks: name either")

    def idle(self) -> Iterator[str]:
        if self.user is not None:
            yield from self.user.idle(self.entity_creator_id or "")

    def analysis(self, now: int) -> Analysis:
        analysis: Analysis = {
            "texts": self.texts or {},
            "content_ids": self.content_ids or {},
            "config_key": self.config_key or "",
            "entity_type": self.entity_type or "",
            "entity_id": self.entity_id or "",
            "creator_id": self.entity_creator_id or "",
            "custom": self.custom or {},
            "received_at": now,
        }
        if self.images:
            analysis["images"] = self.images
        if self.content_published_at is not None:
            analysis["published_at"] = self.content_published_at
        user = self.user
        region = region_of(user.custom) if user and user.id == self.entity_creator_id else None
        if region is not None:
            analysis["creator_region"] = region
        return analysis
