"""Requests of Hive's dashboard API (contract 15), JSON or form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AliasChoices, BeforeValidator, Field, model_validator

from common.api.base import Request, Text, Time, Url
from common.domain.callback import METADATA_NAMES
from common.domain.content import HIVE_POST, Content, Submission, region_of
from common.domain.fields import Id, Note, OptionalId, Prose
from common.domain.models import LOOKS_AT, TaskModel

Metadata = Annotated[Any, Prose]
Kind = Literal["texts", "images", "videos", "audios"]


def _not_done(why: str) -> AfterValidator:
    """For what Hive has and Gavel does nothing for; what asks for nothing is taken."""

    def check(value: Any) -> Any:
        if value:
            raise ValueError(f"is not done: {why}")
        return value

    return AfterValidator(check)


def _listed(value: Any) -> Any:
    """Forms may name several in one field."""
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list):
        return named
    return [
        part.strip() if isinstance(part, str) else part
        for each in named
        for part in (each.split(",") if isinstance(each, str) else (each,))
    ]


_LIVE = "live streams are not followed, send their frames as url"
_Models = Annotated[list[TaskModel], BeforeValidator(_listed), Field(min_length=1, max_length=10)]
_Thorn = Annotated[bool, _not_done("Gavel has no access to Thorn's hashes")]
_Live = Annotated[str, Field(max_length=4_096), _not_done(_LIVE)]
_File = Annotated[
    str, Field(max_length=4_096), _not_done("files are not taken, send an address as url")
]


class TaskRequest(Request):
    """One of `text_data` and `url`; `patron_id` is the older name of `user_id`. For each of
    `models` the answer has an entry in `status`; which engines run is the app's policy's.
    """

    post_id: Id
    user_id: Id = Field(validation_alias=AliasChoices("user_id", "patron_id"))
    text_data: Text | None = None
    url: Url | None = None
    models: _Models | None = None
    group_id: OptionalId = None
    parent_id: OptionalId = None
    conversation_id: OptionalId = None
    content_variant: OptionalId = None
    reference_url: Url | None = None
    content_metadata: Metadata = None
    user_metadata: Metadata = None
    timestamp: Time | None = None
    thorn_enabled: _Thorn | None = None
    stream_url: _Live | None = None
    stream_id: _Live | None = None
    frame_url: _Live | None = None
    media: _File | None = None

    @model_validator(mode="after")
    def _one_content(self) -> TaskRequest:
        if (self.text_data is None) == (self.url is None):
            raise ValueError("exactly one of text_data and url is required")
        return self

    @property
    def kind(self) -> Kind:
        return "texts" if self.url is None else _kind(self.url)

    def unfit(self) -> Iterator[tuple[str, str]]:
        """Fields of models that look at nothing of the content, each with the reason."""
        for number, model in enumerate(self.models or ()):
            if self.kind not in LOOKS_AT[model]:
                yield f"models.{number}", f"{model!r} does not look at {self.kind}"

    @property
    def _custom(self) -> dict[str, Any]:
        names = ("content_metadata", "user_metadata")
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}

    def submission(self) -> Submission:
        metadata = {name: getattr(self, name) for name in METADATA_NAMES if getattr(self, name)}
        other = {"custom": self._custom} if self._custom else {}
        content = Content.of({self.kind: [self.text_data or self.url or ""], **other})
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


class TaskReport(Request):
    """A report on the post, by somebody who saw it before."""

    report_categories: list[Id] = Field(min_length=1, max_length=20)
    reporter_id: OptionalId = None
    report_reason: Note = None


class V2TaskRequest(TaskRequest):
    """`user_tags` are seen by rules as `user_tags` of the content's properties."""

    user_tags: list[Id] | None = Field(None, max_length=50)
    reports: TaskReport | list[TaskReport] | None = None

    @property
    def _custom(self) -> dict[str, Any]:
        tags = {"user_tags": self.user_tags} if self.user_tags else {}
        return {**super()._custom, **tags}

    def each_report(self) -> list[TaskReport]:
        if self.reports is None:
            return []
        return self.reports if isinstance(self.reports, list) else [self.reports]


class V2AsyncTaskRequest(V2TaskRequest):
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


def _kind(url: str) -> Kind:
    """By the file name's ending; what has none is taken for an image."""
    ending = url.partition("?")[0].rpartition(".")[2].lower()
    if ending in ("mp4", "mov", "webm", "avi", "mkv", "m4v"):
        return "videos"
    return "audios" if ending in ("mp3", "wav", "m4a", "ogg", "flac", "aac") else "images"
