"""The order of rules."""

from __future__ import annotations

from typing import Literal

from common.api.gavel.base import Body, Key, ListQuery
from common.domain.errors import Invalid
from common.domain.rule import Scope


class RulesQuery(ListQuery):
    """With a `scope`, its rules in the order in which they are looked at; without one, all."""

    scope: Scope | None = None


class MoveBody(Body):
    """Exactly one of them: one place up or down, or before or after another rule of the scope."""

    direction: Literal["up", "down"] | None = None
    before: Key | None = None
    after: Key | None = None

    def check(self) -> None:
        given = [name for name, value in self if value is not None]
        if len(given) != 1:
            names = given or ["direction", "before", "after"]
            problem = "give exactly one of direction, before and after"
            raise Invalid(problem, dict.fromkeys(names, problem))
