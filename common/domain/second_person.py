"""What takes a second person, by what the app has set about it."""

from __future__ import annotations

from collections.abc import Iterable

from common.domain.action import Action
from common.domain.settings import AppSettings


def action_takes_two(action: Action, settings: AppSettings) -> bool:
    """Where a person decides, or a strike policy, which one person alone may change."""
    is_irreversible = action.get("irreversible", False)
    by_app = is_irreversible and settings.get("second_person_for_irreversible", False)
    return by_app or rules_wait(action, settings)


def rules_wait(action: Action, settings: AppSettings) -> bool:
    """Where a rule calls it: one that does what nobody can take back was published by two."""
    return action.get("second_person", False) or _is_named("custom", settings)


def machines_wait(decision: str, actions: Iterable[Action], settings: AppSettings) -> bool:
    """Where a rule, a strike policy or an engine bans, or an undo lifts bans: by the name of the
    decision that it would be.
    """
    carrying_out = (each for each in actions if decision in (each.get("carries_out") or ()))
    return _is_named(decision, settings) or any(
        each.get("second_person", False) for each in carrying_out
    )


def _is_named(decision: str, settings: AppSettings) -> bool:
    return decision in settings.get("second_person_actions", ())
