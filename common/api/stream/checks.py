"""Content that Stream's clients submit (contract section 6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from common.api.base import Request, Text, Time, Url
from common.api.stream.users import ActingUser, UnrecordedId
from common.domain.address import address_of
from common.domain.content import Content, Submission, region_of
from common.domain.errors import Invalid
from common.domain.fields import Custom, Id, IdOrEmpty, OptionalId, Reason

_MEDIA = {"texts", "images", "videos", "audios"}


class ModerationPayload(Request):
    texts: list[Text] | None = Field(None, max_length=100)
    images: list[Url] | None = Field(None, max_length=30)
    videos: list[Url] | None = Field(None, max_length=30)
    audios: list[Url] | None = Field(None, max_length=10)
    other_media: list[Url] | None = Field(None, max_length=30)
    image_ids: dict[str, str] | None = None
    text_ids: dict[str, str] | None = None
    image_ordered_keys: list[str] | None = None
    text_ordered_keys: list[str] | None = None
    custom: Custom | None = None

    def content(self) -> Content:
        others = self.model_fields_set - _MEDIA
        return Content(
            tuple(self.texts or ()),
            tuple(self.images or ()),
            tuple(self.videos or ()),
            tuple(self.audios or ()),
            self.model_dump(exclude_none=True, include=others) if others else {},
        )


class CheckUser(ActingUser):
    """Of `custom` the `region` and the `ip` count, where the user is the creator."""

    custom: Custom | None = None

    def idle(self, creator: str) -> Iterator[str]:
        """They are recorded nowhere, and read only for where the creator is."""
        is_read = self.id == creator and (region_of(self.custom) or address_of(self.custom))
        if not is_read:
            yield "user.id"
            if self.custom:
                yield "user.custom"


class CheckOptions(Request):
    """`force_sync` has slow engines answer at once."""

    force_sync: bool | None = None


class CheckRequest(Request):
    entity_type: Id
    entity_id: Id
    entity_creator_id: IdOrEmpty
    moderation_payload: ModerationPayload | None = None
    config_key: OptionalId = None
    config_team: OptionalId = None
    config: dict[str, Any] | None = None
    content_published_at: Time | None = None
    options: CheckOptions | None = None
    test_mode: bool | None = None
    user_id: UnrecordedId = None
    user: CheckUser | None = None

    @model_validator(mode="after")
    def _policy_of_a_test(self) -> CheckRequest:
        if self.config is not None and not self.test_mode:
            raise Invalid.field("config", "is for test_mode; otherwise name one in config_key")
        return self

    def idle(self) -> Iterator[str]:
        if self.user is not None:
            yield from self.user.idle(self.entity_creator_id)

    def submission(self) -> Submission:
        content = self.moderation_payload.content() if self.moderation_payload else Content()
        return Submission(
            self.entity_type,
            self.entity_id,
            self.entity_creator_id,
            content,
            self.config_key or None,
            self.config_team or "",
            self.content_published_at,
            creator_region=region_of(self._creator_fields),
            creator_address=address_of(self._creator_fields),
        )

    @property
    def _creator_fields(self) -> Custom | None:
        """Of the acting user, who need not be the creator."""
        user = self.user
        return user.custom if user and user.id == self.entity_creator_id else None

    @property
    def force_sync(self) -> bool:
        return bool(self.options and self.options.force_sync)


def _map(value: Any) -> Any:
    """stream-chat JS types a flag's `custom` as an array of maps, the rest as a map."""
    if isinstance(value, list):
        return {key: item for each in value if isinstance(each, dict) for key, item in each.items()}
    return value


class CustomCheckFlag(Request):
    type: Literal["custom_check_text", "custom_check_image", "custom_check_video"]
    reason: Reason = None
    labels: list[Annotated[str, Field(max_length=255)]] | None = Field(None, max_length=100)
    custom: Annotated[Custom | None, BeforeValidator(_map)] = None


class CustomCheckRequest(Request):
    entity_type: Id
    entity_id: Id
    flags: list[CustomCheckFlag] = Field(min_length=1, max_length=10)
    entity_creator_id: OptionalId = None
    moderation_payload: ModerationPayload | None = None
    user_id: OptionalId = None
    user: ActingUser | None = None
