"""Everything about members, and about what they look at, that queries."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from typing import Any

from common.configuration.context import Context
from common.moderation.filtering.paging import Asked
from common.moderation.members import members, sessions
from common.moderation.members.members import NOTHING
from common.moderation.members.open_id import providers
from common.moderation.review import overview
from common.moderation.review.submitted import Between, submitted

_APP = "app"


def staffing(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield members.create(context, _APP, "Anna", NOTHING, "", 1)
    yield sessions.page(context, _APP, None, 10, None)
    yield sessions.page(context, _APP, "anna", 10, None)
    yield providers.list_all(context, _APP)
    for creator in (None, "anna"):
        yield submitted(context, _APP, creator, Between(1, 2), Asked())
    yield overview.overview(context, _APP, 7, 10**18)
    # Where nothing waits, nobody asks since when.
    yield overview._oldest(context, _APP)
