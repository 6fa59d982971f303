"""Which languages a text is written in: by its script, else by the n-grams of its words.

The n-grams and their weights are those of ELD (see NOTICE); `benchmarks/languages` makes the file
of them and measures.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from operator import itemgetter
from pathlib import Path

from common.domain.remembered import Remembered
from common.text.scripts import DEVANAGARI, HAN, KANA, LATIN, only, scripts_of

MOST_CHARACTERS = 1_000
"""Of a text; what a language is shows well before."""
MOST_TEXTS = 100
LEAST_LETTERS, LEAST_LEAD = 12, 0.05
"""Fewer letters of a script that several languages share say nothing: "hi", "ok", a name. The lead
is the share of the best score by which the next language must stay behind.
"""
_FEW_LETTERS, _SMALL_LEAD = 8, 0.02
"""For scripts that fewer languages share than Latin."""
_LEAST_SHARE = 0.2
_FILE = Path(__file__).parent / "data" / "languages.bin"
_BYTES = 350
_GRAM = 4
_LONGEST_WORD = 70
_WORDS_REMEMBERED, _LONGEST_REMEMBERED = 2_000, 24
_GRAMS_REMEMBERED = 4_000
_LANE = 16
"""Bits that the weights of a text's n-grams for one language fit in, of at most 255 each."""
_WORD = re.compile(r"[^\W\d_]+(?:['`’](?=\s|$))?")
_APOSTROPHE_BEHIND = re.compile(r"['`](?:\s|$)")
_ASCII_LETTERS = bytes(code if chr(code).isalpha() else 32 for code in range(128)) + bytes(128)
_ADDRESS = re.compile(r"(?<!\S)(?:https?://|www\.|[@#]|[^\s@]++@)\S*")
_ADDRESSING = ("@", "#", "://", "www.")
"""Without any of these there is no address."""

_OF_ONE = {
    "Greek": "el", "Armenian": "hy", "Hebrew": "he", "Bengali": "bn", "Gurmukhi": "pa",
    "Gujarati": "gu", "Oriya": "or", "Tamil": "ta", "Telugu": "te", "Kannada": "kn",
    "Malayalam": "ml", "Sinhala": "si", "Thai": "th", "Lao": "lo", "Tibetan": "bo",
    "Myanmar": "my", "Georgian": "ka", "Hangul": "ko", "Ethiopic": "am", "Khmer": "km",
    KANA: "ja", HAN: "zh",
}  # fmt: skip
"""The language that is meant nearly always where this script is."""
_COMMON = {
    "hi": "है हैं था थी थे हूँ हूं का के की को में से पर नहीं और कि यह वह मैं हम ये",
    "mr": "आहे आहेत होता होती होते आणि मी हे ते ती हा ही नाही तर मला तू आम्ही",
}
"""Words that tell Hindi from Marathi better than n-grams, into which vowel signs do not come."""


def languages_of(texts: Iterable[str]) -> list[str]:
    """ISO 639-1 codes, each once, in the order in which they are met. Empty where it cannot be
    told. Malay and Indonesian are both "ms", and what is written in Croatian, Bosnian or Serbian
    with Latin letters is "hr".
    """
    found: dict[str, None] = {}
    for number, text in enumerate(texts):
        if number == MOST_TEXTS:
            break
        found.update(dict.fromkeys(_of_text(_without_addresses(text[:MOST_CHARACTERS]))))
    return list(found)


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if any(sign in text for sign in _ADDRESSING) else text


def _of_text(text: str) -> Iterator[str]:
    scripts = scripts_of(text)
    if KANA in scripts:
        # Japanese is written with both.
        scripts[KANA] += scripts.pop(HAN, 0)
    least = sum(scripts.values()) * _LEAST_SHARE
    for script, letters in sorted(scripts.items(), key=itemgetter(1), reverse=True):
        if letters < least or not letters:
            continue
        if script in _OF_ONE:
            yield _OF_ONE[script]
        elif letters >= (LEAST_LETTERS if script == LATIN else _FEW_LETTERS):
            written = only(text, script) if len(scripts) > 1 else text
            common = _by_common_words(written) if script == DEVANAGARI else None
            language = common or identified(written, LEAST_LEAD if script == LATIN else _SMALL_LEAD)
            if language is not None:
                yield language


