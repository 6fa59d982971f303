"""Options: what somebody says beside what they do to content (contract 7); what all share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from common.domain.fields import Input

Expected = Literal["has_bypasses", "has_bans", "has_banned_addresses"]


@dataclass(frozen=True, slots=True)
class Named:
    """Whom or what options name; empty where the item says it."""

    user_id: str = ""
    entity_type: str = ""
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What becomes of the content that a user has waiting: it is reviewed, and deleted where
    `deletes` says how. Of all of it, or of the oldest so many. `asked_by` names the option that
    asks for it and is for decisions on a user, so it is refused on content.
    """

    deletes: str = ""
    limit: int | None = None
    asked_by: str = ""


class Options(Input):
    """What a moderator says beside the action type.

    `of_platform` are those that only the customer's platform can carry out.
    """

    of_platform: ClassVar[frozenset[str]] = frozenset()

    def why(self) -> str:
        return ""

    def named(self) -> Named:
        return Named()

    def for_platform(self) -> list[str]:
        """Those that are given and only the customer's platform can carry out."""
        return sorted(name for name in self.of_platform if getattr(self, name))

    def expected(self) -> list[Expected]:
        """What checks are to look for from now on (users/standing.py)."""
        return []

    def waiting(self) -> Waiting | None:
        """None where the decision is on nothing but what it names."""
        return None
