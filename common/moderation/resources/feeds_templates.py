"""Keeping an app's feeds templates, for the app's own servers to read."""

from __future__ import annotations

from collections.abc import Callable

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.feeds_template import (
    MOST_TEMPLATES,
    FeedsTemplate,
    FeedsTemplateConfig,
    FeedsTemplates,
    feeds_templates_key,
)
from common.domain.policy import has_policy
from common.moderation.contention import ATTEMPTS
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

Templates = dict[str, FeedsTemplate]
Change = Callable[[Templates], Templates]


async def put(
    context: Context, app: str, name: str, config: FeedsTemplateConfig, now: int
) -> FeedsTemplate:
    """Raises Invalid where no policy has its key, and for one template more than there may be."""
    configuration = await context.configurations.fresh(app)
    key = config.get("config_key", "")
    if key and not has_policy(configuration.policies, key):
        raise Invalid.field("config.config_key", f"{key!r} is the key of no policy")

    def changed(known: Templates) -> Templates:
        if name not in known and len(known) >= MOST_TEMPLATES:
            raise Invalid.field("name", f"would be one more than the {MOST_TEMPLATES} allowed")
        since = known[name]["created_at"] if name in known else now
        template: FeedsTemplate = {
            "name": name,
            "config": config,
            "created_at": since,
            "updated_at": now,
        }
        return {**known, name: template}

    return (await _change(context, app, changed))[name]


async def all_of(context: Context, app: str) -> list[FeedsTemplate]:
    """By name."""
    (document,) = await context.store.get([feeds_templates_key(app)])
    known = document.data["templates"] if document is not None else {}
    return [known[name] for name in sorted(known)]


async def policies_of(context: Context, app: str) -> set[str]:
    """The keys that templates name."""
    configs = [template["config"] for template in await all_of(context, app)]
    return {config["config_key"] for config in configs if "config_key" in config}


async def delete(context: Context, app: str, name: str | None) -> None:
    """Stream's clients send no name: then it is the only one that there is. Raises NotFound where
    there is none, and Invalid where there are several.
    """

    def changed(known: Templates) -> Templates:
        if name is None and len(known) > 1:
            raise Invalid.field("name", f"is required: there are {len(known)} templates")
        gone = next(iter(known), None) if name is None else name
        if gone not in known:
            raise NotFound("there is no such template", {"name": "does not exist"})
        return {each: template for each, template in known.items() if each != gone}

    await _change(context, app, changed)


async def _change(context: Context, app: str, change: Change) -> Templates:
    key = feeds_templates_key(app)

    async def attempt() -> Templates:
        unit = UnitOfWork(context.store)
        known = await unit.get(key)
        changed = change(known["templates"] if known is not None else {})
        if known is None:
            made: FeedsTemplates = {"templates": changed}
            unit.create(key, made)
        else:
            known["templates"] = changed
        await unit.commit()
        return changed

    return await until_committed(attempt, ATTEMPTS, TryAgain("many change the templates at once"))
