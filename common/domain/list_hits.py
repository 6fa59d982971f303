"""How often content was found to have what an app's block lists name, entry by entry.

A content that has entries of a list adds to one document: of the day (UTC), of the list, and of one
of some shards. Once the day is over they are added to the list's totals. Entries stand there under
digests, so that none of their texts is kept twice, and those of a long list are in sixteen
documents, by the first letter of these, as 50,000 would be more than a store takes in one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from common.domain.block_list import BlockList
from common.domain.rule_count import day_name
from common.store.store import Collection, Key

ListHits = dict[str, int]
"""Under `h` and an entry's digest in how many contents it was; in the totals, which have the first
day of all under `s`, under `d` the last day of these.
"""


@dataclass(frozen=True, slots=True)
class EntryHits:
    """`last` is the last day with a hit, None where there was none. Entries are told apart by
    themselves.
    """

    entry: str
    hits: int
    last: int | None

    @property
    def id(self) -> str:
        return self.entry


LIST_HITS: Collection[ListHits] = Collection("list_hit")
COUNTED_TYPES = frozenset(("word", "domain", "email", "regex"))
"""What a list of allowed ones finds is not in it, and the spam manager counts by itself."""
_LONG = 4_000
_WHOLE = "-"
_GROUPS = (_WHOLE, *"0123456789abcdef")


def digest_of(term: str) -> str:
    return blake2b(term.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def is_counted(block_list: BlockList) -> bool:
    return block_list["type"] in COUNTED_TYPES


def by_group(block_list: BlockList, terms: Iterable[str]) -> dict[str, ListHits]:
    found: dict[str, ListHits] = {}
    is_long = len(block_list["words"]) > _LONG
    for digest in map(digest_of, terms):
        found.setdefault(digest[0] if is_long else _WHOLE, {})[f"h{digest}"] = 1
    return found


def hits_key(app: str, day: int, list_id: str, group: str, shard: int) -> Key[ListHits]:
    return Key(app, LIST_HITS, f"{_start(day, list_id)}.{group}.{shard}")


def range_of(day: int, list_id: str) -> tuple[str, str]:
    """Between which ids the hits of a day are."""
    return f"{_start(day, list_id)}.", f"{_start(day, list_id)}/"


def _start(day: int, list_id: str) -> str:
    return f"{day_name(day)}.{list_id}"


def totals_keys(app: str, list_id: str) -> list[Key[ListHits]]:
    return [Key(app, LIST_HITS, f"all.{list_id}.{group}") for group in _GROUPS]


def totals_key_of(key: Key[ListHits]) -> Key[ListHits]:
    _, list_id, group, _ = key.id.split(".")
    return Key(key.app, LIST_HITS, f"all.{list_id}.{group}")


def place_of(key: Key[ListHits]) -> tuple[int, str]:
    """The day and the list."""
    day, list_id, *_ = key.id.split(".")
    return int(day), list_id


def add_day(totals: ListHits, day: int, hits: Mapping[str, int]) -> None:
    for name, count in hits.items():
        totals[name] = totals.get(name, 0) + count
        last = f"d{name[1:]}"
        totals[last] = max(day, totals.get(last, 0))
    totals["s"] = min(day, totals.get("s", day))


def without_gone(totals: ListHits, digests: Container[str]) -> ListHits:
    """Of the entries that the list has no more, nothing is kept."""
    return {name: value for name, value in totals.items() if name == "s" or name[1:] in digests}


def summed(parts: Iterable[Mapping[str, int]]) -> ListHits:
    """Totals of one list, which was short before or is so now."""
    found: ListHits = {}
    for part in parts:
        for name, value in part.items():
            if name not in found:
                found[name] = value
            elif name == "s":
                found[name] = min(found[name], value)
            else:
                found[name] = max(found[name], value) if name[0] == "d" else found[name] + value
    return found
