"""Strike policies, lists of users and groups of rules."""

from __future__ import annotations

from common.http.function import Handler
from functions.configure import rule_groups, strike_policies, user_lists

HANDLERS: dict[str, Handler] = {
    **rule_groups.HANDLERS,
    **strike_policies.HANDLERS,
    **user_lists.HANDLERS,
}
