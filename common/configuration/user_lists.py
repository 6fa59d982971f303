"""In which of the app's lists a user is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.domain.settings import statements_of


@dataclass(frozen=True, slots=True)
class Membership:
    lists: frozenset[str] = frozenset()
    is_trusted: bool = False


_NONE = Membership()


def membership_of(configuration: Configuration, user: str) -> Membership:
    if not configuration.user_lists:
        return _NONE
    return configuration.one(_memberships).get(user, _NONE)


def is_trusted_flagger(configuration: Configuration, user: str) -> bool:
    trusted = statements_of(configuration.settings)["trusted_flaggers"]
    return bool(trusted) and trusted in membership_of(configuration, user).lists


def _memberships(configuration: Configuration) -> Mapping[str, Membership]:
    """By user. Most are in one list, and share what says so."""
    trusted = {id for id, each in configuration.user_lists.items() if each["trusted"]}
    lists: dict[str, frozenset[str]] = {}
    known: dict[frozenset[str], Membership] = {}
    for id, each in configuration.user_lists.items():
        for user in each["users"]:
            lists[user] = lists.get(user, frozenset()) | {id}
    for names in lists.values():
        known.setdefault(names, Membership(names, not trusted.isdisjoint(names)))
    return {user: known[names] for user, names in lists.items()}
