"""How documents of older releases become today's, a step a change (common/store/versions.py).

A step stays for ever; a new one goes behind the others of its collection.
"""

from __future__ import annotations

from common.domain.delivery import DELIVERIES
from common.domain.endpoint import ENDPOINTS, split_endpoint
from common.domain.rule import RULES
from common.domain.user import USERS
from common.store.store import Data
from common.store.versions import Upgrade


def _delivery_names_its_kind(delivery: Data) -> None:
    delivery.setdefault("endpoint_kind", split_endpoint(delivery["endpoint"])[0])


def _endpoint_names_its_kind(endpoint: Data) -> None:
    endpoint.setdefault("kind", split_endpoint(endpoint["id"])[0])


def _shadow_ban_has_its_own_end(user: Data) -> None:
    """The record of the ban has it too, whatever other ban was made since."""
    if not user.get("shadow_banned") or "shadow_ban_expires" in user:
        return
    own = [ban for ban in user.get("bans", ()) if ban["shadow"] and not ban.get("channel_cid")]
    user["shadow_ban_expires"] = own[-1]["expires"] if own else user.get("ban_expires")


def _rule_has_a_version(rule: Data) -> None:
    """Earlier releases kept only what was saved last."""
    rule.setdefault("version", 1)


def _rule_names_labels(rule: Data) -> None:
    """There were no classes, and the policy alone said what needs review."""
    left = [rule["when"]] if "when" in rule else []
    while left:
        condition = left.pop()
        if condition["type"].startswith("classified_"):
            condition.setdefault("exact", True)
        elif condition["type"] == "needs_review":
            condition.setdefault("by", "policy")
        left += condition.get("conditions", ())
        left += [condition["condition"]] if "condition" in condition else []


UPGRADES: dict[str, tuple[Upgrade, ...]] = {
    DELIVERIES: (_delivery_names_its_kind,),
    ENDPOINTS: (_endpoint_names_its_kind,),
    RULES: (_rule_has_a_version, _rule_names_labels),
    USERS: (_shadow_ban_has_its_own_end,),
}
