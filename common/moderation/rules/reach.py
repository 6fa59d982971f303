"""Reach: for how many users a rule of scope user would hold at their next post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.history import History
from common.domain.rule import RuleDocument
from common.domain.user import HISTORIES, User, user_key
from common.rules.facts import Facts
from common.rules.rule import Rule
from common.rules.seen import Author
from common.store.store import Document

if TYPE_CHECKING:
    from common.rules.evaluator import RuleSet

LOOKED_AT = 1_000
_PAGE = 100
SAMPLE = 20
_DERIVED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(slots=True)
class Reach:
    """`looked_at` users, of whom the rule holds for `hit`; some of their ids are in `sample`."""

    looked_at: int = 0
    hit: int = 0
    sample: list[str] = field(default_factory=list)
    cursor: str | None = None


async def reach(context: Context, app: str, rule_id: str, cursor: str | None, now: int) -> Reach:
    """Of the next thousand users with a history, whether the rule is on or off. What it asks of the
    content to come is not known, and so does not hold. Raises Invalid for a rule of another scope.
    """
    from common.rules.evaluator import RuleSet

    configuration = await context.configurations.fresh(app)
    rules = RuleSet([_rule(configuration, rule_id)])
    found = Reach(cursor=cursor)
    while found.looked_at < LOOKED_AT:
        page = await context.store.query(HISTORIES, app=app, limit=_PAGE, cursor=found.cursor)
        await _look_at(context, configuration, rules, page.documents, found, now)
        found.cursor = page.cursor
        if page.cursor is None:
            break
    return found


async def _look_at(
    context: Context,
    configuration: Configuration,
    rules: RuleSet,
    documents: Sequence[Document[dict[str, int]]],
    found: Reach,
    now: int,
) -> None:
    ids = [document.key.id for document in documents]
    users = await context.store.get([user_key(configuration.app, id) for id in ids])
    for document, user in zip(documents, users, strict=True):
        id, known = document.key.id, user.data if user is not None else None
        if configuration.counts_addresses and known is None and _DERIVED.fullmatch(id):
            # As likely what came from a network address.
            continue
        found.looked_at += 1
        if rules.evaluate("user", _facts(document.data, known, now), False).matches:
            found.hit += 1
            if len(found.sample) < SAMPLE:
                found.sample.append(id)


def _facts(history: dict[str, int], user: User | None, now: int) -> Facts:
    flagged = user.get("flagged_count", 0) if user is not None else 0
    return Facts(history=History(history, now), author=Author(user, now, flagged))


def _rule(configuration: Configuration, rule_id: str) -> Rule:
    document: RuleDocument | None = configuration.rule_documents.get(rule_id)
    if document is None:
        raise Invalid.field("rule_id", f"is {rule_id!r}, which is no rule of the app")
    if document["scope"] != "user":
        problem = f"is of scope {document['scope']}: only rules of scope user have a reach"
        raise Invalid.field("rule_id", problem)
    return Rule.of(document).model_copy(update={"enabled": True})
