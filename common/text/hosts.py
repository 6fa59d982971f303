"""Host names as the domain name system compares them, and where they stand in a text.

An international name has one spelling in Unicode and one in ASCII (`xn--`); UTS 46 says what else
is the same. Accents and ß are part of a name, unlike in words, so this is not `folding`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# Vowel signs and accents that are characters of their own are part of a name; the full stops of
# other scripts have become the usual one.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u07a6-\u07b0"
    "\u0900-\u0963\u0966-\u109f\u135d-\u135f\u1780-\u17d3\u1a00-\u1cff\u1dc0-\u1dff"
    "\u302a-\u302d\u3099\u309a\ua800-\uabff"
)
_RUN = re.compile(rf"[^\W_](?:[^\W_]|[.\-{_MARKS}])*+")
_ASCII_RUN = re.compile(r"[a-z0-9][a-z0-9.\-]*+")
# A character with all that joins it, and the letters that make a syllable of Hangul.
_CLUSTER = re.compile(
    "(?s:[\u1100-\u115f][\u1160-\u11ff]*+|.)"
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u093c\u09be\u09d7\u0b3e-\u0b57"
    "\u0bbe\u0bd7\u0cc2-\u0cd6\u0d3e\u0d57\u0dcf-\u0ddf\u102e\u1dc0-\u1dff\u3099\u309a]*+"
)
_PUNYCODE = "xn--"
_LONGEST_LABEL = 63
_OTHER_STOPS = "\u2024\ufe52\uff61\u3002\uff0e"
STOP = re.compile(f"[.{_OTHER_STOPS}]")
_CACHE_LIMIT = 20_000
LOCAL = re.compile(r"[\w.+\-]+")
"""What stands before the at sign of an e-mail address."""


class _Mapped(dict[int, str]):
    """What UTS 46 makes of each character; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        mapped = _map(chr(code))
        if len(self) < _CACHE_LIMIT:
            self[code] = mapped
        return mapped


def _map(char: str) -> str:
    import idna

    if unicodedata.category(char) == "Cf":
        return ""
    if char in _OTHER_STOPS:
        return "."
    try:
        return idna.uts46_remap(char, std3_rules=False, transitional=False)
    except idna.IDNAError:
        return char


_MAPPED = _Mapped()


class Run(NamedTuple):
    """Characters of host names without a gap, from `start` on in the mapped text."""

    text: str
    start: int
    before: str
    after: str


class Hosted:
    """A text with every character as host names have it."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._sources: list[int] | None = None
        if original.isascii():
            self.text = original.lower()
        else:
            mapped = original.translate(_MAPPED)
            if not unicodedata.is_normalized("NFC", mapped):
                mapped, self._sources = _composed(original)
            self.text = mapped

    def runs(self) -> Iterator[Run]:
        """Those with a full stop in them."""
        text = self.text
        pattern = _ASCII_RUN if text.isascii() else _RUN
        for match in pattern.finditer(text):
            if "." in match.group():
                start = match.start()
                for piece in re.split(r"(\.{2,})", match.group()):
                    host = piece.rstrip(".-")
                    if "." in host:
                        yield self._run(host, start)
                    start += len(piece)

    def run_at(self, start: int) -> Run | None:
        """The one that begins there."""
        pattern = _ASCII_RUN if self.text.isascii() else _RUN
        match = pattern.match(self.text, start, start + 4 * 255)
        host = match.group().partition("..")[0].rstrip(".-") if match else ""
        return self._run(host, start) if "." in host else None

    def _run(self, host: str, start: int) -> Run:
        end = start + len(host)
        return Run(host, start, self.text[max(0, start - 1) : start], self.text[end : end + 1])

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the non-empty slice of `text` is in `original`."""
        if self.original.isascii():
            return start, end
        if self._sources is None:
            self._sources = [i for i, c in enumerate(self.original) for _ in _MAPPED[ord(c)]]
        after = self._sources[end] if end < len(self._sources) else len(self.original)
        return self._sources[start], max(after, self._sources[end - 1] + 1)


def _composed(original: str) -> tuple[str, list[int]]:
    """Mapped and composed, with the place in the original of each character."""
    parts: list[str] = []
    sources: list[int] = []
    for match in _CLUSTER.finditer(original):
        composed = unicodedata.normalize("NFC", match.group().translate(_MAPPED))
        parts.append(composed)
        sources += [match.start()] * len(composed)
    return "".join(parts), sources


def unicode_host(host: str) -> str:
    """The one spelling of a host name that is mapped already: no label in `xn--`."""
    if _PUNYCODE not in host:
        return host
    return ".".join(map(_unicode_label, host.split(".")))


def _unicode_label(label: str) -> str:
    if not label.startswith(_PUNYCODE) or not label.isascii() or len(label) > _LONGEST_LABEL:
        return label
    try:
        decoded = label.removeprefix(_PUNYCODE).encode().decode("punycode")
    except UnicodeError:
        return label
    mapped = unicodedata.normalize("NFC", decoded.translate(_MAPPED))
    return label if not mapped or "." in mapped else mapped


def host_name(text: str) -> str:
    """The spelling that names are compared in, of a name that stands alone. Raises ValueError for
    what no text can have as a host name.
    """
    name = unicode_host(Hosted(text.strip()).text.strip("."))
    if not _RUN.fullmatch(name) or any(not label for label in name.split(".")):
        raise ValueError(f"not a host name: {text!r}")
    return name


def email_entry(entry: str) -> str:
    """An address or a domain. Raises ValueError for what is neither."""
    local, _, host = entry.strip().rpartition("@")
    name = unicodedata.normalize("NFC", Hosted(local).text)
    try:
        domain = host_name(host)
    except ValueError:
        domain = ""
    if not domain or (name and not LOCAL.fullmatch(name)):
        raise ValueError(f"not an e-mail address or domain: {entry!r}")
    return f"{name}@{domain}" if name else domain
