"""Tasks as callers see them."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.task import task_key
from common.store.store import Data


async def get(context: Context, app: str, id: str) -> Data:
    (task,) = await context.store.get([task_key(app, id)])
    if task is None:
        raise NotFound(f"there is no task {id!r}", {"id": "does not exist"})
    return task.data


def checked_url(context: Context, name: str, url: str | None) -> str:
    """The URL if callbacks may go there. Raises Invalid naming the field."""
    if not url:
        return ""
    from common.outgoing.egress import EgressPolicy

    try:
        EgressPolicy.parse(context.settings.egress_allow).check_url(url)
    except ValueError as error:
        raise Invalid.field(name, f"cannot be used: {error}") from None
    return url
