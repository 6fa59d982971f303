"""Stream's four clients, called in one way.

    @each_client("ban", "query_banned_users")
    @effect("ban", through="query_banned_users")
    def test_a_ban_is_listed(caller: Caller) -> None:
        caller.call("ban", target_user_id="u", banned_by_id="m")

runs with every client that has all of the operations named.
"""

from __future__ import annotations

import pytest

from .caller import Caller, Refused, refusal
from .operations import CLIENTS, GAVELS_OWN, OPERATIONS

__all__ = ["Caller", "Refused", "each_client", "effect", "refusal"]


def each_client(*operations: str) -> pytest.MarkDecorator:
    """Parametrizes `caller` with the clients that expose all `operations`."""
    wanted = [OPERATIONS[id] for id in operations]
    names = [name for name in CLIENTS if all(name in each.clients for each in wanted)]
    assert names, f"no client has all of {operations}"
    return pytest.mark.parametrize("caller", names, indirect=True)


def effect(operation: str, *, through: str) -> pytest.MarkDecorator:
    """Says that the test reads what `operation` has done through another one, or through one of
    Gavel's own, by its method and path, where Stream's clients have none that tells.
    """
    assert operation in OPERATIONS, operation
    assert through in OPERATIONS or through.startswith(GAVELS_OWN), through
    return pytest.mark.effect(operation, through)
