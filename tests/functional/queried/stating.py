"""What goes to the transparency database, as far as it queries."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from typing import Any

from common.configuration.context import Context
from common.delivery.claims import Claim
from common.delivery.transparency import companions, people, submissions
from tests.factories import delivery, item

_APP = "app"
_NOW = 10**18


def stating(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    first = Claim(_APP, delivery(), None, None, (), is_probe=False, is_last=False, turn=0)
    yield companions.companions_of(context, first, _NOW)
    yield submissions.query(context, _APP, 10, None)
    # Of an item from before items named their flags.
    old = item(entity_id="old")
    old.pop("flag_ids", None)
    yield people._reporters(context, _APP, [old])
