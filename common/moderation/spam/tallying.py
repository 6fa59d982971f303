"""Counting what content brings along, in the background: some contents a turn, in one commit with
how far that went, so that what is broken off or comes twice counts nothing twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from common.configuration.context import Context
from common.domain.item import ITEMS, Item
from common.domain.settings import spam_settings_of
from common.domain.spam_string import (
    POSTS_KEPT,
    SETTLED_AFTER,
    TEXTS_KEPT,
    OnceSeen,
    Posted,
    SpamSettings,
    SpamString,
    Tally,
    once_seen_key,
    posted,
    spam_string_id,
    spam_string_key,
    tally_key,
)
from common.domain.times import MINUTE
from common.engines.spam_strings import SpamText, strings_in
from common.engines.threads import COMPUTING
from common.queue.messages import DueTally
from common.store.store import Document, Key
from common.store.unit_of_work import UnitOfWork

_PAGE = 5
_MOST_DOCUMENTS = 80
"""Of one commit; a store takes a hundred."""
_LONGEST_WAIT = 10 * MINUTE


class _Sighting(NamedTuple):
    """A content, and what of it is counted."""

    item: Item
    strings: Sequence[SpamText]


async def tally(context: Context, due: DueTally, now: int) -> None:
    """One turn. What has another turn by now changes nothing. Raises Conflict where the same
    message was worked on at the same time.
    """
    (read,) = await context.store.get([tally_key(due.app)])
    if read is None or read.data.get("due_at") != due.at:
        return
    settings = (await context.configurations.of(due.app)).settings
    unit = UnitOfWork(context.store, [read])
    state = await unit.have(read.key)
    state.pop("swept", None)
    spam = spam_settings_of(settings)
    if not spam["enabled"]:
        del state["due_at"]
        await unit.commit()
        return
    items = await _items(context, due.app, state, now)
    region = settings.get("default_region")
    work = partial(_sightings, items, region, spam["min_text_length"])
    taken = await COMPUTING.run(due.app, work) if items else []
    for each in taken:
        await _count(unit, due.app, each, spam)
    _go_on(unit, due.app, state, taken, now)
    await unit.commit()


async def _items(context: Context, app: str, state: Tally, now: int) -> list[Document[Item]]:
    """Of each shard the next ones."""
    pages = await asyncio.gather(
        *(
            context.store.query(
                ITEMS,
                app=app,
                equal={"shard": shard},
                order="spam_at",
                high=now - SETTLED_AFTER,
                after=(at, id),
                limit=_PAGE,
            )
            for shard, (at, id) in state["after"].items()
        )
    )
    return [document for page in pages for document in page.documents]


def _sightings(
    items: Sequence[Document[Item]], region: str | None, min_text_length: int
) -> list[_Sighting]:
    """As many of the first ones as one commit has room for."""
    found: list[_Sighting] = []
    documents: set[tuple[str, str]] = set()
    for document in items:
        item = document.data
        texts = (item.get("payload") or {}).get("texts") or ()
        strings = strings_in(texts, item.get("creator_region") or region, min_text_length)
        # A text that was seen once before changes two documents.
        documents.update((kind, each) for kind, each, _ in strings)
        documents.update(("once", each) for kind, each, _ in strings if kind == "text")
        if found and len(documents) > _MOST_DOCUMENTS:
            break
        found.append(_Sighting(item, strings))
    return found


async def _count(unit: UnitOfWork, app: str, sighting: _Sighting, spam: SpamSettings) -> None:
    keys: list[Key[SpamString] | Key[OnceSeen]] = []
    for kind, identity, _ in sighting.strings:
        keys.append(spam_string_key(app, spam_string_id(kind, identity)))
        if kind == "text":
            keys.append(once_seen_key(app, identity))
    await unit.read(keys)
    post = posted(sighting.item)
    for each in sighting.strings:
        key = spam_string_key(app, spam_string_id(each.kind, each.identity))
        known = unit.held(key)
        if known is not None:
            _add(known, post, spam)
        elif each.kind != "text":
            unit.create(key, _new(key.id, each, [post]))
        else:
            await _see_text(unit, app, key, each, post, spam)


async def _see_text(
    unit: UnitOfWork,
    app: str,
    key: Key[SpamString],
    text: SpamText,
    post: Posted,
    spam: SpamSettings,
) -> None:
    """Of a text that one content has only that is kept."""
    bucket = once_seen_key(app, text.identity)
    once = await unit.get(bucket)
    texts = {**once["texts"]} if once is not None else {}
    first = texts.pop(text.identity, None)
    if first is None or _is_same(first, post):
        texts[text.identity] = post
        texts = dict([*texts.items()][-TEXTS_KEPT:])
    else:
        made = unit.create(key, _new(key.id, text, [first]))
        _add(made, post, spam)
    if once is None:
        made_bucket: OnceSeen = {"texts": texts}
        unit.create(bucket, made_bucket)
    else:
        once["texts"] = texts


def _new(id: str, text: SpamText, posts: list[Posted]) -> SpamString:
    return {
        "id": id,
        "kind": text.kind,
        "value": text.value,
        "identity": text.identity,
        "state": "seen",
        "count": len(posts),
        "first_at": posts[0]["at"],
        "last_at": posts[0]["at"],
        "posts": posts,
    }


def _add(known: SpamString, post: Posted, spam: SpamSettings) -> None:
    """A content that was edited counts once, as long as it is among the latest."""
    others = [each for each in known["posts"] if not _is_same(each, post)]
    known["count"] += len(others) == len(known["posts"])
    posts = sorted([post, *others], key=lambda each: each["at"], reverse=True)
    known["posts"] = posts[:POSTS_KEPT]
    known["first_at"] = min(known["first_at"] or post["at"], post["at"])
    known["last_at"] = max(known["last_at"], post["at"])
    is_repeated = known["kind"] == "text" and known["count"] >= spam["propose_from"]
    if known["state"] == "seen" and is_repeated:
        known["state"] = "proposed"


def _is_same(one: Posted, other: Posted) -> bool:
    return (one["entity_type"], one["entity_id"]) == (other["entity_type"], other["entity_id"])


def _go_on(unit: UnitOfWork, app: str, state: Tally, taken: Sequence[_Sighting], now: int) -> None:
    """At once as long as there is more; else the sweep sends it when it is due."""
    due = max(now, state.get("due_at", 0) + 1)
    if taken:
        # Of each shard they come in its order.
        items = [each.item for each in taken]
        last = {item["shard"]: (item.get("spam_at", 0), item["id"]) for item in items}
        state.update({"after": {**state["after"], **last}, "idle": 0, "due_at": due})
        unit.send(DueTally(app, due))
        return
    state["idle"] = min(state["idle"] + 1, 10)
    state["due_at"] = due + min(MINUTE * 2 ** (state["idle"] - 1), _LONGEST_WAIT)
