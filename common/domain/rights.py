"""What members of an app's staff may do: roles, each with the rights of those before it."""

from __future__ import annotations

from typing import Literal

Role = Literal["reader", "moderator", "senior", "lead", "admin"]
Right = Literal["self", "read", "decide", "oversee", "configure", "export", "administer"]

RIGHTS: dict[Right, str] = {
    "self": "their own session, password and preferences",
    "read": "look at everything but secrets",
    "decide": "claim items, decide about them, and keep views of their own",
    "oversee": "ban for long or for good, decide in bulk, undo what others did, share views",
    "configure": "change rules, policies, lists, actions and report categories",
    "export": "take the log, reports and lists out as files",
    "administer": "members, their sessions, tokens, settings and secrets",
}
_ADDS: dict[Role, tuple[Right, ...]] = {
    "reader": ("self", "read"),
    "moderator": ("decide",),
    "senior": ("oversee",),
    "lead": ("configure", "export"),
    "admin": ("administer",),
}
ROLES: tuple[Role, ...] = tuple(_ADDS)


def has_right(role: Role, right: Right) -> bool:
    held = ROLES[: ROLES.index(role) + 1]
    return any(right in _ADDS[each] for each in held)


def first_role_with(right: Right) -> Role:
    return next(role for role in ROLES if right in _ADDS[role])
