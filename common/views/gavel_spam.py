"""The spam manager, as Gavel's own API has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typing_extensions import TypedDict

from common.domain.spam_string import (
    MOST_ENTRIES,
    Posted,
    SpamKind,
    SpamState,
    SpamString,
    Verdict,
)


class ShownSpamString(TypedDict):
    """`covered_by` is the denied domain that denies this link or domain too. Times are null where
    the string was not seen yet.
    """

    id: str
    kind: SpamKind
    value: str
    state: SpamState
    count: int
    first_at: int | None
    last_at: int | None
    covered_by: str | None
    decided_by: str | None
    decided_at: int | None


class SpamStringWithPosts(ShownSpamString):
    """`posts` are the latest contents with it, at most 20."""

    posts: list[Posted]


class SpamListSize(TypedDict):
    entries: int
    most: int


class SpamStringsAnswer(TypedDict):
    """`lists` tells how full the two lists are."""

    spam_strings: list[ShownSpamString]
    lists: dict[Verdict, SpamListSize]
    next: str | None


class SpamStringAnswer(TypedDict):
    spam_string: SpamStringWithPosts


class SpamEntry(TypedDict):
    kind: SpamKind
    value: str
    verdict: Verdict | None


class SpamExportAnswer(TypedDict):
    """As the import takes it."""

    entries: list[SpamEntry]
    next: str | None


class SpamVerdictsAnswer(TypedDict):
    """`changed` is of how many strings something else holds than before."""

    changed: int
    lists: dict[Verdict, SpamListSize]


def shown(string: SpamString, covered_by: str | None) -> ShownSpamString:
    return {
        "id": string["id"],
        "kind": string["kind"],
        "value": string["value"],
        "state": string["state"],
        "count": string["count"],
        "first_at": string["first_at"] or None,
        "last_at": string["last_at"] or None,
        "covered_by": covered_by,
        "decided_by": string.get("decided_by"),
        "decided_at": string.get("decided_at"),
    }


def with_posts(string: SpamString, covered_by: str | None) -> SpamStringAnswer:
    return {"spam_string": {**shown(string, covered_by), "posts": string["posts"]}}


def sizes(entries: Mapping[Verdict, int]) -> dict[Verdict, SpamListSize]:
    return {each: {"entries": number, "most": MOST_ENTRIES} for each, number in entries.items()}


def export_answer(
    strings: Sequence[SpamString], verdict: Verdict, cursor: str | None
) -> SpamExportAnswer:
    entries: list[SpamEntry] = [
        {"kind": each["kind"], "value": each["value"], "verdict": verdict} for each in strings
    ]
    return {"entries": entries, "next": cursor}
