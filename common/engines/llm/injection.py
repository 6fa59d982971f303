"""Content that speaks to the model that is to judge it, found without a model.

It is looked for in several readings of the texts: as they stand, folded, joined, decoded from
base64, hexadecimal, bits and escapes, rotated by 13, turned round, spelled with gaps or digits.
What is found is a reason to look, not a proof.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import add
from urllib.parse import unquote

from common.domain.labels import Span
from common.engines.budget import within_budget
from common.engines.llm.config import INJECTION
from common.engines.llm.phrases import NEAR, PHRASES, SIGNS
from common.engines.remote.adapter import Finding
from common.engines.remote.chat.prompt import visible
from common.text.folding import Folded, fold

SCORE = 0.9
_END = 5_000
_MOST_JOINED = 50
_LAYERS = 2
"""So often something encoded may hold something encoded."""
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}[ :,]?){12,}")
_BITS = re.compile(r"(?:[01]{8} ?){10,}")
_TAGS = {0xE0000 + code: code for code in range(0x20, 0x7F)}
_ESCAPES = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_GAPS = re.compile(r"(?<=\b\w)[ .\-_*](?=\w\b)")
_DIGITS = str.maketrans("013457@$", "oieastas")
_LEET = re.compile(r"[a-z][013457@$]|[013457@$][a-z]")


def injections(texts: Sequence[str]) -> list[Finding]:
    """One finding, with the texts that hold what was found; or none."""
    spans = [
        Span(number, 0, len(text))
        for number, text in enumerate(within_budget(texts))
        if any(map(_speaks, within_budget(_readings(text))))
    ]
    if not spans and len(texts) > 1:
        joined = [" ".join(texts), *map(add, texts[:_MOST_JOINED], texts[1:])]
        apart = chain.from_iterable(map(_readings, joined))
        if any(map(_speaks, within_budget(apart))):
            spans = [Span(number, 0, len(text)) for number, text in enumerate(texts) if text]
    return [Finding(INJECTION, SCORE, spans=tuple(spans))] if spans else []


def _speaks(text: str) -> bool:
    return SIGNS.search(text) is not None or any(
        _are_near([each.span() for each in first.finditer(text)], second, text)
        for first, second in PHRASES
    )


def _are_near(firsts: list[tuple[int, int]], second: re.Pattern[str], text: str) -> bool:
    """Whether anything of the other kind begins or ends near one of `firsts`."""
    if not firsts:
        return False
    starts = [start for start, _ in firsts]
    for found in second.finditer(text):
        place = bisect_left(starts, found.start())
        for start, end in firsts[max(place - 1, 0) : place + 1]:
            if max(found.start() - end, start - found.end()) <= NEAR:
                return True
    return False


def _readings(text: str) -> Iterator[str]:
    """Of a long text all is read as it stands, and its two ends in every other way too."""
    if len(text) > 2 * _END:
        yield unicodedata.normalize("NFKC", visible(text)).casefold()
        text = f"{text[:_END]}\n{text[-_END:]}"
    layers = [text]
    for _ in range(_LAYERS + 1):
        further: list[str] = []
        for each in layers:
            plain = unicodedata.normalize("NFKC", visible(each)).casefold()
            yield plain
            if "\n" in plain or "  " in plain or "\t" in plain:
                yield " ".join(plain.split())
            yield from _spelled(plain)
            folded = fold(each)
            if folded.text != plain:
                yield folded.text
                yield from _spelled(folded.text)
            further += _decoded(each, folded)
        layers = further


def _spelled(text: str) -> Iterator[str]:
    closed = _GAPS.sub("", text)
    if closed != text:
        yield closed
    if _LEET.search(text):
        yield text.translate(_DIGITS)
    yield text[::-1]
    yield codecs.encode(text, "rot13")


def _decoded(text: str, folded: Folded) -> Iterator[str]:
    yield from (view.folded.original for view in folded.views)
    written = unquote(text.translate(_TAGS))
    if written != text:
        yield written
    unescaped = _ESCAPES.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    if unescaped != text:
        yield unescaped
    for found in _BASE64.finditer(text):
        yield from _readable(_from_base64(found[0]))
    for found in _HEX.finditer(text):
        yield from _readable(_from_hex(found[0]))
    for found in _BITS.finditer(text):
        bits = found[0].replace(" ", "")
        yield from _readable(int(bits, 2).to_bytes(len(bits) // 8))


def _from_base64(text: str) -> bytes:
    body = text.rstrip("=").replace("-", "+").replace("_", "/")
    body = body[: len(body) - (len(body) % 4 == 1)]
    return base64.b64decode(body + "=" * (-len(body) % 4))


def _from_hex(text: str) -> bytes:
    try:
        return binascii.unhexlify(re.sub(r"[ :,]", "", text))
    except binascii.Error:
        return b""


def _readable(data: bytes) -> Iterator[str]:
    """Text, if it is some; random letters hardly ever decode to any."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    if text and sum(map(str.isprintable, text)) >= 0.9 * len(text):
        yield text
