"""What rules see of content and of its author, each part worked out when a rule first asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from common.domain.user import User

_MOST_PARTS = 8


class Seen:
    """Of one item. What is None here is not known: a condition on it does not hold, and neither
    does its negation. `policies` are the keys that the item's policy answers to, `policy` is that
    policy's id.
    """

    def __init__(
        self,
        payload: Mapping[str, Any] | None = None,
        entity_type: str = "",
        policies: frozenset[str] = frozenset(),
        policy: str = "",
        team: str = "",
        counted: Mapping[str, int] | None = None,
    ) -> None:
        self._payload = payload
        self.entity_type = entity_type
        self.policies = policies
        self.policy = policy
        self.team = team
        self._counted = counted or {}

    @cached_property
    def length(self) -> int | None:
        """Characters of all its texts."""
        return None if self._payload is None else sum(map(len, self._texts))

    @cached_property
    def has_url(self) -> bool | None:
        if self._payload is None:
            return None
        from common.engines.circumvention.links import link_signals
        from common.engines.circumvention.views import view
        from common.text.folding import fold

        return any(any(link_signals(view(fold(text)))) for text in self._texts)

    def value_of(self, key: str) -> Any:
        return _property(self._payload and self._payload.get("custom"), key)

    def has(self, key: str) -> bool | None:
        return None if self._payload is None else self.value_of(key) is not None

    def counted(self, key: str) -> int | None:
        """How many posts there were that a limit counts, of which `key` is the name."""
        return self._counted.get(key)

    @property
    def _texts(self) -> list[str]:
        return (self._payload or {}).get("texts") or []


class Author:
    """Nobody as long as `user` is None: of whom nothing is known. `flagged` is how many of the
    author's contents were flagged.
    """

    def __init__(self, user: User | None = None, now: int = 0, flagged: int | None = None) -> None:
        self._user = user
        self._now = now
        self.flagged = flagged

    @property
    def age(self) -> int | None:
        """Nanoseconds since the app told Gavel of the user."""
        created = self._user.get("created_at") if self._user is not None else None
        return None if created is None else self._now - created

    @property
    def role(self) -> str | None:
        return self._user.get("role") if self._user is not None else None

    def value_of(self, key: str) -> Any:
        return _property(self._user and self._user.get("custom"), key)

    def has(self, key: str) -> bool | None:
        return None if self._user is None else self.value_of(key) is not None


def _property(custom: Any, key: str) -> Any:
    """Under this very name, or inside others as in `profile.level`; None where there is none."""
    if not isinstance(custom, dict):
        return None
    if key in custom:
        return custom[key]
    found: Any = custom
    for part in key.split(".", _MOST_PARTS):
        found = found.get(part) if isinstance(found, dict) else None
    return found
