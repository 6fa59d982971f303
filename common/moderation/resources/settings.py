"""Keeping what an app has set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from common.configuration.context import Context
from common.configuration.vaults import vault_in
from common.domain import secret_fields
from common.domain.errors import Invalid, TryAgain
from common.domain.feed import feed_key, new_feed
from common.domain.policy import find_policy, has_policy
from common.domain.settings import (
    DEFAULT_POLICY,
    AppSettings,
    exemptions_of,
    facades_of,
    lists_content,
    settings_key,
    spam_settings_of,
)
from common.domain.spam_string import new_tally, tally_key
from common.domain.vault import CannotOpen
from common.moderation.contention import ATTEMPTS
from common.moderation.resources import retention
from common.moderation.resources.appeal_window import shortened
from common.queue.messages import DueTally
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Delete, Put, Update, Write


async def get(context: Context, app: str) -> AppSettings:
    """What was ever set; empty for an app that has all defaults."""
    (found,) = await context.store.get([settings_key(app)])
    return found.data if found else {}


async def put(
    context: Context, app: str, fields: AppSettings, now: int, by: str = ""
) -> AppSettings:
    """Sets these and leaves the others: several resources share the document. Raises Invalid for a
    policy that does not exist, but for the default that is meant where none is set, and for a list
    of users that does not, and for what would go before appeals can be made.
    """
    before = await get(context, app)
    retention.check(before, fields)
    await _check_policies(context, app, fields)
    await _check_lists(context, app, fields)
    logged = [
        *shortened(app, before, fields, now),
        *retention.changed(app, before, fields, by, now),
    ]
    listed: AppSettings = {}
    if lists_content(fields) and not lists_content(before):
        listed = {"content_listed_since": now}
    change = Update(settings_key(app), set={**fields, **listed, "updated_at": now}, upsert=True)
    await context.configurations.change(app, [change, *_feed(app, fields, now), *logged])
    if spam_settings_of(fields)["enabled"]:
        await _start_tally(context, app, now)
    await retention.start(context, app, fields, now)
    return await get(context, app)


async def put_of_rules(context: Context, app: str, fields: AppSettings, now: int) -> AppSettings:
    """Sets these, and of `first_match_only` the scopes that it has. Raises Invalid for a list of
    users that does not exist.
    """
    await _check_lists(context, app, fields)
    key = settings_key(app)

    async def attempt() -> None:
        (found,) = await context.store.get([key])
        changed: AppSettings = {**fields, "updated_at": now}
        if "first_match_only" in fields:
            before = found.data.get("first_match_only", {}) if found else {}
            changed["first_match_only"] = {**before, **fields["first_match_only"]}
        write = Update(key, set=changed, version=found.version) if found else Create(key, changed)
        await context.configurations.change(app, [write])

    await until_committed(attempt, ATTEMPTS, TryAgain("the settings are being changed by others"))
    return await get(context, app)


async def _check_lists(context: Context, app: str, fields: AppSettings) -> None:
    lists = exemptions_of(fields)["lists"]
    if not lists:
        return
    known = (await context.configurations.fresh(app)).user_lists
    for name in lists:
        if name not in known:
            raise Invalid.field(
                "exempt.lists", f"names the user list {name!r}, which does not exist"
            )


def _feed(app: str, fields: AppSettings, now: int) -> Iterator[Write]:
    """What has the sweep see to items that expire."""
    if "review_feed_days" in fields:
        days = fields["review_feed_days"]
        yield Put(feed_key(app), new_feed(days, now)) if days else Delete(feed_key(app))


def opened(context: Context, app: str, stored: AppSettings) -> AppSettings:
    """With its secrets as they were given. Raises Invalid where they cannot be read."""
    try:
        return secret_fields.opened(vault_in(context), settings_key(app), stored)
    except CannotOpen as error:
        raise Invalid(f"the settings cannot be read: {error}") from None


async def _start_tally(context: Context, app: str, now: int) -> None:
    """Where none goes on. Of what came while there was none nothing is counted."""
    (known,) = await context.store.get([tally_key(app)])
    if known is not None and "due_at" in known.data:
        return
    new, key = new_tally(now), tally_key(app)
    # Who was faster has started it.
    with suppress(Conflict):
        start = Create(key, new) if known is None else Put(key, new, known.version)
        await context.store.commit([start], [DueTally(app, now)])


async def _check_policies(context: Context, app: str, fields: AppSettings) -> None:
    default, facades = fields.get("default_policy", DEFAULT_POLICY), facades_of(fields)["policy"]
    if default == DEFAULT_POLICY and facades is None:
        return
    known = (await context.configurations.fresh(app)).policies
    if default != DEFAULT_POLICY and not has_policy(known, default):
        raise Invalid.field("default_policy", f"names the policy {default!r}, which does not exist")
    if facades is not None and find_policy(known, facades, "") is None:
        problem = f"names the policy {facades!r}, which does not exist for every team"
        raise Invalid.field("facades.policy", problem)
