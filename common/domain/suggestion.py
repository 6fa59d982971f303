"""The suggestion: what a person says that a comment should have been scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.comment import Comment
from common.domain.ids import derived_id
from common.store.store import Collection, Key

MOST_SUGGESTIONS = 100_000
"""Of an app: a score key stands in URLs, so that who finds one must not fill the store."""
POSITIVE = 0.5
"""From which on a suggested score says yes."""
_COUNT = "count"


class SuggestedSpan(TypedDict):
    """In UTF-16 code units of the text, the end exclusive."""

    begin: int
    end: int
    value: float


@dataclass(frozen=True, slots=True)
class Suggested:
    """By attribute; each has a score of the whole comment, or of spans."""

    comment: Comment
    scores: Mapping[str, float]
    spans: Mapping[str, Sequence[SuggestedSpan]]


class Suggestion(TypedDict):
    """`hash` is the SHA-256 of the text in UTF-8; the `text` is there where the app keeps it.
    `attribute_scores` are those that were suggested, `scores` Gavel's at the time, on its own
    scale, of those attributes that were judged. Of the ids there are those that the caller named.
    Times are in nanoseconds.
    """

    id: str
    hash: str
    attribute_scores: dict[str, float]
    scores: dict[str, float]
    languages: list[str]
    created_at: int
    updated_at: int
    spans: NotRequired[dict[str, list[SuggestedSpan]]]
    text: NotRequired[str]
    community_id: NotRequired[str]
    session_id: NotRequired[str]
    client_token: NotRequired[str]


class SuggestionCount(TypedDict):
    count: int


SUGGESTIONS: Collection[Suggestion] = Collection("suggestion")
SUGGESTION_COUNTS: Collection[SuggestionCount] = Collection("suggestion_count")


def suggestion_id(community_id: str, client_token: str, hash: str) -> str:
    return derived_id("suggestion", community_id, client_token, hash)


def suggestion_key(app: str, id: str) -> Key[Suggestion]:
    return Key(app, SUGGESTIONS, id)


def count_key(app: str) -> Key[SuggestionCount]:
    return Key(app, SUGGESTION_COUNTS, _COUNT)
