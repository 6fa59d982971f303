"""Whom rules spare: their matches stay in the log, and do nothing, or nothing but ask for a person.

Who the user is costs a read where a rule matched, and nothing where none did.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.user_lists import Membership, membership_of
from common.domain.exemption import Exemptions
from common.domain.settings import exemptions_of
from common.domain.user import MODERATOR_ROLES, User
from common.rules.sparing import Spared

if TYPE_CHECKING:
    from common.rules.conditions.base import Scope
    from common.rules.evaluator import Evaluation, Match

ReadUser = Callable[[], Awaitable[User | None]]
"""Of whoever is the author of the item."""


async def spare(
    configuration: Configuration,
    author: str,
    scopes: Sequence[Scope],
    evaluations: Sequence[Evaluation],
    read_user: ReadUser,
    without_end: Callable[[Scope], Evaluation],
) -> None:
    """Marks the matches that have no effect on the author. Where only the first match of a scope
    counts, that is the first that spares nobody: `without_end` finds those behind it.
    """
    matches = [match for each in evaluations for match in each.matches]
    app_wide = exemptions_of(configuration.settings)
    if not author or not any(_asks(match, app_wide) for match in matches):
        return
    membership = membership_of(configuration, author)
    role = await _role(matches, app_wide, read_user)
    for scope, evaluation in zip(scopes, evaluations, strict=True):
        found = [_marked(match, role, membership, app_wide) for match in evaluation.matches]
        if found and found[0].is_spared and configuration.first_match_only(scope):
            behind = without_end(scope).matches
            found = [*_until_one(_marked(each, role, membership, app_wide) for each in behind)]
            evaluation.stopped_by = "" if found[-1].is_spared else found[-1].rule_id
        evaluation.matches = found


async def marked(
    configuration: Configuration, author: str, matches: Sequence[Match], read_user: ReadUser
) -> list[Match]:
    """Each for itself, with what it spares the author."""
    app_wide = exemptions_of(configuration.settings)
    if not author or not any(_asks(match, app_wide) for match in matches):
        return [*matches]
    membership = membership_of(configuration, author)
    role = await _role(matches, app_wide, read_user)
    return [_marked(match, role, membership, app_wide) for match in matches]


async def _role(matches: Sequence[Match], app_wide: Exemptions, read_user: ReadUser) -> str:
    reads = any(_asks_for_role(match, app_wide) for match in matches)
    user = await read_user() if reads else None
    return user.get("role", "") if user is not None else ""


def _until_one(matches: Iterable[Match]) -> Iterable[Match]:
    for match in matches:
        yield match
        if not match.is_spared:
            return


def _marked(match: Match, role: str, membership: Membership, app_wide: Exemptions) -> Match:
    spared = _spared(match, role, membership, app_wide)
    return match if spared is None else replace(match, spared=spared)


def _spared(match: Match, role: str, membership: Membership, app_wide: Exemptions) -> Spared | None:
    own = match.rule.exempt if match.rule is not None else None
    is_staff = role in MODERATOR_ROLES
    if own is not None:
        why = _why(own.roles, own.lists, role, membership, trusted=own.trusted)
        if why or (own.staff and is_staff):
            return Spared(why or "staff")
        if not own.app_wide:
            return None
    roles, lists = app_wide["roles"], app_wide["lists"]
    why = _why(roles, lists, role, membership, trusted=app_wide["trusted"])
    if why:
        return Spared(why)
    if is_staff and app_wide["staff"] != "nothing":
        return Spared("staff", everything=app_wide["staff"] == "everything")
    return None


def _why(
    roles: Sequence[str], lists: Sequence[str], role: str, membership: Membership, *, trusted: bool
) -> str:
    if trusted and membership.is_trusted:
        return "trusted"
    if role and role in roles:
        return f"role {role}"
    found = next((name for name in lists if name in membership.lists), None)
    return f"list {found}" if found is not None else ""


def _asks(match: Match, app_wide: Exemptions) -> bool:
    own = match.rule.exempt if match.rule is not None else None
    of_own = own is not None and bool(own.staff or own.trusted or own.roles or own.lists)
    return of_own or (
        _is_app_wide(match)
        and (
            app_wide["staff"] != "nothing"
            or app_wide["trusted"]
            or bool(app_wide["roles"] or app_wide["lists"])
        )
    )


def _asks_for_role(match: Match, app_wide: Exemptions) -> bool:
    own = match.rule.exempt if match.rule is not None else None
    of_own = own is not None and bool(own.staff or own.roles)
    of_app = app_wide["staff"] != "nothing" or bool(app_wide["roles"])
    return of_own or (_is_app_wide(match) and of_app)


def _is_app_wide(match: Match) -> bool:
    return match.rule is None or match.rule.exempt.app_wide
