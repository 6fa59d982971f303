"""What a text may say where its words are obfuscated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from common.text.chunk_obfuscation import any_unusual, chunk_readings
from common.text.fancy import fancy_readings
from common.text.folding import Folded
from common.text.look_alikes import look_alikes
from common.text.readings import I_OR_L, LEET_DIGITS, LEET_SYMBOLS, SEPARATORS, Reading, leet_enough
from common.text.token_ends import by_script, in_one_script, without_digits

_STRETCHED = re.compile(r"([^\W\d_])\1")
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,4}[^\W_]){2,}(?![^\W_])")
_FOREIGN = re.compile(r"[^\W\d_\x00-\x7f]")
_MIXED = re.compile(r"[a-z][^\x00-\x7f]|[^\x00-\x7f][a-z]")
_LATIN = re.compile(r"[a-z]")
_RARELY_DOUBLED = frozenset("ahijkquvwxy")
_DOUBLED_FIRST = frozenset("elo")
_DOUBLED_LAST = frozenset("eflorstz")
_LETTERS = bytes(c if chr(c).isalpha() else c | 0x80 for c in range(128)) + bytes(128)
_SHAPE = bytes(120 if chr(c).isalnum() else 32 for c in range(256))
_SINGLE_LETTERS = re.compile(rb"(?<!x)x {1,3}x {1,3}x(?!x)")
_CASES = bytes(
    ord("I" if c == 73 else "U" if chr(c).isupper() else "l" if chr(c).islower() else " ")
    for c in range(256)
)
_CAMEL_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CAPITAL_I = re.compile(r"[a-z]I+(?=[a-zI])|\bI(?=[a-z]{3})")


def readings(folded: Folded) -> list[Reading]:
    return list(dict.fromkeys(_guesses(folded)))


def _guesses(folded: Folded) -> Iterator[Reading]:
    if any_unusual(folded.text):
        yield from chunk_readings(folded)
        yield from without_digits(folded)
    yield from _stretched(folded.spaced)
    if not folded.original.isascii():
        yield from _foreign(folded)
    if _single_letters(folded):
        yield from _spelled(folded.text)
    if folded.original.isascii():
        yield from _capitals(folded.original)


def _foreign(folded: Folded) -> Iterator[Reading]:
    if not folded.text.isascii():
        yield from _look_alike_words(folded)
    if not in_one_script(folded.original):
        yield from by_script(folded)
        yield from fancy_readings(folded)


def _capitals(text: str) -> Iterator[Reading]:
    shape = text.encode().translate(_CASES)
    if b"lI" in shape or b"Illl" in shape:
        yield from _capital_i(text)
    if b"lU" in shape or b"lI" in shape:
        yield from _camel_case(text)


def _stretched(spaced: str) -> Iterator[Reading]:
    end = -1
    before = -3
    for place in _doubles(spaced):
        if place < end:
            continue
        near, before = place - before < 3 and " " not in spaced[before:place], place
        letter = spaced[place]
        if (
            letter in _RARELY_DOUBLED
            or near
            or (letter not in _DOUBLED_FIRST and spaced[place - 1 : place] in ("", " "))
            or (letter not in _DOUBLED_LAST and spaced[place + 2 : place + 3] in ("", " "))
        ):
            start = spaced.rfind(" ", 0, place) + 1
            end = spaced.find(" ", place) % (len(spaced) + 1)
            yield Reading(spaced[start:end], start, end)


def _doubles(spaced: str) -> Iterator[int]:
    if not spaced.isascii():
        yield from (match.start() for match in _STRETCHED.finditer(spaced))
        return
    # Exclusive or with the text shifted by one: far cheaper than a back reference.
    raw = spaced.encode()
    shifted = int.from_bytes(raw.translate(_LETTERS), "little") >> 8
    doubles = (int.from_bytes(raw, "little") ^ shifted).to_bytes(len(raw), "little")
    place = doubles.find(0)
    while place >= 0:
        yield place
        place = doubles.find(0, place + 1)


def _single_letters(folded: Folded) -> bool:
    if not folded.text.isascii():
        return list(map(len, folded.tokens)).count(1) > 2
    shape = folded.spaced.encode().translate(_SHAPE)
    return b" x " in shape and bool(_SINGLE_LETTERS.search(shape))


def _look_alike_words(folded: Folded) -> Iterator[Reading]:
    twins, all_of_them = look_alikes()
    mixed = bool(_MIXED.search(folded.spaced))
    # A whole word of look-alikes is only odd where nothing else is in its script.
    alone = not _FOREIGN.search(folded.spaced.translate(twins))
    if not mixed and not alone:
        return
    for token, (start, end) in zip(folded.tokens, folded.token_spans(), strict=True):
        if token.isascii():
            continue
        if _LATIN.search(token):
            letters = token.translate(all_of_them)
        elif alone and (mixed or len(token) > 3):
            letters = token.translate(twins)
        else:
            continue
        if letters.isascii():
            leet = letters.translate(LEET_DIGITS)
            yield Reading(leet, start, end, confusable=True, leet=leet != letters)


def _spelled(text: str) -> Iterator[Reading]:
    yield from _spelled_in(text)
    drawn = text.translate(LEET_SYMBOLS)
    if drawn != text:
        yield from _spelled_in(drawn, drawn=True)


def _spelled_in(text: str, *, drawn: bool = False) -> Iterator[Reading]:
    for match in _SPELLED.finditer(text):
        separators = set(SEPARATORS.findall(match.group()))
        if "'" in separators and len(separators) > 1:
            continue
        start, end = match.span()
        letters = SEPARATORS.sub("", match.group())
        leet = drawn or not letters.isalpha()
        confusable = not letters.isascii()
        if leet and not leet_enough(letters):
            continue
        if confusable:
            letters = letters.translate(look_alikes()[1])
        yield Reading(letters.translate(LEET_DIGITS), start, end, leet, confusable, True)


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
