"""What nobody can take back takes two: who drafts it, and another who publishes it."""

from __future__ import annotations

from collections.abc import Mapping

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.action import Action
from common.domain.errors import NotAllowed
from common.domain.rule import BanEffect, RuleContent
from common.domain.strikes import BAN_USER

_HARD = "hard"


def irreversible(content: RuleContent, configuration: Configuration) -> list[str]:
    """Which of what a rule does nobody can take back: actions that are said to be so, bans for
    good, messages that are deleted hard, and the same of what its strikes lead to.
    """
    actions, given = configuration.actions, content.get("strike")
    found = [id for id in content["actions"] if _is_irreversible(actions, id)]
    policy = configuration.strike_policies.get(given["policy"]) if given is not None else None
    steps = policy["steps"] if policy is not None else ()
    for step in (each for several in steps for each in several["actions"]):
        if step["action"] == BAN_USER and "timeout" not in step["values"]:
            found.append("a step of its strike policy: ban_user without an end")
        elif _is_irreversible(actions, step["action"]):
            found.append(f"a step of its strike policy: {step['action']}")
    effects = (content.get("built") or {}).get("effects") or ()
    bans = (each["ban"] for each in effects if each["type"] == "ban_user" and "ban" in each)
    return [*found, *dict.fromkeys(each for ban in bans for each in _of_ban(ban))]


def _is_irreversible(actions: Mapping[str, Action], id: str) -> bool:
    return id in actions and bool(actions[id].get("irreversible"))


def _of_ban(ban: BanEffect) -> list[str]:
    found = ["ban_user without an end"] if ban.get("seconds") is None else []
    is_hard = ban.get("delete_messages") == _HARD
    return [*found, "ban_user with delete_messages hard"] if is_hard else found


async def check(context: Context, app: str, content: RuleContent) -> None:
    """Raises NotAllowed where one person may not put it into effect. Switched off it has none."""
    if not content["enabled"]:
        return
    configuration = await context.configurations.fresh(app)
    if not configuration.settings.get("second_person_for_irreversible"):
        return
    if found := irreversible(content, configuration):
        raise NotAllowed(
            f"the rule does what nobody can take back ({', '.join(found)}): save it as a draft, "
            "which another person publishes",
            {"actions": "takes a second person"},
        )


def check_publisher(author: str, publisher: str) -> None:
    """Raises NotAllowed unless these are two people by name."""
    if not publisher:
        raise NotAllowed(
            "the rule does what nobody can take back: say in user_id who publishes it",
            {"user_id": "is required"},
        )
    if not author:
        raise NotAllowed(
            "the rule does what nobody can take back, and nobody knows who drafted it: "
            "put the draft again with a user_id",
            {"user_id": "of the draft is missing"},
        )
    if author == publisher:
        raise NotAllowed(
            f"the rule does what nobody can take back, and {publisher!r} drafted it: "
            "another person has to publish it",
            {"user_id": "is who drafted it"},
        )
