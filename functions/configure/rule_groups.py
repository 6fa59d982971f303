"""Groups of rules, on and off."""

from __future__ import annotations

from common.api.gavel.rule_groups import SwitchOffBody, SwitchOnBody
from common.configuration.configuration import Configuration
from common.domain.rule_group import RuleGroup
from common.http.call import Call
from common.http.function import Handler
from common.moderation.rules import groups
from common.views.gavel_rule_groups import (
    RuleGroupAnswer,
    RuleGroupsAnswer,
    rule_group_answer,
    shown,
)


async def list_all(call: Call) -> RuleGroupsAnswer:
    configuration = await call.context.configurations.fresh(call.app)
    found = groups.all_of(configuration)
    return {"rule_groups": [shown(each, _rules(configuration, each), call.now) for each in found]}


async def get(call: Call) -> RuleGroupAnswer:
    return await _answer(call, await groups.get(call.context, call.app, call.path["name"]))


async def switch_on(call: Call, body: SwitchOnBody) -> RuleGroupAnswer:
    by, name = call.acting_user(body) or "", call.path["name"]
    return await _answer(
        call,
        await groups.switch_on(
            call.context, call.app, name, body.until, by, body.reason or "", call.now
        ),
    )


async def switch_off(call: Call, body: SwitchOffBody) -> RuleGroupAnswer:
    by, name = call.acting_user(body) or "", call.path["name"]
    return await _answer(
        call,
        await groups.switch_off(call.context, call.app, name, by, body.reason or "", call.now),
    )


async def _answer(call: Call, group: RuleGroup) -> RuleGroupAnswer:
    configuration = await call.context.configurations.fresh(call.app)
    return rule_group_answer(group, _rules(configuration, group), call.now)


def _rules(configuration: Configuration, group: RuleGroup) -> list[str]:
    documents = configuration.rule_documents.items()
    return sorted(id for id, each in documents if each.get("group") == group["id"])


HANDLERS: dict[str, Handler] = {
    "list_rule_groups": list_all,
    "get_rule_group": get,
    "switch_on_rule_group": switch_on,
    "switch_off_rule_group": switch_off,
}
