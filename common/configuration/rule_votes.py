"""What a moderator's decision on an item says of the rules that acted on it, counted in the commit
that changes the item; pure.

A content is one vote for each rule, as it stands: another decision on it takes the earlier vote
back. What was decided of content that was edited since stays counted.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from common.domain.decided import was_kept
from common.domain.item import Item, RuleVote
from common.domain.rule_input import content_mark
from common.domain.rule_vote import vote_name
from common.domain.times import DAY


class Cast(NamedTuple):
    """`changes` are of the counts of votes, by day and name."""

    vote: RuleVote
    changes: Counter[tuple[int, str]]


def cast_vote(item: Item) -> Cast | None:
    """None where the item has given its vote, or gives none."""
    vote, before = _vote_of(item), item.get("rule_vote")
    if vote is None:
        return None
    changes: Counter[tuple[int, str]] = Counter()
    if before is not None and before["content"] == vote["content"]:
        if (before["kept"], before["rules"]) == (vote["kept"], vote["rules"]):
            return None
        changes.subtract(_names(before))
    changes.update(_names(vote))
    return Cast(vote, changes)


def _vote_of(item: Item) -> RuleVote | None:
    acted = item.get("rules_acted")
    if acted is None or acted["content"] != content_mark(item.get("payload_hash", "")):
        return None
    kept, at = was_kept(item), item.get("decided_at", 0)
    rules = sorted(name for name, since in acted["rules"].items() if since <= at)
    if kept is None or not rules:
        return None
    return {"content": acted["content"], "kept": kept, "day": at // DAY, "rules": rules}


def _names(vote: RuleVote) -> list[tuple[int, str]]:
    return [(vote["day"], vote_name(rule, kept=vote["kept"])) for rule in vote["rules"]]
