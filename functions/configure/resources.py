"""Gavel's own resources: rules, actions, report categories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from common.api.gavel.actions import ActionBody, TestActionBody
from common.api.gavel.base import ListQuery
from common.api.gavel.categories import ReportCategoryBody
from common.api.gavel.rules import RuleBody
from common.domain.action import Action, ActionFields
from common.domain.report_category import ReportCategory
from common.domain.rule import RuleDocument, RuleFields
from common.http.call import Call
from common.moderation.resources import actions, buttons, resources, rules
from common.moderation.resources.kinds import ACTION, REPORT_CATEGORY, RULE, Kind
from common.store.store import D
from common.views.gavel_resources import (
    ActionAnswer,
    ActionsAnswer,
    ReportCategoriesAnswer,
    ReportCategoryAnswer,
    RuleAnswer,
    RulesAnswer,
    TriedActionAnswer,
    action_answer,
    actions_answer,
    categories_answer,
    category_answer,
    rule_answer,
    rules_answer,
)
from common.views.nothing import Nothing

One = TypeVar("One")
Many = TypeVar("Many")


@dataclass(frozen=True, slots=True)
class Resource(Generic[One, Many, D]):
    """What reading and deleting have in common; `one` and `many` are their answers."""

    kind: Kind[D]
    one: Callable[[D], One]
    many: Callable[[Sequence[D], str | None], Many]

    async def list(self, call: Call) -> Many:
        query: ListQuery = call.query
        page = await resources.page(call.context, call.app, self.kind, query.limit, query.cursor)
        return self.many([document.data for document in page.documents], page.cursor)

    async def get(self, call: Call) -> One:
        return self.one(await resources.get(call.context, call.app, self.kind, call.path["id"]))

    async def delete(self, call: Call) -> Nothing:
        await resources.delete(call.context, call.app, self.kind, call.path["id"])
        return {}


RULES: Resource[RuleAnswer, RulesAnswer, RuleDocument] = Resource(RULE, rule_answer, rules_answer)
ACTIONS: Resource[ActionAnswer, ActionsAnswer, Action] = Resource(
    ACTION, action_answer, actions_answer
)
CATEGORIES: Resource[ReportCategoryAnswer, ReportCategoriesAnswer, ReportCategory] = Resource(
    REPORT_CATEGORY, category_answer, categories_answer
)


async def put_rule(call: Call, body: RuleBody) -> RuleAnswer:
    fields = cast(RuleFields, body.model_dump(mode="json"))
    return rule_answer(await rules.put(call.context, call.app, call.path["id"], fields, call.now))


async def put_action(call: Call, body: ActionBody) -> ActionAnswer:
    fields = cast(ActionFields, body.model_dump())
    keep_auth = "auth_value" not in body.model_fields_set
    action = await actions.put(
        call.context, call.app, call.path["id"], fields, call.now, keep_auth=keep_auth
    )
    return action_answer(action)


async def test_action(call: Call, body: TestActionBody) -> TriedActionAnswer:
    return await actions.test(call.context, call.app, call.path["id"], body.data or {}, call.now)


async def delete_action(call: Call) -> Nothing:
    await buttons.check_is_free(call.context, call.app, call.path["id"])
    return await ACTIONS.delete(call)


async def put_category(call: Call, body: ReportCategoryBody) -> ReportCategoryAnswer:
    resources.check_id(call.path["id"])
    category = await resources.put(
        call.context, call.app, REPORT_CATEGORY, call.path["id"], body.model_dump(), call.now
    )
    return category_answer(category)
