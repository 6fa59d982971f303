"""Gavel's own resources: rules, actions, report categories, settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from common.api.gavel.actions import ActionBody, TestActionBody
from common.api.gavel.base import ListQuery
from common.api.gavel.categories import ReportCategoryBody
from common.api.gavel.rules import RuleBody
from common.api.gavel.settings import AppSettingsBody
from common.domain.action import ActionFields
from common.domain.rule import RuleFields
from common.domain.settings import AppSettings
from common.http.call import Call
from common.moderation.resources import actions, resources, rules, settings
from common.moderation.resources.kinds import ACTION, REPORT_CATEGORY, RULE, Kind
from common.outgoing.signing import parse_private_key, public_key_text

_HIDDEN = ("auth_value",)
_SECRETS = {"signing_secrets", "signing_keys"}


@dataclass(frozen=True, slots=True)
class Resource:
    """What reading and deleting have in common; `plural` is the list's name in replies."""

    kind: Kind[Any]
    plural: str

    async def list(self, call: Call) -> dict[str, Any]:
        query: ListQuery = call.query
        page = await resources.page(call.context, call.app, self.kind, query.limit, query.cursor)
        found = [shown(document.data) for document in page.documents]
        return {self.plural: found, "next": page.cursor}

    async def get(self, call: Call) -> dict[str, Any]:
        found = await resources.get(call.context, call.app, self.kind, call.path["id"])
        return {str(self.kind.collection): shown(found)}

    async def delete(self, call: Call) -> dict[str, Any]:
        await resources.delete(call.context, call.app, self.kind, call.path["id"])
        return {}


RULES = Resource(RULE, "rules")
ACTIONS = Resource(ACTION, "actions")
CATEGORIES = Resource(REPORT_CATEGORY, "report_categories")


def shown(document: Mapping[str, Any]) -> dict[str, Any]:
    """Secrets never leave: that there is one is all that is said."""
    answer = {name: value for name, value in document.items() if name not in _HIDDEN}
    if "url" in document:
        answer["has_auth_value"] = bool(document.get("auth_value"))
    return answer


async def put_rule(call: Call, body: RuleBody) -> dict[str, Any]:
    fields = cast(RuleFields, body.model_dump(mode="json"))
    rule = await rules.put(call.context, call.app, call.path["id"], fields, call.now)
    return {"rule": shown(rule)}


async def put_action(call: Call, body: ActionBody) -> dict[str, Any]:
    fields = cast(ActionFields, body.model_dump())
    keep_auth = "auth_value" not in body.model_fields_set
    action = await actions.put(
        call.context, call.app, call.path["id"], fields, call.now, keep_auth=keep_auth
    )
    return {"action": shown(action)}


async def test_action(call: Call, body: TestActionBody) -> dict[str, Any]:
    data = body.data or {}
    return {**await actions.test(call.context, call.app, call.path["id"], data, call.now)}


async def put_category(call: Call, body: ReportCategoryBody) -> dict[str, Any]:
    resources.check_id(call.path["id"])
    category = await resources.put(
        call.context, call.app, REPORT_CATEGORY, call.path["id"], body.model_dump(), call.now
    )
    return {"report_category": shown(category)}


async def get_settings(call: Call) -> dict[str, Any]:
    return {"settings": shown_settings(await settings.get(call.context, call.app))}


async def put_settings(call: Call, body: AppSettingsBody) -> dict[str, Any]:
    fields = cast(AppSettings, body.model_dump(exclude=_SECRETS - body.model_fields_set))
    stored = await settings.put(call.context, call.app, fields, call.now)
    return {"settings": shown_settings(stored)}


def shown_settings(stored: AppSettings) -> dict[str, Any]:
    """Of what signs, the public half is all that is shown."""
    names = AppSettingsBody.model_fields.keys() - _SECRETS
    seeds = (parse_private_key(text) for text in stored.get("signing_keys") or ())
    times = {"updated_at": stored["updated_at"]} if "updated_at" in stored else {}
    return {
        **{k: v for k, v in {**AppSettingsBody().model_dump(), **stored}.items() if k in names},
        "signing_secrets_count": len(stored.get("signing_secrets") or ()),
        "public_keys": [public_key_text(seed) for seed in seeds],
        **times,
    }


async def openapi(_call: Call) -> dict[str, Any]:
    from common.http.openapi import describe

    return describe()
