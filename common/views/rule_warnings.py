"""What is odd about a rule that is saved or tried."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

WarningKind = Literal[
    "never_holds",
    "always_holds",
    "always_holds_where_known",
    "empty_list",
    "inside_words",
    "same_conditions",
    "contradicts",
    "shadowed",
    "shadows",
    "matches_many",
]


class RuleWarning(TypedDict):
    """`text` says it in words. `path` is the part of the rule that it is about, `rule_id` another
    rule, `list` a block list, `words` some of the harmless words that are found with it, `share`
    how much of the sample holds.
    """

    kind: WarningKind
    text: str
    path: NotRequired[str]
    rule_id: NotRequired[str]
    list: NotRequired[str]
    words: NotRequired[list[str]]
    share: NotRequired[float]
    sample: NotRequired[int]
