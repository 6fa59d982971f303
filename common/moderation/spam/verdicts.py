"""What people say of strings: each allowed or denied is an entry of one of two block lists, which
rules and policies name as any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from common.configuration.context import Context
from common.domain.block_list import BlockList, block_list_id, block_list_key
from common.domain.errors import Invalid
from common.domain.spam_string import (
    LIST_OF,
    MOST_ENTRIES,
    SpamString,
    Verdict,
    spam_string_id,
    spam_string_key,
)
from common.engines.spam_strings import SpamText
from common.moderation.resources.block_lists import MOST_BYTES
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Document, Put, Write

_ATTEMPTS = 10
_AT_ONCE = 80


class Said(NamedTuple):
    """`verdict` None takes back what was said."""

    string: SpamText
    verdict: Verdict | None


async def say(context: Context, app: str, said: Sequence[Said], by: str, now: int) -> int:
    """How many strings changed. Of one that is there several times the last counts. Raises Invalid
    where a list would be too long; what stands before that in `said` is done.
    """
    last = {(each.string.kind, each.string.identity): each for each in said}
    changed = 0
    for start in range(0, len(last), _AT_ONCE):
        part = [*last.values()][start : start + _AT_ONCE]
        first = block_list_key(app, block_list_id(LIST_OF["deny"], ""))

        async def attempt(part: Sequence[Said] = part) -> int:
            return await _commit(context, app, part, by, now)

        changed += await until_committed(attempt, _ATTEMPTS, Conflict(first))
    return changed


async def _commit(context: Context, app: str, said: Sequence[Said], by: str, now: int) -> int:
    lists = {verdict: block_list_id(name, "") for verdict, name in LIST_OF.items()}
    list_keys = [block_list_key(app, id) for id in lists.values()]
    keys = [spam_string_key(app, _id(each.string)) for each in said]
    read: list[Any] = await context.store.get([*list_keys, *keys])
    known_lists = dict(zip(lists, read[: len(lists)], strict=True))
    writes: list[Write] = []
    for each, key, known in zip(said, keys, read[len(lists) :], strict=True):
        write = _write_of(each, key.id, known, by, now)
        if write is not None:
            put = Put(key, write, known.version) if known is not None else Create(key, write)
            writes.append(put)
    if not writes:
        return 0
    changed = len(writes)
    for verdict, id in lists.items():
        writes += _list_writes(app, id, verdict, known_lists[verdict], said, now)
    await context.configurations.change(app, writes)
    return changed


def _id(string: SpamText) -> str:
    return spam_string_id(string.kind, string.identity)


def _write_of(
    said: Said, id: str, known: Document[SpamString] | None, by: str, now: int
) -> SpamString | None:
    """None where nothing changes."""
    before = known.data["state"] if known is not None else "seen"
    if said.verdict == before or (said.verdict is None and before in ("seen", "proposed")):
        return None
    string: SpamString = (
        {**known.data}
        if known is not None
        else {
            "id": id,
            "kind": said.string.kind,
            "value": said.string.value,
            "identity": said.string.identity,
            "state": "seen",
            "count": 0,
            "first_at": 0,
            "last_at": 0,
            "posts": [],
        }
    )
    string["state"] = said.verdict or "seen"
    string["decided_by"], string["decided_at"] = by, now
    return string


def _list_writes(
    app: str,
    id: str,
    verdict: Verdict,
    known: Document[BlockList] | None,
    said: Sequence[Said],
    now: int,
) -> list[Write]:
    words = dict.fromkeys(known.data["words"] if known is not None else ())
    before = [*words]
    for each in said:
        entry = f"{each.string.kind}:{each.string.identity}"
        words.pop(entry, None)
        if each.verdict == verdict:
            words[entry] = None
    after = [*words]
    if after == before:
        return []
    _check_size(verdict, after)
    key = block_list_key(app, id)
    if known is not None:
        changed: BlockList = {**known.data, "words": after, "updated_at": now}
        return [Put(key, changed, known.version)]
    return [
        Create(
            key,
            {
                "id": id,
                "name": LIST_OF[verdict],
                "team": "",
                "type": "strings",
                "words": after,
                "created_at": now,
                "updated_at": now,
            },
        )
    ]


def _check_size(verdict: Verdict, words: Sequence[str]) -> None:
    if len(words) > MOST_ENTRIES:
        raise Invalid.field(
            "verdict", f"makes more than {MOST_ENTRIES} entries of {LIST_OF[verdict]}"
        )
    if sum(len(word.encode()) for word in words) > MOST_BYTES:
        raise Invalid.field("verdict", f"makes {LIST_OF[verdict]} longer than {MOST_BYTES} bytes")


def entries(lists: Mapping[str, BlockList]) -> dict[Verdict, int]:
    """How many each list has."""
    found = {verdict: lists.get(block_list_id(name, "")) for verdict, name in LIST_OF.items()}
    return {verdict: len(each["words"]) if each else 0 for verdict, each in found.items()}
