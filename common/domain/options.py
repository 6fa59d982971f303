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


class Options(Input):
    """What a moderator says beside the action type.

    `of_platform` are those that only the customer's platform can carry out.
    """

    of_platform: ClassVar[frozenset[str]] = frozenset()

    def why(self) -> str:
        return ""

    def named(self) -> Named:
        return Named()
