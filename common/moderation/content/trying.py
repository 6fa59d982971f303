"""Trying content: what an item was submitted as, for engines and rules to look at anew, and what
caps would hold of what follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from common.configuration.context import Context
from common.domain.content import Submission
from common.domain.enforcement import HeldEnforcement
from common.domain.errors import NotFound
from common.domain.item import item_key
from common.moderation.content.checked import Checked
from common.moderation.content.scans import submission_of


async def submitted(context: Context, app: str, item_id: str) -> Submission:
    (item,) = await context.store.get([item_key(app, item_id)])
    if item is None:
        raise NotFound(f"there is no item {item_id!r}", {"item_id": "does not exist"})
    return submission_of(item.data)


async def held(context: Context, app: str, checked: Checked, now: int) -> Sequence[HeldEnforcement]:
    """Of what the rules that it triggers and the engines of its policy ask for."""
    from common.moderation.enforcement.rehearsal import foresee
    from common.moderation.enforcement.triggering import CHECKED

    configuration, item = await context.configurations.of(app), checked.item
    labels = checked.judgement.labels
    if not checked.triggered and not any("ban" in label for label in labels):
        return ()
    foreseen = await foresee(context.store, configuration, item, [CHECKED], checked.triggered, now)
    return foreseen.held
