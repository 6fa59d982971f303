"""Ids of people who were erased, where the app takes nothing under them any more."""

from __future__ import annotations

from collections.abc import Mapping

from common.configuration.context import Context
from common.domain.erasure import erasure_id, erasure_key
from common.domain.errors import Invalid

_PROBLEM = "is the id of somebody whose data was erased, and the app has set that such are refused"


async def check(context: Context, app: str, named: Mapping[str, str]) -> None:
    """`named` has ids by the fields that say them. Raises Invalid for one under which there is an
    erasure: of that a keyed hash of the id is left, and nothing else. Nothing is read unless the
    app has set so.
    """
    settings = (await context.configurations.of(app)).settings
    asked = {field: id for field, id in named.items() if id}
    if not asked or settings.get("erased_ids") != "refuse" or "pseudonym_key" not in settings:
        return
    from common.moderation.background.own_keys import stand_in
    from common.moderation.resources.settings import opened

    key = opened(context, app, settings)["pseudonym_key"]
    ids = [erasure_id(stand_in(key, app, id)) for id in asked.values()]
    found = await context.store.get([erasure_key(app, id) for id in ids])
    for field, erasure in zip(asked, found, strict=True):
        if erasure is not None:
            raise Invalid.field(field, _PROBLEM)
