"""Keeping lists of image hashes: made, filled from text or from an item, read out, emptied."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.configuration.image_hash_lists import read_pages
from common.domain.errors import Invalid
from common.domain.image_hash_list import (
    PAGE_LINES,
    ImageHashList,
    ImageHashListFields,
    image_hash_list_key,
    image_hash_page_key,
)
from common.domain.item import item_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.resources import resources
from common.moderation.resources.kinds import IMAGE_HASH_LIST
from common.store.deciding import until_committed
from common.store.store import BadCursor, Delete, Document, Put, Write

MOST_HASHES_IN_ALL = 100_000
_MOST_NOTE = 200
_HASH = re.compile(r"[0-9a-f]{64}")
_DIGITS = 64


@dataclass(frozen=True, slots=True)
class Changed:
    """`count` is how many hashes were added, or removed; `known` how many were there before."""

    list: ImageHashList
    count: int
    known: int = 0


async def put(
    context: Context, app: str, id: str, fields: ImageHashListFields, now: int
) -> ImageHashList:
    """Creates it, or gives it another label; its hashes stay."""
    resources.check_id(id)

    async def attempt() -> ImageHashList:
        known = await _find(context, app, id)
        if known is None:
            empty = {**fields, "pages": 0, "count": 0}
            return await resources.create(context, app, IMAGE_HASH_LIST, id, empty, now)
        changed: ImageHashList = {**known.data, **fields, "updated_at": now}
        await context.configurations.change(app, [Put(known.key, changed, known.version)])
        return changed

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def delete(context: Context, app: str, id: str) -> None:
    async def attempt() -> None:
        known = await _read(context, app, id)
        pages = range(known.data["pages"])
        writes: list[Write] = [Delete(image_hash_page_key(app, id, n)) for n in pages]
        await context.configurations.change(app, [*writes, Delete(known.key, known.version)])

    await until_committed(attempt, ATTEMPTS, too_busy())


async def import_text(context: Context, app: str, id: str, text: str, now: int) -> Changed:
    """Adds what the lines say: a hash in 64 hexadecimal digits, and behind a comma whatever is to
    be kept of it. Raises Invalid for a line that is none, and changes nothing then.
    """
    return await _add(context, app, id, _parsed(text), now)


async def add_from_item(
    context: Context, app: str, id: str, item_id: str, image: int, note: str, now: int
) -> Changed:
    """Adds what the engine that saw this image of the item found its hash to be."""
    await _read(context, app, id)
    (item,) = await context.store.get([item_key(app, item_id)])
    if item is None:
        raise Invalid.field("item_id", "does not exist")
    images = item.data.get("payload", {}).get("images") or ()
    if image >= len(images):
        raise Invalid.field("image", f"is one of {len(images)} images, counted from 0")
    hash = item.data.get("image_hashes", {}).get(str(image))
    if hash is None:
        raise Invalid.field(
            "image", "has no hash: ai_image has not seen it, or it is too plain to have one"
        )
    return await _add(context, app, id, {hash: _note(note or f"item {item_id}", "note")}, now)


async def export(context: Context, app: str, id: str, cursor: str | None) -> tuple[str, str | None]:
    """A page of lines as they are imported, and where the next begins."""
    known = (await _read(context, app, id)).data
    if not re.fullmatch(r"[0-9]{1,4}", cursor or "0"):
        raise BadCursor("not a cursor")
    number = int(cursor or 0)
    key = image_hash_page_key(app, id, number)
    (page,) = await context.store.get([key])
    following = str(number + 1) if number + 1 < known["pages"] else None
    text = page.data["text"] if page is not None else ""
    return f"{text}\n" if text else "", following


async def remove(context: Context, app: str, id: str, hashes: Iterable[str], now: int) -> Changed:
    """Those that are not in the list are passed over."""
    gone = {each.lower() for each in hashes}

    def without(lines: Sequence[str]) -> list[str]:
        return [line for line in lines if line[:_DIGITS] not in gone]

    changed, before = await _change(context, app, id, without, now)
    return Changed(changed, before - changed["count"])


async def _add(context: Context, app: str, id: str, notes: dict[str, str], now: int) -> Changed:
    def with_notes(lines: Sequence[str]) -> list[str]:
        known = {line[:_DIGITS] for line in lines}
        added = [_line(hash, note) for hash, note in notes.items() if hash not in known]
        return [*lines, *added]

    changed, before = await _change(context, app, id, with_notes, now)
    added = changed["count"] - before
    return Changed(changed, added, len(notes) - added)


async def _change(
    context: Context, app: str, id: str, make: Callable[[Sequence[str]], list[str]], now: int
) -> tuple[ImageHashList, int]:
    """The list with the lines that `make` makes of its own, and how many there were before."""

    async def attempt() -> tuple[ImageHashList, int]:
        known = await _read(context, app, id)
        pages = await read_pages(context.store, app, known.data)
        texts = [page.data["text"] if page is not None else "" for page in pages]
        lines = [line for text in texts for line in text.split("\n") if line]
        made = make(lines)
        if len(made) > len(lines):
            await _check_total(context, app, id, len(made))
        if len(made) == len(lines):
            return known.data, len(lines)
        writes, count = _page_writes(app, id, made, texts)
        changed: ImageHashList = {
            **known.data,
            "pages": count,
            "count": len(made),
            "updated_at": now,
        }
        put = Put(known.key, changed, known.version)
        await context.configurations.change(app, [put, *writes])
        return changed, len(lines)

    return await until_committed(attempt, ATTEMPTS, too_busy())


def _page_writes(
    app: str, id: str, lines: Sequence[str], texts: Sequence[str]
) -> tuple[list[Write], int]:
    """What changes the pages that have these texts, and how many pages there are then."""
    starts = range(0, len(lines), PAGE_LINES)
    made = ["\n".join(lines[start : start + PAGE_LINES]) for start in starts]
    writes: list[Write] = [
        Put(image_hash_page_key(app, id, number), {"text": text})
        for number, text in enumerate(made)
        if number >= len(texts) or texts[number] != text
    ]
    writes += [Delete(image_hash_page_key(app, id, n)) for n in range(len(made), len(texts))]
    return writes, len(made)


def _parsed(text: str) -> dict[str, str]:
    """The notes by hash. Empty lines and those that begin with # say nothing."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        hash, _, note = line.strip().partition(",")
        if not hash or hash.startswith("#"):
            continue
        hash = hash.strip().lower()
        if not _HASH.fullmatch(hash):
            raise Invalid.field("text", f"line {number} does not begin with 64 hexadecimal digits")
        found[hash] = _note(note, "text", f"line {number}: ")
    return found


def _note(note: str, field: str, where: str = "") -> str:
    note = note.strip()
    if len(note.encode()) > _MOST_NOTE or not note.isprintable():
        problem = f"{where}a note has at most {_MOST_NOTE} bytes, and no control characters"
        raise Invalid.field(field, problem)
    return note


def _line(hash: str, note: str) -> str:
    return f"{hash},{note}" if note else hash


async def _check_total(context: Context, app: str, id: str, own: int) -> None:
    lists = (await context.configurations.of(app)).image_hash_lists
    total = own + sum(each["count"] for other, each in lists.items() if other != id)
    if total > MOST_HASHES_IN_ALL:
        problem = f"would make {total} hashes in all lists, {MOST_HASHES_IN_ALL} are allowed"
        raise Invalid.field("text", problem)


async def _find(context: Context, app: str, id: str) -> Document[ImageHashList] | None:
    (known,) = await context.store.get([image_hash_list_key(app, id)])
    return known


async def _read(context: Context, app: str, id: str) -> Document[ImageHashList]:
    known = await _find(context, app, id)
    if known is None:
        raise resources.missing(IMAGE_HASH_LIST, id)
    return known
