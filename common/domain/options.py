"""Options: what somebody says beside what they do to content (contract 7); what all share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from common.domain.fields import Input


@dataclass(frozen=True, slots=True)
class Named:
    """Whom or what options name; empty where the item says it."""

    user_id: str = ""
    entity_type: str = ""
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What becomes of the content that a user has waiting: it is reviewed, and deleted where
    `deletes` says how. Of all of it, or of the oldest so many; `only_of_user` where the decision
    names the user, and no content of theirs.
    """

    deletes: str = ""
    limit: int | None = None
    only_of_user: bool = False


class Options(Input):
    """What a moderator says beside the action type.

    `of_platform` are those that only the customer's platform can carry out.
    """

    of_platform: ClassVar[frozenset[str]] = frozenset()

    def why(self) -> str:
        return ""

    def named(self) -> Named:
        return Named()

    def waiting(self) -> Waiting | None:
        """None where the decision is on nothing but what it names."""
        return None
