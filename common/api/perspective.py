"""What Perspective's clients send: comments to analyze, and what all of their calls share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from common.domain.comment import Comment, NotScored, Requested
from common.domain.fields import IdOrEmpty, Prose
from common.domain.not_in_effect import NoEffect

MOST_CHARACTERS = 20_480
"""Of a comment. Perspective's limit counts bytes, its clients cut at as many characters."""
MOST_ATTRIBUTES = 50
PLAIN = ("PLAIN_TEXT", "TEXT_TYPE_UNSPECIFIED", None)
PROBABILITY = ("PROBABILITY", "SCORE_TYPE_UNSPECIFIED", None)
VERSION = "v1alpha1"

Word = Annotated[str, StringConstraints(max_length=100)]
Name = Annotated[str, StringConstraints(max_length=100, pattern=r"^[A-Z][A-Z0-9_]*$")]
LanguageCode = Annotated[
    str, StringConstraints(max_length=35, pattern=r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$")
]
Flag = Annotated[bool, Field(strict=True)]


class Message(BaseModel):
    """Names are taken as JSON has them and as the service's own definition does: `clientToken` and
    `client_token`.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
        alias_generator=to_camel,
        populate_by_name=True,
    )


class TextEntry(Message):
    text: Annotated[str, Prose] | None = None
    type: Word | None = None


class ArticleAndParentComment(Message):
    article: TextEntry | None = None
    parent_comment: TextEntry | None = None


class CommentContext(Message):
    entries: list[TextEntry] | None = Field(None, max_length=1_000)
    article_and_parent_comment: ArticleAndParentComment | None = None


class CommentRequest(Message):
    """What both methods take. `client_token` is echoed."""

    comment: TextEntry | None = None
    context: Annotated[
        CommentContext | None, NoEffect("a comment is judged by itself, as by Perspective")
    ] = None
    languages: list[LanguageCode] | None = Field(None, max_length=20)
    client_token: IdOrEmpty | None = None
    community_id: IdOrEmpty | None = None
    session_id: IdOrEmpty | None = None

    def comment_with(self, text: str, requested: Requested, *, keeps: bool = False) -> Comment:
        return Comment(
            text,
            self.languages or (),
            self.session_id or "",
            self.community_id or "",
            self.client_token or "",
            keeps,
            requested,
        )

    def checked_text(self) -> str:
        """Raises NotScored."""
        text = self.comment.text if self.comment else None
        if not text or text.isspace():
            raise NotScored("COMMENT_EMPTY", "Comment must be non-empty.", "comment.text")
        if len(text) > MOST_CHARACTERS:
            raise NotScored("COMMENT_TOO_LONG", "Comment text too long.", "comment.text")
        type = self.comment.type if self.comment else None
        if type == "HTML":
            raise invalid("Currently, only 'PLAIN_TEXT' comments are supported", "comment.type")
        if type not in PLAIN:
            raise invalid("Unknown text type", "comment.type")
        context = self.context
        if context is not None and context.entries and context.article_and_parent_comment:
            problem = (
                "Context can have either entries or article_and_parent_comment, "
                "but both fields were populated."
            )
            raise invalid(problem, "context")
        return text


class AttributeParameters(Message):
    score_type: Word | None = None
    score_threshold: Annotated[float, Field(strict=True)] | None = None


class AnalyzeCommentRequest(CommentRequest):
    """`do_not_store` and the ids matter where the app's facade calls are checks: a comment is then
    a check of the session's user, or else of the community's.
    """

    requested_attributes: dict[Name, AttributeParameters | None] | None = Field(
        None, max_length=MOST_ATTRIBUTES
    )
    do_not_store: Flag | None = None
    drop_unsupported_attributes: Flag | None = None
    span_annotations: Flag | None = None

    def asked(self) -> Comment:
        """Raises NotScored."""
        text = self.checked_text()
        drops, in_sentences = bool(self.drop_unsupported_attributes), bool(self.span_annotations)
        requested = Requested(self._thresholds(), drops, in_sentences)
        return self.comment_with(text, requested, keeps=not self.do_not_store)

    def _thresholds(self) -> Mapping[str, float]:
        if not self.requested_attributes:
            problem = "Missing requested_attributes"
            raise NotScored("NO_REQUESTED_ATTRIBUTES", problem, "requestedAttributes")
        found: dict[str, float] = {}
        for name, asked in self.requested_attributes.items():
            type = asked.score_type if asked else None
            if type not in PROBABILITY:
                problem = f"Requested score type {type} is not supported by attribute {name}"
                raise invalid(problem, f"requestedAttributes.{name}.scoreType")
            found[name] = (asked.score_threshold if asked else None) or 0.0
        return found


class _Parameters(Message):
    alt: Literal["json"] | None = None
    pretty_print: Annotated[
        Literal["true", "false"] | None, NoEffect("answers are JSON without blanks")
    ] = None
    quota_user: Annotated[str | None, NoEffect("there are no quotas")] = None
    xgafv: Literal["2"] | None = Field(None, alias="$.xgafv")


class Parameters(_Parameters):
    """What a call may have in its query beside the key."""

    fields: Annotated[str, StringConstraints(max_length=2_000)] | None = None


class DiscoveryParameters(_Parameters):
    version: Word = VERSION


class Origin(BaseModel):
    """Under which URL the caller knows the service."""

    model_config = ConfigDict(frozen=True)

    root: str


def invalid(problem: str, field: str) -> NotScored:
    return NotScored("INVALID_REQUEST", problem, field)
