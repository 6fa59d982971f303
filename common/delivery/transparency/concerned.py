"""Names, ids and words of those whom a statement concerns, in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from common.delivery.transparency.people import People
from common.text.lexicon import known

NAME = "a name of somebody concerned"
ID = "an id of somebody concerned"
CONTENT = "words of the content"

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+")
_SHORTEST_NAME = 2
_SHORTEST_PART = 4
_SHORTEST_STEM = 5
_LONGEST_ENDING = 4
_SHORTEST_ID = 4
_WORDS_TOGETHER = 5
_FEWEST_WORDS = 3
_LETTERS_TOGETHER = 12
_ENDS_OF_SENTENCES = ".!?:\n"


def concerned_in(text: str, people: People) -> Iterator[str]:
    if any(_has_id(text, id) for id in people.ids):
        yield ID
    words = _words(text)
    if any(_has_name(text, words, name) for name in people.names):
        yield NAME
    if any(_quotes(text, content) for content in people.texts):
        yield CONTENT


def _has_id(text: str, id: str) -> bool:
    """A shorter one is any number or word."""
    if len(id) < _SHORTEST_ID:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(id)}(?!\w)", text))


def _words(text: str) -> list[tuple[str, bool]]:
    """Without accents, each with whether it begins a sentence."""
    plain = _plain(text)
    found = []
    for match in _WORD.finditer(plain):
        before = plain[: match.start()].rstrip(" \t\"'«»„“”(-–")
        found.append((match.group(), not before or before[-1] in _ENDS_OF_SENTENCES))
    return found


def _has_name(text: str, words: list[tuple[str, bool]], name: str) -> bool:
    parts = [word for word, _ in _words(name)]
    if len(name.strip()) < _SHORTEST_NAME:
        return False
    if name.lower() == name.upper():
        # A script without capitals, and mostly without blanks.
        return _plain(name) in _plain(text)
    if len(parts) != 1 or parts[0] != _plain(name.strip()):
        # What is not one plain word is in no text by chance.
        if re.search(rf"(?<!\w){re.escape(_plain(name.strip()).casefold())}", _folded(text)):
            return True
        return any(_is_part(word, starts, part) for part in parts for word, starts in words)
    return any(_is_single(word, starts, parts[0]) for word, starts in words)


def _is_part(word: str, starts: bool, part: str) -> bool:
    return len(part) >= _SHORTEST_PART and _is_single(word, starts, part)


def _is_single(word: str, starts: bool, part: str) -> bool:
    """With the capitals that the name has. An ordinary word counts where nothing but a name has a
    capital, and one that the name writes small does not count at all.
    """
    if not _is_form(word, part):
        return False
    if known(part.lower()):
        return part[0].isupper() and not starts
    return True


def _is_form(word: str, part: str) -> bool:
    """The same, or with an ending that languages give names."""
    if word == part:
        return True
    stem = part if len(part) >= _SHORTEST_STEM else ""
    if not stem:
        return word in (f"{part}s", f"{part}'s", f"{part}’s")
    stem = stem[:-1] if len(stem) > _SHORTEST_STEM and stem[-1] in "aeiouyа" else stem
    return word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING


def _quotes(text: str, content: str) -> bool:
    said, written = _tokens(text), _tokens(content)
    length = min(_WORDS_TOGETHER, len(written))
    if length >= _FEWEST_WORDS:
        runs = {tuple(written[i : i + length]) for i in range(len(written) - length + 1)}
        if any(tuple(said[i : i + length]) in runs for i in range(len(said) - length + 1)):
            return True
    return _quotes_letters(said, written)


def _quotes_letters(said: list[str], written: list[str]) -> bool:
    """For scripts without blanks: they make a word of a sentence."""
    long = [word for word in written if len(word) >= _LETTERS_TOGETHER and not word.isascii()]
    runs = {
        word[i : i + _LETTERS_TOGETHER]
        for word in long
        for i in range(len(word) - _LETTERS_TOGETHER + 1)
    }
    return bool(runs) and any(
        word[i : i + _LETTERS_TOGETHER] in runs
        for word in said
        for i in range(len(word) - _LETTERS_TOGETHER + 1)
    )


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", _folded(text))


def _folded(text: str) -> str:
    return _plain(text).casefold()


@lru_cache(256)
def _plain(text: str) -> str:
    """Without accents."""
    parts = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))
