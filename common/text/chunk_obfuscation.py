"""Words with digits, symbols or punctuation inside: leet, drawn letters, separators, masks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse

from common.text.folding import Folded
from common.text.readings import LEET, LEET_DIGITS, MASK, SEPARATORS, Reading, leet_enough

_DRAWN = {
    "/\\/\\": "m", "|\\/|": "m", "\\/\\/": "w", "/\\": "a", "|)": "d", "|-|": "h", "|<": "k",
    "|\\|": "n", "|_|": "u", "\\/": "v", "()": "o", "[]": "o", "|_": "l", "][": "i", "|3": "b",
    "|2": "r", "|>": "p", "|=": "f", "}{": "h",
}  # fmt: skip
_DRAWING = re.compile("|".join(map(re.escape, sorted(_DRAWN, key=len, reverse=True))))
_MERGED = {"ph": "f", "rn": "m", "vv": "w"}
_MERGING = re.compile("|".join(_MERGED))
_QUOTES = "`´\"'“”‘’.,;:?"
_CLOSERS = "`´.,;:!?\"'”’»)]}>…"
_MARGIN = "`´.,;:!?\"'#-)"
_OPENERS = "`´.,;:?\"'“‘«([{<~#*_-"

# Words that stand beside a full stop or slash so often that joining over it means nothing.
_SHORT = (
    "a i am an and as at be but by can com did do for get go had has have he her his how if in is "
    "it its just let me my net no nor not now of off on one or org our out re s see she so some "
    "ll d m t ve than that the then they this to too up us was we what who why will with www yes "
    "you your"
)
_SHORT_WORDS = frozenset(_SHORT.split())
_UNUSUAL = re.compile(
    r"(?:[^\w\s'\"(]|[\d_])(?=[^\W\d_])"
    r"|['’](?!(?:[dmst]|ll|re|ve)\b)(?<=[^\W_]['’])(?=[^\W_])"
    r"|[0-9$@#*%€£¢¥°§+|_](?<=[^\W\d_].)"
    r"|[!|+\\/(\[)\]](?<=\S.)(?=[^\s!?.,\"'…)])"
    r"|[|\\/(\[)\]][|\\/(\[)\]<-]"
)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]"
)
_LONGEST_CODE = 6
_LONGEST_KEPT = 40
_LONGEST_LABEL = 20
_LABEL_WORDS = (
    "model type code room gate seat part item sku serial no nr number version size flight "
    "route bus line pin key id ref reference order bay row level unit lot platform section "
    "zone class series chip cell plate postcode zip locker train track hex colour color box "
    "hall aisle slot port hash"
)
_LABELS = frozenset(_LABEL_WORDS.split())
_MASKED = re.compile(r"[^\w\s\-.,:;'’/\\()]|_")
_LATIN = re.compile(r"[a-z]")
_USUAL = b"abcdefghijklmnopqrstuvwxyz \n.,;:!?"
_GLUED = re.compile(r"[.,;:!?](?=[a-z])")


def chunk_readings(folded: Folded) -> Iterator[Reading]:
    text = folded.text
    # A script without blanks ends a chunk as a blank does.
    chunks = text.split() if text.isascii() else _UNSPACED.sub(" ", text).split()
    end = 0
    for chunk in filterfalse(str.isalpha, chunks):
        if chunk.strip(_MARGIN).isalpha() or not _UNUSUAL.search(chunk):
            continue
        start = text.index(chunk, end)
        end = start + len(chunk)
        if _code(folded, chunk, start):
            continue
        for reading in _readings_of(chunk):
            yield reading._replace(start=start + reading.start, end=start + reading.end)


@lru_cache(10_000)
def _short_readings(chunk: str) -> tuple[Reading, ...]:
    return *_written(chunk, 0), *_drawn(chunk, 0)


def _readings_of(chunk: str) -> tuple[Reading, ...]:
    """With places in the chunk. Views of a text have most of its chunks in common."""
    if len(chunk) <= _LONGEST_KEPT:
        return _short_readings(chunk)
    return *_written(chunk, 0), *_drawn(chunk, 0)


def _code(folded: Folded, chunk: str, start: int) -> bool:
    """A short model number, seat or hexadecimal number: half digits, in capitals or named so."""
    core = chunk.strip(_QUOTES + "#()")
    digits = sum(map(str.isdigit, core))
    if not (digits and core.isalnum() and core.isascii() and len(core) <= _LONGEST_CODE):
        return False
    place = start + chunk.index(core)
    first, last = folded.original_span(place, place + len(core))
    capitals = folded.original[first:last].upper() == folded.original[first:last]
    half = digits * 2 >= len(core)
    if not capitals and not half:
        return False
    before = folded.spaced[max(0, start - _LONGEST_LABEL) : start].split()
    named = chunk[0] == "#" or (bool(before) and before[-1] in _LABELS)
    return named or (capitals and half)


def any_unusual(text: str) -> bool:
    """Whether any chunk may be: digits or symbols in words. Of ASCII, looking at the chunks takes
    less time than searching all of the text.
    """
    if not text.isascii():
        return bool(_UNUSUAL.search(text))
    return bool(text.encode().translate(None, _USUAL) or _GLUED.search(text))


def _drawn(chunk: str, offset: int) -> Iterator[Reading]:
    """Letters made of several characters, and a bracket as the first letter."""
    core = chunk.strip(_QUOTES)
    if core[:1] == "(" and core[-1:] == ")":
        core = core[1:-1]
    letters = _DRAWING.sub(lambda match: _DRAWN[match.group()], core)
    if letters == core and core[:1] not in ("(", "{", "<"):
        return
    letters = letters.rstrip(_CLOSERS).translate(LEET)
    if letters.isalnum() and len(letters) > 2 and leet_enough(core):
        start = offset + chunk.index(core)
        for spelling in {letters, _MERGING.sub(lambda m: _MERGED[m.group()], letters)}:
            yield Reading(spelling, start, start + len(core), leet=True)


def _written(chunk: str, offset: int) -> Iterator[Reading]:
    core = chunk.rstrip(_CLOSERS)
    end = offset + len(core)
    start = end - len(core := core.lstrip(_OPENERS))
    if start - offset and chunk[0] in "*_~":
        core = core.rstrip("*_~")
        end = start + len(core)
    if len(core) < 2 or core.isalpha() or not _LATIN.search(core):
        return
    leet = core.translate(LEET)
    if leet.isalnum():
        if leet != core and leet_enough(core):
            yield Reading(leet, start, end, leet=True)
    elif leet_enough(core) and _joinable(SEPARATORS.split(leet), core):
        yield Reading(SEPARATORS.sub("", leet), start, end, leet=leet != core)
    if not core.isalnum():
        yield from _joined(core, start, end)
        yield from _masked(core, start, end)


def _joined(core: str, start: int, end: int) -> Iterator[Reading]:
    pieces = [piece for piece in SEPARATORS.split(core) if piece]
    if _joinable(pieces, core):
        letters = "".join(pieces)
        yield Reading(letters, start, end)
        if not letters.isalpha() and leet_enough(letters):
            yield Reading(letters.translate(LEET_DIGITS), start, end, leet=True)


def _joinable(pieces: list[str], core: str) -> bool:
    if len(pieces) < 2:
        return False
    separators = set(SEPARATORS.findall(core))
    if separators.isdisjoint({".", "/", ",", ":", "'", "’", "...", "?", "!", "&", ");", "("}):
        return True
    if len(pieces) > 2:
        return max(map(len, pieces)) <= 3
    return not any(piece in _SHORT_WORDS for piece in pieces)


def _masked(core: str, start: int, end: int) -> Iterator[Reading]:
    letters = _MASKED.sub(MASK, core)
    if not letters.replace(MASK, "").isalnum():
        return
    visible = len(letters) - letters.count(MASK)
    if letters[0] == MASK or visible == len(letters) or visible * 2 < len(letters):
        return
    if letters[-1] == MASK and visible * 3 < len(letters) * 2:
        return
    digits = letters.isascii() and any(map(str.isdigit, letters))
    yield Reading(letters.translate(LEET_DIGITS), start, end, leet=digits)
