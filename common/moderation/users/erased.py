"""Ids of people who were erased, where the app takes nothing under them any more."""

from __future__ import annotations

from collections.abc import Iterable

from common.configuration.context import Context
from common.domain.erasure import erasure_id, erasure_key
from common.domain.errors import Invalid

_PROBLEM = "is the id of somebody whose data was erased, and the app has set that such are refused"


async def are_refused(context: Context, app: str) -> bool:
    return (await context.configurations.settings_of(app)).get("erased_ids") == "refuse"


async def check(
    context: Context, app: str, named: Iterable[tuple[str, str]], *, until_done: bool = False
) -> None:
    """`named` has fields with the ids that they say. Raises Invalid for one under which there is an
    erasure, with `until_done` one that has ended: of that a keyed hash of the id is left, and
    nothing else. Nothing is read unless the app has set so.
    """
    settings = await context.configurations.settings_of(app)
    asked = [(field, id) for field, id in named if id]
    if not asked or settings.get("erased_ids") != "refuse" or "pseudonym_key" not in settings:
        return
    from common.moderation.background.own_keys import stand_in
    from common.moderation.resources.settings import opened

    key = opened(context, app, settings)["pseudonym_key"]
    keys = {id: erasure_key(app, erasure_id(stand_in(key, app, id))) for _, id in asked}
    read = await context.store.get([*keys.values()])
    found = dict(zip(keys, read, strict=True))
    for field, id in asked:
        erasure = found[id]
        if erasure is None or (until_done and erasure.data["status"] != "completed"):
            continue
        raise Invalid.field(field, _PROBLEM)