def _by_common_words(text: str) -> str | None:
    words = set(text.replace("।", " ").split())
    counts = {
        language: len(words.intersection(common.split())) for language, common in _COMMON.items()
    }
    best = max(counts, key=counts.__getitem__)
    others = sum(count for language, count in counts.items() if language != best)
    return best if counts[best] > others else None


def identified(text: str, least_lead: float = LEAST_LEAD) -> str | None:
    """By n-grams alone, None where no language leads by so much."""
    model = _model()
    scores = model.scores(_grams(text))
    second, best = sorted(scores)[-2:]
    if not best or (best - second) < least_lead * best:
        return None
    return model.languages[scores.index(best)]


def _grams(text: str) -> set[bytes]:
    """Of four bytes, every third byte, and with a space where a word begins or ends."""
    words = _words(text.lower())
    if sum(map(len, words)) + len(words) > _BYTES:
        ends = accumulate(len(word) + 1 for word in words)
        words = words[: bisect_right([*ends], _BYTES) + 1]
    found: set[bytes] = set()
    found.update(*map(_GRAMS.__getitem__, words))
    return found


def _words(lower: str) -> list[bytes]:
    if lower.isascii() and not _APOSTROPHE_BEHIND.search(lower):
        return lower.encode().translate(_ASCII_LETTERS).split()
    return [*map(str.encode, _WORD.findall(lower))]


def _grams_of(word: bytes) -> tuple[bytes, ...]:
    if len(word) <= _GRAM:
        return (b" " + word + b" ",)
    length = min(len(word), _LONGEST_WORD)
    inner = range(_GRAM - 1, length - _GRAM, _GRAM - 1)
    return (
        b" " + word[:_GRAM],
        *(word[place : place + _GRAM] for place in inner),
        word[length - _GRAM : length] + b" ",
    )


_GRAMS = Remembered(_grams_of, _WORDS_REMEMBERED, _LONGEST_REMEMBERED)
"""Some 1 MB."""


class Model:
    """`keys` are the n-grams in order, each as the number that its at most eight bytes are; n-gram
    number n has the pairs from byte `ends[n]` to `ends[n + 1]`: the number of a language, and the
    weight.
    """

    def __init__(
        self, languages: Sequence[str], keys: array[int], ends: array[int], pairs: bytes
    ) -> None:
        self.languages = languages
        self.keys = keys
        self.ends = ends
        self.pairs = pairs
        self._weights = Remembered(self._looked_up, _GRAMS_REMEMBERED, _GRAM + 2).__getitem__

    @classmethod
    def read(cls, packed: bytes) -> Model:
        """A line of languages, the number of n-grams in four bytes, keys, ends, pairs."""
        line, _, rest = packed.partition(b"\n")
        count = int.from_bytes(rest[:4], "little")
        keys, ends = array("Q"), array("I")
        keys.frombytes(rest[4 : 4 + 8 * count])
        ends.frombytes(rest[4 + 8 * count : 8 + 12 * count])
        return cls(line.decode().split(), keys, ends, rest[8 + 12 * count :])

    def scores(self, grams: Iterable[bytes]) -> list[int]:
        """Of each language, in the order of `languages`."""
        count = len(self.languages)
        total = sum(map(self._weights, grams))
        return memoryview(total.to_bytes(count * _LANE // 8, "little")).cast("H").tolist()

    def _looked_up(self, gram: bytes) -> int:
        """Its weights side by side in one number, so that one sum adds up those for all languages;
        of the n-grams that were met lately they are less than 1 MB.
        """
        keys, key = self.keys, int.from_bytes(gram, "big")
        place = bisect_left(keys, key)
        if place == len(keys) or keys[place] != key:
            return 0
        pairs = self.pairs[self.ends[place] : self.ends[place + 1]]
        weights = zip(pairs[::2], pairs[1::2], strict=True)
        return sum(weight << _LANE * language for language, weight in weights)


@cache
def _model() -> Model:
    return Model.read(_FILE.read_bytes())
