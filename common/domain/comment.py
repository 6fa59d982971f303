"""What Perspective's clients ask for and are told of a comment, attribute by attribute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from common.domain.errors import Invalid

ErrorType = Literal[
    "COMMENT_EMPTY",
    "COMMENT_TOO_LONG",
    "INVALID_REQUEST",
    "LANGUAGE_DETECTION_FAILED",
    "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
    "NO_REQUESTED_ATTRIBUTES",
]


class SpanScore(NamedTuple):
    """`begin` and `end` count UTF-16 code units, the end exclusive."""

    begin: int
    end: int
    value: float


class AttributeScore(NamedTuple):
    """`value` is of the whole comment, 0 to 1."""

    value: float
    spans: Sequence[SpanScore]


class Languages(NamedTuple):
    """`asked` are those that the caller names, `detected` what the text is told to be in, and
    `effective` those that count.
    """

    asked: Sequence[str]
    detected: Sequence[str]
    effective: Sequence[str]


class Requested(NamedTuple):
    """What a comment is to be scored for: thresholds by attribute, below which it is left out.
    `drops` leaves out what cannot be scored as well, and `in_sentences` gives each sentence's
    scores.
    """

    thresholds: Mapping[str, float]
    drops: bool = False
    in_sentences: bool = False


class Comment(NamedTuple):
    """`languages` are those that the caller names. `session_id` and `community_id` say whose it is,
    and `client_token` which one; `keeps` that it may be stored.
    """

    text: str
    languages: Sequence[str]
    session_id: str
    community_id: str
    client_token: str
    keeps: bool
    requested: Requested


class NotScored(Invalid):
    """A published condition of Perspective's, in its words. `attribute` and `languages` are there
    where an attribute is not judged in them.
    """

    def __init__(
        self,
        type: ErrorType,
        message: str,
        field: str,
        *,
        attribute: str = "",
        languages: Languages | None = None,
    ) -> None:
        super().__init__(message, {field: message})
        self.type = type
        self.attribute = attribute
        self.languages = languages
