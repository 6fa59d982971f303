"""What rules see of content and of its author, each part worked out when a rule first asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from common.domain.user import MODERATOR_ROLES, User

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
    def counts(self) -> Mapping[str, int]:
        return self._counted

    @property
    def custom(self) -> dict[str, Any]:
        custom = (self._payload or {}).get("custom")
        return custom if isinstance(custom, dict) else {}

    @property
    def is_looked_through(self) -> bool:
        """Whether `has_url` is worked out, which takes the longer the more text there is."""
        return "has_url" in self.__dict__

    @property
    def _texts(self) -> list[str]:
        return (self._payload or {}).get("texts") or []


class Author:
    """Nobody as long as `user` is None: of whom nothing is known. `flagged` is how many of the
    author's contents were flagged, `lists` are those that the author is in, None where there is no
    author, and `strikes` how many count by policy, None where nobody looked.
    """

    def __init__(
        self,
        user: User | None = None,
        now: int = 0,
        flagged: int | None = None,
        lists: frozenset[str] | None = None,
        is_trusted: bool | None = None,
        strikes: Mapping[str, int] | None = None,
    ) -> None:
        self._user = user
        self._now = now
        self.flagged = flagged
        self.lists = lists
        self.is_trusted = is_trusted
        self.strikes = strikes

    @property
    def age(self) -> int | None:
        """Nanoseconds since the app told Gavel of the user."""
        created = self.created_at
        return None if created is None else self._now - created

    @property
    def is_known(self) -> bool:
        return self._user is not None

    @property
    def created_at(self) -> int | None:
        return self._user.get("created_at") if self._user is not None else None

    @property
    def custom(self) -> dict[str, Any]:
        custom = self._user.get("custom") if self._user is not None else None
        return custom if isinstance(custom, dict) else {}

    @property
    def role(self) -> str | None:
        return self._user.get("role") if self._user is not None else None

    @property
    def is_staff(self) -> bool | None:
        return None if self.role is None else self.role in MODERATOR_ROLES

    def strikes_of(self, policy: str) -> int | None:
        return None if self.strikes is None else self.strikes.get(policy, 0)

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
