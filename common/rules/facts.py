"""What rules are evaluated over: plain values, gathered before."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from common.domain.history import History
from common.domain.reports import Reports
from common.rules.class_table import NO_CLASSES, ClassTable
from common.rules.seen import Author, Seen


@dataclass(slots=True)
class Facts:
    """`classes` has the best score and `severities` the worst severity (1 low to 4 critical) under
    "modality:label", and what follows for the classes of the app's `table` beside them.
    `needs_review` is what the policy asks for. `history` is the author's, None when no post is
    known. `reports` are those that no moderator has decided on. `not_judged` are the engines that
    did not judge, and `unknown` the labels and classes that they might have given: `ANY` where that
    is any. `address` is the history of the IP address that the content came from, `groups` are
    those of rules that are on.
    """

    classes: Mapping[str, float] = field(default_factory=dict)
    severities: Mapping[str, int] = field(default_factory=dict)
    lists: Set[str] = frozenset()
    needs_review: bool = False
    history: History | None = None
    reports: Reports = field(default_factory=Reports)
    not_judged: Set[str] = frozenset()
    unknown: Set[str] = frozenset()
    content: Seen = field(default_factory=Seen)
    author: Author = field(default_factory=Author)
    address: History | None = None
    groups: Set[str] = frozenset()
    table: ClassTable = NO_CLASSES
