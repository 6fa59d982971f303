"""How often somebody tried to sign in, by name and by address."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.times import MINUTE
from common.store.store import Collection, Key

WINDOW = 15 * MINUTE
MOST_OF_A_NAME, MOST_OF_AN_ADDRESS = 10, 100
_PLACES = 1 << 16


class Tries(TypedDict):
    """`failed` in the quarter of an hour `window`, counted since 1970."""

    window: int
    failed: int


TRIES: Collection[Tries] = Collection("sign_in_tries")


def tries_key(kind: str, *what: str) -> Key[Tries]:
    """Above all apps, for which app it is said to be is made up as easily as a name. Whoever makes
    them up fills no more than so many places; who shares a place shares its tries.
    """
    place = int(derived_id("tries", kind, *what)[:8], 16) % _PLACES
    return Key("", TRIES, f"{kind}:{place}")
