"""Requests of Hive's dashboard API (contract 15), JSON or form."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field, model_validator

from common.api.base import Request, Text, Time, Url
from common.domain.callback import METADATA_NAMES
from common.domain.content import HIVE_POST, Content, Submission, region_of
from common.domain.fields import Id, Note, OptionalId, Prose
from common.domain.not_in_effect import NoEffect

_POLICYS = NoEffect("the app's default policy says which engines run")
Metadata = Annotated[Any, Prose]


class TaskRequest(Request):
    """One of `text_data` and `url`; `patron_id` is the older name of `user_id`."""

    post_id: Id
    user_id: Id = Field(validation_alias=AliasChoices("user_id", "patron_id"))
    text_data: Text | None = None
    url: Url | None = None
    models: Annotated[list[str] | str | None, _POLICYS] = None
    group_id: OptionalId = None
    parent_id: OptionalId = None
    conversation_id: OptionalId = None
    content_variant: OptionalId = None
    reference_url: Url | None = None
    content_metadata: Metadata = None
    user_metadata: Metadata = None
    timestamp: Time | None = None

    @model_validator(mode="after")
    def _one_content(self) -> TaskRequest:
        if (self.text_data is None) == (self.url is None):
            raise ValueError("exactly one of text_data and url is required")
        return self

    def submission(self) -> Submission:
        metadata = {name: getattr(self, name) for name in METADATA_NAMES if getattr(self, name)}
        custom = {
            name: getattr(self, name)
            for name in ("content_metadata", "user_metadata")
            if getattr(self, name) is not None
        }
        content = Content(
            texts=(self.text_data,) if self.text_data is not None else (),
            images=(self.url,) if self.url and _kind(self.url) == "images" else (),
            videos=(self.url,) if self.url and _kind(self.url) == "videos" else (),
            audios=(self.url,) if self.url and _kind(self.url) == "audios" else (),
            other={"custom": custom} if custom else {},
        )
        return Submission(
            HIVE_POST,
            self.post_id,
            self.user_id,
            content,
            published_at=self.timestamp,
            metadata=metadata,
            creator_region=region_of(self.user_metadata),
        )


class AsyncTaskRequest(TaskRequest):
    callback_url: str | None = Field(None, max_length=2_048)


class ReportRequest(Request):
    post_id: OptionalId = None
    user_id: OptionalId = None
    report_categories: list[Id] = Field(min_length=1, max_length=20)
    reporter_id: OptionalId = None
    report_reason: Note = None

    @model_validator(mode="after")
    def _one_subject(self) -> ReportRequest:
        if bool(self.post_id) == bool(self.user_id):
            raise ValueError("exactly one of post_id and user_id is required")
        return self


def _kind(url: str) -> Literal["images", "videos", "audios"]:
    """By the file name's ending; what has none is taken for an image."""
    ending = url.partition("?")[0].rpartition(".")[2].lower()
    if ending in ("mp4", "mov", "webm", "avi", "mkv", "m4v"):
        return "videos"
    return "audios" if ending in ("mp3", "wav", "m4a", "ogg", "flac", "aac") else "images"
