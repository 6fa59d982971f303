"""Keeping strike policies."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.strikes import BAN_USER, StrikePolicy, StrikePolicyFields
from common.moderation.resources import resources
from common.moderation.resources.action_values import check_values
from common.moderation.resources.actions import check_known
from common.moderation.resources.kinds import STRIKE_POLICY
from common.moderation.resources.references import check_free


async def put(
    context: Context, app: str, id: str, fields: StrikePolicyFields, now: int
) -> StrikePolicy:
    """What was given stays as it is, with the time at which it runs out. Raises Invalid for an
    action that does not exist, and for one that takes other values than a step gives it.
    """
    resources.check_id(id)
    actions = {each["action"] for step in fields["steps"] for each in step["actions"]}
    known = await check_known(context, app, sorted(actions - {BAN_USER}), "steps")
    for number, step in enumerate(fields["steps"]):
        for place, each in enumerate(step["actions"]):
            if takes := known[each["action"]].get("takes") if each["action"] in known else None:
                path = f"steps.{number}.actions.{place}.values"
                check_values(each["action"], takes, each["values"], path)
    return await resources.put(context, app, STRIKE_POLICY, id, fields, now)


async def delete(context: Context, app: str, id: str) -> None:
    """Refused while a rule names it. The strikes that were given lead to nothing then."""
    await check_free(context, app, "strike_policies", id, "id")
    await resources.delete(context, app, STRIKE_POLICY, id)


async def check_is_free(context: Context, app: str, action: str) -> None:
    """Raises Invalid where a step of a policy does the action."""
    for policy in (await context.configurations.fresh(app)).strike_policies.values():
        if any(each["action"] == action for step in policy["steps"] for each in step["actions"]):
            raise Invalid.field("id", f"is what a step of the strike policy {policy['id']!r} does")
