"""Gavel's own resources: rules, actions, report categories, settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from common.api.gavel import (
    ActionBody,
    AppSettingsBody,
    ReportCategoryBody,
    RuleBody,
    TestActionBody,
)
from common.api.log import ListQuery
from common.http.call import Call
from common.moderation import actions, configure, rules
from common.moderation.configuration import settings_key
from common.store.store import Data

_HIDDEN = ("auth_value",)


@dataclass(frozen=True, slots=True)
class Resource:
    """What reading and deleting have in common; `plural` is the list's name in replies."""

    collection: str
    plural: str

    async def list(self, call: Call) -> dict[str, Any]:
        query: ListQuery = call.query
        page = await configure.page(
            call.context, call.app, self.collection, query.limit, query.cursor
        )
        found = [shown(document.data) for document in page.documents]
        return {self.plural: found, "next": page.cursor}

    async def get(self, call: Call) -> dict[str, Any]:
        found = await configure.get(call.context, call.app, self.collection, call.path["id"])
        return {self.collection: shown(found.data)}

    async def delete(self, call: Call) -> dict[str, Any]:
        await configure.delete(call.context, call.app, self.collection, call.path["id"])
        return {}


RULES = Resource("rule", "rules")
ACTIONS = Resource("action", "actions")
CATEGORIES = Resource("report_category", "report_categories")


def shown(document: Data) -> dict[str, Any]:
    """Secrets never leave: that there is one is all that is said."""
    answer = {name: value for name, value in document.items() if name not in _HIDDEN}
    if "url" in document:
        answer["has_auth_value"] = bool(document.get("auth_value"))
    return answer


async def put_rule(call: Call, body: RuleBody) -> dict[str, Any]:
    fields = body.model_dump(mode="json")
    rule = await rules.put(call.context, call.app, call.path["id"], fields, call.now)
    return {"rule": shown(rule)}


async def put_action(call: Call, body: ActionBody) -> dict[str, Any]:
    keep_auth = "auth_value" not in body.model_fields_set
    action = await actions.put(
        call.context, call.app, call.path["id"], body.model_dump(), call.now, keep_auth=keep_auth
    )
    return {"action": shown(action)}


async def test_action(call: Call, body: TestActionBody) -> dict[str, Any]:
    data = body.data or {}
    return await actions.test(call.context, call.app, call.path["id"], data, call.now)


async def put_category(call: Call, body: ReportCategoryBody) -> dict[str, Any]:
    configure.check_id(call.path["id"])
    category = await configure.put(
        call.context, call.app, "report_category", call.path["id"], body.model_dump(), call.now
    )
    return {"report_category": shown(category)}


async def get_settings(call: Call) -> dict[str, Any]:
    (found,) = await call.context.store.get([settings_key(call.app)])
    return {"settings": found.data if found else AppSettingsBody().model_dump()}


async def put_settings(call: Call, body: AppSettingsBody) -> dict[str, Any]:
    fields = body.model_dump()
    return {"settings": await configure.put_settings(call.context, call.app, fields, call.now)}


async def openapi(_call: Call) -> dict[str, Any]:
    from common.http.openapi import describe

    return describe()
