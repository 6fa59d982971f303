"""What rules name, so that nothing goes away that one still needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.rule import RuleContent
from common.domain.rule_draft import RULE_DRAFTS, RuleDraft
from common.moderation.resources.kinds import RULE
from common.store.walking import documents

Named = Literal["actions", "lists", "categories", "classes", "user_lists", "strike_policies"]
_MOST_TOLD = 5
_IN_USER_LIST = "user_in_list"


@dataclass(frozen=True, slots=True)
class Naming:
    """Who names something: rules, and drafts of rules, by their ids."""

    rules: Collection[str]
    drafts: Collection[str]

    def __str__(self) -> str:
        found = [*_told("rule", self.rules), *_told("draft of the rule", self.drafts)]
        return " and ".join(found)


def names(content: RuleContent, what: Named) -> set[str]:
    if what == "actions":
        return {*content["actions"]}
    parts = [*_conditions(content["when"])]
    if what == "user_lists":
        exempt = content["exempt"]["lists"] if "exempt" in content else ()
        listed = (each["lists"] for each in parts if each["type"] == _IN_USER_LIST)
        return {*exempt, *(name for names in listed for name in names)}
    if what == "strike_policies":
        given = content.get("strike")
        own = {given["policy"]} if given is not None else set()
        return own | {each["policy"] for each in parts if each["type"] == "strikes"}
    found = (each for each in parts if what != "lists" or each["type"] != _IN_USER_LIST)
    return {name for each in found for name in each.get(what) or ()}


async def check_free(context: Context, app: str, what: Named, name: str, field: str) -> None:
    """Raises Invalid, naming `field`, where a rule or a draft of one names it, switched off or not:
    the rule would go on without it, and nobody would notice.
    """
    configuration = await context.configurations.fresh(app)
    rules = sorted(id for id, rule in RULE.held(configuration).items() if name in names(rule, what))
    known = await all_drafts(context, app)
    drafts = [each["rule_id"] for each in known if name in names(each["content"], what)]
    if rules or drafts:
        raise Invalid.field(field, f"{name!r} is named by {Naming(rules, drafts)}")


async def all_drafts(context: Context, app: str) -> list[RuleDraft]:
    drafts = documents(context.store, RULE_DRAFTS, app=app, at_once=25)
    return [document.data async for document in drafts]


def _conditions(tree: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield tree
    inner = [tree["condition"]] if "condition" in tree else []
    for part in (*tree.get("conditions", ()), *inner):
        yield from _conditions(part)


def _told(noun: str, ids: Collection[str]) -> Iterator[str]:
    if not ids:
        return
    first = [*ids][:_MOST_TOLD]
    more = f" and {len(ids) - len(first)} more" if len(ids) > len(first) else ""
    plural = noun.replace("draft", "drafts").replace("rule", "rules") if len(ids) > 1 else noun
    yield f"the {plural} {', '.join(map(repr, first))}{more}"
