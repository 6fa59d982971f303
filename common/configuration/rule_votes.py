"""What a moderator's decision on an item says of the rules that acted on it and of the engines that
flagged it, counted in the commit that changes the item; pure.

A content is one vote for each of them, as it stands: another decision on it takes the earlier vote
back. What was decided of content that was edited since stays counted.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from common.domain.decided import was_kept
from common.domain.item import Item, RuleVote
from common.domain.labels import flagging_engines
from common.domain.rule_input import content_mark
from common.domain.rule_vote import engine_name, vote_name
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
        # Whose labels have gone meanwhile has flagged it all the same.
        vote["rules"] = sorted({*vote["rules"], *before["rules"]})
        if (before["kept"], before["rules"]) == (vote["kept"], vote["rules"]):
            return None
        changes.subtract(_names(before))
    changes.update(_names(vote))
    return Cast(vote, changes)


def _vote_of(item: Item) -> RuleVote | None:
    kept = was_kept(item)
    if kept is None:
        return None
    content, at = content_mark(item.get("payload_hash", "")), item.get("decided_at", 0)
    acted = item.get("rules_acted")
    of_rules = acted["rules"] if acted is not None and acted["content"] == content else {}
    rules = [name for name, since in of_rules.items() if since <= at]
    engines = map(engine_name, flagging_engines(item.get("labels") or ()))
    voted = sorted({*rules, *engines})
    return {"content": content, "kept": kept, "day": at // DAY, "rules": voted} if voted else None


def _names(vote: RuleVote) -> list[tuple[int, str]]:
    return [(vote["day"], vote_name(rule, kept=vote["kept"])) for rule in vote["rules"]]
