"""Few tries to sign in: of one name, whoever tries, and from one address, whatever the name."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import TooMany, TryAgain
from common.domain.member import member_id
from common.domain.sign_in_tries import (
    MOST_OF_A_NAME,
    MOST_OF_AN_ADDRESS,
    WINDOW,
    Tries,
    tries_key,
)
from common.domain.times import SECOND
from common.moderation.contention import ATTEMPTS
from common.store.deciding import until_committed
from common.store.store import Create, Delete, Document, Key, Put, Update, Write


async def take(context: Context, app: str, name: str, address: str, now: int) -> None:
    """Counted before it is known whether the try is right, so that many at once are no way around.
    Raises TooMany.
    """
    most = {_of_name(app, name): MOST_OF_A_NAME, _of_address(address): MOST_OF_AN_ADDRESS}
    window = now // WINDOW

    async def attempt() -> None:
        found = await context.store.get([*most])
        writes: list[Write] = []
        for (key, limit), document in zip(most.items(), found, strict=True):
            failed = document.data["failed"] if document and _is_of(document, window) else 0
            if failed >= limit:
                seconds = ((window + 1) * WINDOW - now) // SECOND + 1
                raise TooMany(f"too many tries to sign in: wait {seconds} s", seconds)
            after: Tries = {"window": window, "failed": failed + 1}
            writes.append(Put(key, after, document.version) if document else Create(key, after))
        await context.store.commit(writes)

    await until_committed(attempt, ATTEMPTS, TryAgain("many are signing in just now"))


def forgiven(app: str, name: str, address: str) -> list[Write]:
    """Where the name's own member signed in. Of the address only this one try is: who has an
    account of their own would else try all others.
    """
    return [
        Delete(_of_name(app, name)),
        Update(_of_address(address), increment={"failed": -1}, upsert=True),
    ]


def _of_name(app: str, name: str) -> Key[Tries]:
    return tries_key("name", app, member_id(app, name))


def _of_address(address: str) -> Key[Tries]:
    return tries_key("address", address)


def _is_of(document: Document[Tries], window: int) -> bool:
    return document.data.get("window") == window
