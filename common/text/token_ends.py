"""Words that end where the script changes or digits begin, with particles, or in other words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from common.text import lexicon
from common.text.look_alikes import look_alikes
from common.text.readings import Reading

if TYPE_CHECKING:
    from common.text.folding import Folded

# One group a script; a script without blanks between its words is one that any other ends at.
_SCRIPTS = re.compile(
    "([a-z\u00df-\u024f\u1e00-\u1eff]+)|([\u0370-\u03ff\u1f00-\u1fff]+)|([\u0400-\u052f]+)|([\u0531-\u058f]+)"
    "|([\u0591-\u05f4]+)|([\u0620-\u0669\u066e-\u06ff\u0750-\u077f]+)|([\u0900-\u097f]+)|([\u1100-\u11ff]+)"
    "|([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]+)"
    r"|(\d+)|([^\W\d_])"
)
# Words of one script each, with blanks, digits and punctuation between them.
_BETWEEN = "\x00-@\\[-`{-~\u00a0-\u00bf\u2010-\u203a\u3000-\u301f\uff01-\uff0f\uff1a-\uff20"
_ONE_SCRIPT = re.compile(
    f"[{_BETWEEN}]*+(?:(?:[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]++|[\u0370-\u03ff]++|[\u0400-\u052f]++"
    "|[\u0591-\u05f4]++|[\u0620-\u06ff]++|[\u0900-\u097f]++|[\u0e00-\u0e7f]++|[\u3040-\u30ff\u4e00-\u9fff]++)"
    f"(?:[{_BETWEEN}]++|$))*+"
)
_CLOSE = frozenset({1, 2, 3, 4})
# Digits, and letters of which it is not known where their script ends.
_UNLIKE = frozenset({1, 8, 9})
_NEVER = frozenset({10, 11})
_JAMO = re.compile("[\u1100-\u11ff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_PARTS = 3
_LONGEST_NUMBERED = 32
_NUMBER_BEHIND = re.compile(r"[^\W\d_]{3,40}(\d{4,12})")

# Case markers, copulas and endings that are written onto a Korean noun.
_NOUN_ENDINGS = (
    "은 는 이 가 을 를 의 에 에서 에게 에게서 한테 께 와 과 랑 이랑 하고 도 만 까지 부터 "
    "처럼 같이 보다 로 으로 이나 나 야 아 이야 이다 다 입니다 이에요 예요 이네 네 들 이지 "
    "지 이냐 냐 요 이요 라고 이라고 란 이란 며 이며 조차 마저 밖에 마다 뿐 인 임 였다 "
    "이었다 님 씨 같은 같아 같다 라서 이라서 라도 이라도 니까 이니까 거든 에는 에도 "
    "에서는 에서도 만은 까지도 으로도 로는 으로는 한테는 이라는 라는"
)
_AFTER_NOUNS = _NOUN_ENDINGS.split()
_PARTICLES = frozenset([*_AFTER_NOUNS, *(f"들{particle}" for particle in _AFTER_NOUNS)])
_LONGEST_PARTICLE = 4
# Behind one syllable the others are as often part of another word.
_SURE_ENDINGS = "은 는 을 를 에서 에게 한테 까지 부터 처럼 들 들이 들은 들을 들아 입니다 이에요"
_SURE = frozenset(_SURE_ENDINGS.split())

# Words that are put before or after another one without making a compound of the language.
_BEFORE_OTHERS = (
    "best my new get the your this that free buy real very such what you are not just want "
    "with for and from only more all total pure easy join visit click try stop yes great cheap "
    "super mega ultra daily every official please hello hey our their these those some any "
    "never always again going gonna wanna need give find follow ask tell think how why who "
    "when where there then still even really much many cheapest biggest greatest win go no top "
    "hot big lol omg pls plz dear sir they have has was see let lets send vip pro good bad "
    "true legit safe fast quick instant secret private online live more cool young little "
    "crazy"
)
_BEFORE = frozenset(_BEFORE_OTHERS.split())
_AFTER_OTHERS = (
    "now today here online time times bonus world guy guys club site sites shop store deal "
    "deals sale sales offer offers bot app link links page pages group channel party show game "
    "games tube hub team crew squad free pro vip plus please pls plz lol omg again forever "
    "tonight daily only always never too and for with you your this that yes com news blog "
    "forum chat city king queen lover lovers fan fans master"
)
_AFTER = frozenset(_AFTER_OTHERS.split())
_REVERSED = frozenset(word[::-1] for word in _AFTER)
_LONGEST_GLUE = 9
_SHORTEST_GLUED = 4
_SHORTEST_TOKEN = 5
_LONGEST_TOKEN = 40
_MOST_GLUE = 3


def in_one_script(text: str) -> bool:
    """Whether each word is, as in nearly all texts; those of Korean have particles."""
    return _ONE_SCRIPT.fullmatch(text) is not None


def without_digits(folded: Folded) -> Iterator[Reading]:
    end = 0
    for token in folded.tokens:
        if token.isalpha() or token.isdecimal() or not 4 <= len(token) <= _LONGEST_NUMBERED:
            continue
        begin = folded.spaced.index(token, end)
        end = begin + len(token)
        parts = list(_LETTERS.finditer(token))
        for part in parts if len(parts) <= _MOST_PARTS else ():
            start = begin + part.start()
            # Codes are short, in capitals or behind a number; letters are what hides in words.
            shortest = 3 if part.start() == 0 and not _upper(folded, start, start + 3) else 4
            if shortest <= len(part.group()) < len(token):
                yield Reading(part.group(), start, start + len(part.group()))
        number = _NUMBER_BEHIND.fullmatch(token)
        if number:
            yield Reading(number.group(1), begin + number.start(1), end)


def _upper(folded: Folded, start: int, end: int) -> bool:
    first, last = folded.original_span(start, end)
    return folded.original[first:last].isupper()


def by_script(folded: Folded) -> Iterator[Reading]:
    for token, (start, _) in zip(folded.tokens, folded.token_spans(), strict=True):
        if token.isascii():
            continue
        pieces = list(_SCRIPTS.finditer(token))
        scripts = {piece.lastindex for piece in pieces}
        if 11 in scripts:
            pieces = [piece for piece in pieces if piece.lastindex in _UNLIKE]
        # Scripts that are alike may make one word between them.
        close = scripts <= _CLOSE
        if len(scripts) > 1 and not (close and token.translate(look_alikes()[1]).isascii()):
            shortest = 3 if close else 2
            for piece in pieces:
                if piece.lastindex not in _NEVER and piece.end() - piece.start() >= shortest:
                    yield Reading(piece.group(), start + piece.start(), start + piece.end())
        for piece in pieces:
            if _JAMO.match(piece.group()):
                yield from _without_particles(piece.group(), start + piece.start())


def _without_particles(jamo: str, start: int) -> Iterator[Reading]:
    syllables = unicodedata.normalize("NFC", jamo)
    for count in range(1, min(_LONGEST_PARTICLE, len(syllables) - 1) + 1):
        particle = syllables[-count:]
        if particle in _PARTICLES and (len(syllables) - count > 1 or particle in _SURE):
            stem = unicodedata.normalize("NFD", syllables[:-count])
            yield Reading(stem, start, start + len(jamo))


def glued_words(tokens: list[str]) -> dict[str, int]:
    """What may stand in a longer word between words that stand alone, and what a slip of the keys
    may have been meant to be, with the token's index.
    """
    unknown = lexicon.unknown(tokens)
    found: dict[str, int] = {}
    if unknown:
        places = dict(zip(tokens, range(len(tokens)), strict=True))
        for token in unknown:
            for part in _parts(token):
                found.setdefault(part, places[token])
    return found


@lru_cache(2_000)
def _parts(token: str) -> tuple[str, ...]:
    if _SHORTEST_TOKEN <= len(token) <= _LONGEST_TOKEN:
        return (*_inside(token), *_slips(token))
    return ()


def _inside(token: str) -> Iterator[str]:
    length = len(token)
    starts = _reached(token, _BEFORE)
    ends = [length - place for place in _reached(token[::-1], _REVERSED)]
    for start in starts:
        for end in ends:
            if _SHORTEST_GLUED <= end - start < length:
                yield token[start:end]


def _reached(token: str, words: frozenset[str]) -> list[int]:
    """How far up to three words of the set reach, from the beginning."""
    reached = edge = [0]
    for _ in range(_MOST_GLUE):
        edge = [
            place + n
            for place in edge
            for n in range(2, _LONGEST_GLUE + 1)
            if token[place : place + n] in words
        ]
        if not edge:
            break
        reached = [*reached, *edge]
    return sorted(set(reached))


def _slips(token: str) -> Iterator[str]:
    """Two neighbours swapped, or one letter doubled."""
    for place in range(1, len(token) - 1):
        first, second = token[place], token[place + 1]
        if first == second:
            yield token[:place] + token[place + 1 :]
        else:
            yield token[:place] + second + first + token[place + 2 :]
