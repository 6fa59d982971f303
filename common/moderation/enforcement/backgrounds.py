"""What rules look at besides the item: read only where a rule asks for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.domain.address import last_address_key
from common.domain.item import Item, author_of
from common.domain.strikes import UserStrikes, fields_of, strikes_key
from common.domain.user import User, address_history_key, history_key, user_key
from common.store.store import Key, Store

if TYPE_CHECKING:
    from common.rules.conditions.base import Scope


@dataclass(frozen=True, slots=True)
class Background:
    """The history of the item's author, the user that the author is, their strikes, and the history
    of the network address that the author last wrote from, as far as it was read.
    """

    history: Mapping[str, int] | None = None
    user: User | None = None
    address: Mapping[str, int] | None = None
    strikes: UserStrikes | None = None
    address_key: Key[dict[str, int]] | None = None


def needs_history(configuration: Configuration, scopes: Collection[Scope]) -> bool:
    return not configuration.history_scopes.isdisjoint(scopes)


def needs_user(configuration: Configuration, scopes: Collection[Scope]) -> bool:
    return not configuration.author_scopes.isdisjoint(scopes)


def needs_strikes(configuration: Configuration, scopes: Collection[Scope]) -> bool:
    return not configuration.strike_scopes.isdisjoint(scopes)


async def background_of(
    store: Store,
    configuration: Configuration,
    item: Item,
    scopes: Collection[Scope],
    *,
    with_history: bool,
    with_user: bool = False,
) -> Background:
    """One read, and one or two more where a rule counts addresses. `with_history` and `with_user`:
    whether a rule needs that or not.
    """
    app, creator, author = configuration.app, item["creator_id"], author_of(item)
    keys: list[Key[Any]] = []
    if creator and (with_history or needs_history(configuration, scopes)):
        keys.append(history_key(app, creator))
    if author and (with_user or needs_user(configuration, scopes)):
        keys.append(user_key(app, author))
    if author and needs_strikes(configuration, scopes):
        keys.append(strikes_key(app, author))
    found = dict(zip(keys, await _documents(store, keys), strict=True)) if keys else {}
    history, user = found.get(history_key(app, creator)), found.get(user_key(app, author))
    own = strikes_key(app, author)
    strikes = (found[own] or fields_of(author, ())) if own in found else None
    if not creator or not configuration.counts_addresses:
        return Background(history, user, strikes=strikes)
    (last,) = await store.get([last_address_key(app, creator)])
    if last is None:
        return Background(history, user, strikes=strikes)
    key = address_history_key(app, last.data["address"])
    (address,) = await _documents(store, [key])
    return Background(history, user, address, strikes, key)


async def _documents(store: Store, keys: Sequence[Key[Any]]) -> list[Any]:
    return [each.data if each is not None else None for each in await store.get(keys)]
