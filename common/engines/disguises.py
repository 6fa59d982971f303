"""What a text may say where its words are disguised: leet, look-alikes, masks, separators.

A reading is a guess; it counts only when a block list has a term that it spells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from common.engines.folding import Folded

MASK = "*"
I_OR_L = "ı"

_LEET_DIGITS = str.maketrans("0123456789", "oızeasgtbg")
_LEET_SYMBOLS = str.maketrans("@$!|+(<{€£¢¥µ×§©®°", "asııtcccelcyuxscro")
_LEET_MARKS = frozenset(map(chr, _LEET_SYMBOLS))
_LEET = _LEET_DIGITS | _LEET_SYMBOLS
_DRAWN = {
    "/\\/\\": "m", "|\\/|": "m", "\\/\\/": "w", "/\\": "a", "|)": "d", "|-|": "h", "|<": "k",
    "|\\|": "n", "|_|": "u", "\\/": "v", "()": "o", "[]": "o", "|_": "l", "][": "i", "|3": "b",
    "|2": "r", "|>": "p", "|=": "f", "}{": "h",
}  # fmt: skip
_DRAWING = re.compile("|".join(map(re.escape, sorted(_DRAWN, key=len, reverse=True))))
_CLOSERS = ".,;:!?\"'”’»)]}>…"
_OPENERS = ".,;:?\"'“‘«([{<~#*_-"

# Words that stand beside a full stop or slash so often that joining over it means nothing.
_SHORT = (
    "a i am an and as at be but by can com did do for get go had has have he her his how if in is "
    "it its just let me my net no nor not now of off on one or org our out re s see she so some "
    "ll d m t ve than that the then they this to too up us was we what who why will with www yes "
    "you your"
)
_SHORT_WORDS = frozenset(_SHORT.split())
_STRETCHED = re.compile(r"([^\W\d_])\1\1|([aihjkquvwxy])\2|([^\W\d_])\3([^\W\d_])\4")
_SEVERAL_DOUBLES = re.compile(rb"\0(?:\0|.\0)", re.DOTALL)
_UNUSUAL = re.compile(
    r"[^a-z\s'\"(](?=[^\W_])"
    r"|['’](?!(?:[dmst]|ll|re|ve)\b)(?<=[^\W_]['’])(?=[^\W_])"
    r"|[0-9$@#*%€£¢¥°§](?<=[^\W\d_].)"
    r"|[!|+\\/(\[)\]](?<=\S.)(?=[^\s!?.,\"'…)])"
    r"|[|\\/(\[)\]][|\\/(\[)\]<-]"
)
_SEPARATORS = re.compile(r"[\W_]+")
_MASKED = re.compile(r"[^\w\s\-.,:;'’/\\()]|_")
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,4}[^\W_]){2,}(?![^\W_])")
_LATIN = re.compile(r"[a-z]")
_USUAL = b"abcdefghijklmnopqrstuvwxyz \n.,;:!?"
_GLUED = re.compile(r"[.,;:!?](?=[a-z])")
_SHAPE = bytes(120 if chr(c).isalnum() else 32 for c in range(256))
_SINGLE_LETTERS = re.compile(rb"(?<!x)x {1,3}x {1,3}x(?!x)")
_CASES = bytes(
    ord("I" if c == 73 else "U" if chr(c).isupper() else "l" if chr(c).islower() else " ")
    for c in range(256)
)
_CAMEL_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CAPITAL_I = re.compile(r"[a-z]I+(?=[a-zI])|\bI(?=[a-z]{3})")


class Reading(NamedTuple):
    """`letters` is what the slice of the folded text may say."""

    letters: str
    start: int
    end: int
    leet: bool = False
    confusable: bool = False
    spelled: bool = False
    """Letter by letter: several words may be in it."""


def without_symbols(text: str) -> str:
    """A term written in leet, in letters."""
    return text.translate(_LEET_SYMBOLS).replace(I_OR_L, "i")


def readings(folded: Folded) -> list[Reading]:
    return list(dict.fromkeys(_guesses(folded)))


def _guesses(folded: Folded) -> Iterator[Reading]:
    text = folded.text
    if _any_unusual(text):
        yield from _chunks(text)
    if not text.isascii():
        yield from _look_alike_words(folded)
    yield from _stretched(folded)
    if not text.isascii() or _single_letters(folded.spaced):
        yield from _spelled(text)
    if folded.original.isascii():
        yield from _capitals(folded.original)


def _any_unusual(text: str) -> bool:
    if not text.isascii() or text.encode().translate(None, _USUAL):
        return bool(_UNUSUAL.search(text))
    return bool(_GLUED.search(text))


def _capitals(text: str) -> Iterator[Reading]:
    shape = text.encode().translate(_CASES)
    if b"lI" in shape or b"Illl" in shape:
        yield from _capital_i(text)
    if b"lU" in shape or b"lI" in shape:
        yield from _camel_case(text)


# Doubled letters by exclusive or with the text shifted by one: far cheaper than a regular
# expression with a back reference. The second table keeps usual doubles (ee, ll) from matching.
_RARE_DOUBLES = b"ahijkquvwxy"
_ALL_LETTERS = bytes(c if chr(c).isalpha() else c | 0x80 for c in range(128)) + bytes(128)
_RARE_LETTERS = bytes(c if c in _RARE_DOUBLES else c | 0x80 for c in range(128)) + bytes(128)


def _doubles(text: bytes, table: bytes) -> bytes:
    shifted = int.from_bytes(text.translate(table), "little") >> 8
    return (int.from_bytes(text, "little") ^ shifted).to_bytes(len(text), "little")


def _stretched(folded: Folded) -> Iterator[Reading]:
    spaced = folded.spaced
    end = 0
    for place in _doubled(spaced):
        if place >= end:
            start = spaced.rfind(" ", 0, place) + 1
            end = spaced.find(" ", place) % (len(spaced) + 1)
            yield Reading(spaced[start:end], start, end)


def _doubled(text: str) -> list[int]:
    if not text.isascii():
        return [match.start() for match in _STRETCHED.finditer(text)]
    raw = text.encode()
    doubles = _doubles(raw, _ALL_LETTERS)
    places = [match.start() for match in _SEVERAL_DOUBLES.finditer(doubles)]
    rare = _doubles(raw, _RARE_LETTERS)
    place = rare.find(0)
    while place >= 0:
        places.append(place)
        place = rare.find(0, place + 1)
    return sorted(places)


def _single_letters(spaced: str) -> bool:
    shape = spaced.encode().translate(_SHAPE)
    return b" x " in shape and bool(_SINGLE_LETTERS.search(shape))


def _chunks(text: str) -> Iterator[Reading]:
    end = 0
    for chunk in text.split():
        if not chunk.isalpha() and _UNUSUAL.search(chunk):
            start = text.index(chunk, end)
            end = start + len(chunk)
            yield from _chunk_readings(chunk, start)
            yield from _drawn(chunk, start)


def _drawn(chunk: str, start: int) -> Iterator[Reading]:
    """Letters made of several characters, and a bracket as the first letter."""
    letters = _DRAWING.sub(lambda match: _DRAWN[match.group()], chunk)
    if letters != chunk or chunk[0] in "({<":
        letters = letters.rstrip(_CLOSERS).translate(_LEET)
        if letters.isalnum() and len(letters) > 2 and _leet_enough(chunk):
            yield Reading(letters, start, start + len(chunk), leet=True)


def _chunk_readings(chunk: str, offset: int) -> Iterator[Reading]:
    core = chunk.rstrip(_CLOSERS)
    end = offset + len(core)
    start = end - len(core := core.lstrip(_OPENERS))
    if start - offset and chunk[0] in "*_~":
        core = core.rstrip("*_~")
        end = start + len(core)
    if len(core) < 2 or core.isalpha() or not _LATIN.search(core):
        return
    leet = core.translate(_LEET)
    if leet.isalnum():
        if leet != core and _leet_enough(core):
            yield Reading(leet, start, end, leet=True)
    elif _leet_enough(core) and _joinable(_SEPARATORS.split(leet), core):
        yield Reading(_SEPARATORS.sub("", leet), start, end, leet=leet != core)
    if not core.isalnum():
        yield from _joined(core, start, end)
        yield from _masked(core, start, end)


def _leet_enough(core: str) -> bool:
    """Prices, times and model numbers are more digits than letters."""
    digits = sum(map(str.isdigit, core))
    letters = sum(map(str.isalpha, core))
    return letters >= digits if len(core) <= 4 else letters * 2 >= digits


def _joined(core: str, start: int, end: int) -> Iterator[Reading]:
    pieces = [piece for piece in _SEPARATORS.split(core) if piece]
    if _joinable(pieces, core):
        letters = "".join(pieces)
        yield Reading(letters, start, end)
        if not letters.isalpha() and _leet_enough(letters):
            yield Reading(letters.translate(_LEET_DIGITS), start, end, leet=True)


def _joinable(pieces: list[str], core: str) -> bool:
    if len(pieces) < 2:
        return False
    separators = set(_SEPARATORS.findall(core))
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
    yield Reading(letters.translate(_LEET_DIGITS), start, end, leet=digits)


def _look_alike_words(folded: Folded) -> Iterator[Reading]:
    for token, (start, end) in zip(folded.tokens, folded.token_spans(), strict=True):
        if not token.isascii():
            yield from _look_alike(token, start, end, folded)


@cache
def _look_alikes() -> tuple[dict[int, str], dict[int, str]]:
    from common.engines.folding_table import COUSINS, TWINS

    twins = {ord(c): letter for letter, chars in TWINS.items() for c in chars}
    return twins, twins | {ord(c): letter for letter, chars in COUSINS.items() for c in chars}


def _look_alike(token: str, start: int, end: int, folded: Folded) -> Iterator[Reading]:
    twins, all_of_them = _look_alikes()
    if _LATIN.search(token):
        letters = token.translate(all_of_them)
    elif len(token) > 3 and not _other_scripts(folded.text.translate(twins)):
        letters = token.translate(twins)
    else:
        return
    if letters.isascii():
        leet = letters.translate(_LEET)
        yield Reading(leet, start, end, confusable=True, leet=leet != letters)


def _other_scripts(text: str) -> bool:
    """A whole word of look-alikes is only odd where nothing else is in its script."""
    return any(char.isalpha() and not char.isascii() for char in text)


def _spelled(text: str) -> Iterator[Reading]:
    yield from _spelled_in(text, text)
    drawn = text.translate(_LEET_SYMBOLS)
    if drawn != text:
        yield from _spelled_in(drawn, text)


def _spelled_in(text: str, written: str) -> Iterator[Reading]:
    for match in _SPELLED.finditer(text):
        separators = set(_SEPARATORS.findall(match.group()))
        if "'" in separators and len(separators) > 1:
            continue
        start, end = match.span()
        letters = _SEPARATORS.sub("", match.group())
        leet = not letters.isalpha() or any(map(_LEET_MARKS.__contains__, written[start:end]))
        confusable = not letters.isascii()
        if leet and not _leet_enough(letters):
            continue
        if confusable:
            letters = letters.translate(_look_alikes()[1])
        yield Reading(letters.translate(_LEET_DIGITS), start, end, leet, confusable, True)


def _capital_i(text: str) -> Iterator[Reading]:
    for match in re.finditer(r"[^\W\d_]+", text):
        word = match.group()
        if _CAPITAL_I.search(word) and not word.isupper():
            letters = word.replace("I", I_OR_L).lower()
            yield Reading(letters, match.start(), match.end(), confusable=True)


def _camel_case(text: str) -> Iterator[Reading]:
    for match in _CAMEL_PART.finditer(text):
        if match.end() - match.start() > 2:
            yield Reading(match.group().lower(), match.start(), match.end())
