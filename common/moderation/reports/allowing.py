"""What an app lets people flag: for which reasons, and whether what was reviewed."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.item import is_decided, item_id, item_key
from common.domain.settings import preferences_of


async def check_flag(
    context: Context, app: str, entity_type: str, entity_id: str, reason: str
) -> None:
    """Raises Invalid for a reason that the app does not have, and for content that was reviewed
    where such may not be flagged. A flag needs no reason.
    """
    settings = (await context.configurations.of(app)).settings
    allowed = settings.get("allowed_flag_reasons")
    if allowed and reason and reason not in allowed:
        raise Invalid.field("reason", f"can be {', '.join(allowed)}")
    if not preferences_of(settings)["disable_flagging_reviewed_entity"]:
        return
    (found,) = await context.store.get([item_key(app, item_id(app, entity_type, entity_id))])
    if found is not None and is_decided(found.data):
        raise Invalid.field("entity_id", "names what was reviewed, and the app lets no one flag it")
