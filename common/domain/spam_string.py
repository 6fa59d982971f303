"""What content brings along that spam is known by: domains, links, numbers, addresses, texts."""

from __future__ import annotations

from typing import Literal, NotRequired, get_args

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.item import SHARDS, Item
from common.domain.times import SECOND
from common.store.store import Collection, Key

SpamKind = Literal["domain", "url", "phone", "email", "text"]
SPAM_KINDS: tuple[SpamKind, ...] = get_args(SpamKind)
Verdict = Literal["allow", "deny"]
SpamState = Literal["seen", "proposed", "allow", "deny"]
DENY_LIST, ALLOW_LIST = "deny_list", "allow_list"
LIST_OF: dict[Verdict, str] = {"deny": DENY_LIST, "allow": ALLOW_LIST}
SPAM_LISTS = frozenset(LIST_OF.values())
MOST_ENTRIES = 5_000
"""Of each of the two lists."""
LONGEST_VALUE = 500
POSTS_KEPT = 20
LEAST_TEXT_LENGTH = 35
"""Hive's: shorter texts are the same without being copies."""


class SpamSettings(TypedDict):
    """Texts of fewer than `min_text_length` characters are not compared; those that `propose_from`
    posts had are proposed for a verdict.
    """

    enabled: bool
    min_text_length: int
    propose_from: int


NO_SPAM_MANAGER: SpamSettings = {
    "enabled": False,
    "min_text_length": LEAST_TEXT_LENGTH,
    "propose_from": 3,
}


class Posted(TypedDict):
    """One content with the string; `at` is when it came with it, in nanoseconds."""

    entity_type: str
    entity_id: str
    user_id: str
    at: int


class SpamString(TypedDict):
    """`count` is of contents, an edited one once more where it is no longer among `posts`: the
    latest, the latest first. `identity` is what a string is compared by: of a `text` its
    digest, which is the same for all that differ in case, accents, punctuation and blanks only;
    its `value` is the beginning of one that was sent. Times are nanoseconds, 0 where it was only
    imported.
    """

    id: str
    kind: SpamKind
    value: str
    identity: str
    state: SpamState
    count: int
    first_at: int
    last_at: int
    posts: list[Posted]
    decided_by: NotRequired[str]
    decided_at: NotRequired[int]


SPAM_STRINGS: Collection[SpamString] = Collection("spam_string")


def spam_string_id(kind: SpamKind, identity: str) -> str:
    """`identity` is what is the same for the same string: of a text its digest, else the value."""
    return derived_id("spam string", kind, identity)


def spam_string_key(app: str, id: str) -> Key[SpamString]:
    return Key(app, SPAM_STRINGS, id)


def posted(item: Item) -> Posted:
    return {
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "user_id": item["creator_id"],
        "at": item.get("spam_at", 0),
    }


TEXT_BUCKETS = 16_384
TEXTS_KEPT = 32


class OnceSeen(TypedDict):
    """Texts that one content had, by digest: the latest `TEXTS_KEPT` of those whose digest begins
    alike, so that what is kept of them has a bound.
    """

    texts: dict[str, Posted]


ONCE_SEEN: Collection[OnceSeen] = Collection("once_seen")


def once_seen_key(app: str, digest: str) -> Key[OnceSeen]:
    return Key(app, ONCE_SEEN, f"{int(digest[:8], 16) % TEXT_BUCKETS:04x}")


class Tally(TypedDict):
    """How far an app's content was gone through; one an app. `after` has the place of the last item
    of each shard, by the time and id that it is found by; `idle` counts turns in which there was
    nothing.
    """

    after: dict[str, tuple[int, str]]
    idle: int
    due_at: NotRequired[int]
    swept: NotRequired[int]


TALLIES: Collection[Tally] = Collection("tally")
SETTLED_AFTER = 10 * SECOND
"""Younger items wait: one that was stored a moment earlier may not be found yet."""


def tally_key(app: str) -> Key[Tally]:
    return Key(app, TALLIES, "spam")


def new_tally(now: int) -> Tally:
    return {"after": dict.fromkeys(SHARDS, (now, "")), "idle": 0, "due_at": now}
