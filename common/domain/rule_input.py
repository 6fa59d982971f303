"""What rules saw when they were evaluated, kept for backtests, shadows and explanations."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict


class KeptContent(TypedDict, total=False):
    """`length` is there where the content was known. Texts are not kept: of them only how long they
    are and whether they have a link, which is all that a condition can ask.
    """

    length: int
    has_url: bool
    custom: dict[str, Any]
    entity_type: str
    policies: list[str]
    policy: str
    team: str
    counted: dict[str, int]


class KeptAuthor(TypedDict, total=False):
    """`known` says that there was such a user."""

    known: bool
    created_at: int
    role: str
    custom: dict[str, Any]
    flagged: int


class Kept(TypedDict, total=False):
    """The facts (common/rules/facts.py), without what is as it is by default. Histories are packed
    (common/domain/history_packing.py); each count of `reports` and `shared` is a number and a name.

    `missing` names what was not kept, `counting` what rules had counted until then, by the names of
    their marks and limits.
    """

    classes: dict[str, float]
    severities: dict[str, int]
    lists: list[str]
    needs_review: bool
    history: str
    address: str
    reports: list[str]
    shared: list[str]
    not_judged: list[str]
    unknown: list[str]
    content: KeptContent
    author: KeptAuthor
    missing: list[str]
    counting: list[str]
