"""Telephone numbers, plain and spelled, and accounts to pay to, in folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise

from common.engines.circumvention.signals import LazyPattern, Signal, first_of_each_place
from common.text.folding import Folded

_DIGIT_WORDS = {
    "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "cero": "0", "uno": "1", "dos": "2",
    "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9",
    "null": "0", "eins": "1", "zwei": "2", "drei": "3", "vier": "4", "sechs": "6", "sieben": "7",
    "acht": "8", "neun": "9",
}  # fmt: skip
_HINTS = frozenset(_DIGIT_WORDS) - {"one", "oh", "two", "null", "uno", "dos"}
_WORD = "|".join(sorted(_DIGIT_WORDS, key=len, reverse=True))
_SPELLED = LazyPattern(
    rf"\b(?:(?:double|triple)\s+)?(?:{_WORD}|\d{{1,4}})"
    rf"(?:[\s\-.,]{{1,3}}(?:(?:double|triple)\s+)?(?:{_WORD}|\d{{1,4}}))+\b"
)
_SPELLED_PART = LazyPattern(rf"(double|triple)?\s*\b({_WORD}|\d+)")
_SPREAD = LazyPattern(r"(?<![\d.,])\+?\d(?:[^\w\n]{1,3}\d){8,14}(?![\d])")
_LOCAL = LazyPattern(
    r"(?<![\d.,#/$€£\-])(?:(?:\(\d{3}\)\s?|\d{3}[\s.\-])\d{3}[\s.\-]\d{4}|0?\d{10})(?![\d\-]|[.,]\d)"
)
_CONTACT = LazyPattern(
    r"\b(?:call|text|txt|phone|cell|mobile|tel|whats\s?app|number|nr|reach|ring|sms|msg|handy|viber|"
    r"telegram|signal|me on|me at|llama|numero|appelle)\b"
)
_OTHER_NUMBER = LazyPattern(
    r"(?:order|invoice|tracking|parcel|ticket|case|ref(?:erence)?|isbn|serial|version|model|article|"
    r"account|transaction|policy|booking|build|id|no\.?|#|population|sku|ean|part)"
    r"(?:\s+(?:no\.?|number|id|is|code))*\s*[:#.]?\s*$"
)
_IBAN = LazyPattern(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?\b")
_CARD = LazyPattern(
    r"(?<![\d.,\-])[2-6]\d{3}([ \-]?)\d{4}\1\d{4}\1\d{1,7}(?![\d\-])"
    r"|(?<![\d.,\-])3[47]\d{2}[ \-]?\d{6}[ \-]?\d{5}(?![\d\-])"
)
_BITCOIN = LazyPattern(r"\b[13][1-9A-HJ-NP-Za-km-z]{25,34}\b")
_SEGWIT = LazyPattern(r"\bbc1[02-9ac-hj-np-z]{11,71}\b")
_ETHEREUM = LazyPattern(r"\b0x[0-9a-f]{40}\b")
_SHORTEST_PHONE = 7
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def number_signals(folded: Folded, region: str | None) -> list[Signal]:
    text = folded.text
    found: list[Signal] = []
    if _digits(text) >= _SHORTEST_PHONE:
        found += [*_accounts(text), *_phones(text, region), *_spread_digits(text)]
    elif _HINTS.isdisjoint(folded.tokens):
        return []
    return first_of_each_place([*found, *_spelled_digits(text)])


def _digits(text: str) -> int:
    raw = text.encode(errors="replace")
    return len(raw) - len(raw.translate(None, b"0123456789"))


def bitcoin_signals(original: str) -> Iterator[Signal]:
    """Old addresses need the capitals, which folding has taken."""
    for match in _BITCOIN.finditer(original):
        if _base58_valid(match.group()):
            yield Signal("bitcoin", *match.span(), 0.9)


def _accounts(text: str) -> Iterator[Signal]:
    for match in _IBAN.finditer(text):
        if _iban_valid(match.group()):
            yield Signal("iban", *match.span(), 0.9)
    for match in _CARD.finditer(text):
        if _luhn_valid(match.group()) and not _OTHER_NUMBER.search(text[: match.start()]):
            yield Signal("card", *match.span(), 0.8)
    for pattern in (_SEGWIT, _ETHEREUM):
        for match in pattern.finditer(text):
            yield Signal("crypto", *match.span(), 0.85)


def _phones(text: str, region: str | None) -> Iterator[Signal]:
    import phonenumbers

    matcher = phonenumbers.PhoneNumberMatcher(
        text, region, leniency=phonenumbers.Leniency.VALID, max_tries=20
    )
    for match in matcher:
        before = text[max(0, match.start - 30) : match.start]
        if match.raw_string.startswith("+") or not _OTHER_NUMBER.search(before):
            yield Signal("phone", match.start, match.end, 0.9)
    for local in _LOCAL.finditer(text):
        before = text[max(0, local.start() - 30) : local.start()]
        contact = _CONTACT.search(before)
        if not _OTHER_NUMBER.search(before) and (contact or not local.group().isdigit()):
            yield Signal("phone", *local.span(), 0.85 if contact else 0.6)


def _spread_digits(text: str) -> Iterator[Signal]:
    for match in _SPREAD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if not _counting(digits) and len(set(digits)) > 2:
            contact = _CONTACT.search(text[max(0, match.start() - 40) : match.start()])
            yield Signal("phone", *match.span(), 0.85 if contact else 0.6)


def _spelled_digits(text: str) -> Iterator[Signal]:
    for match in _SPELLED.finditer(text):
        if match.group().isascii() and not re.search("[a-z]", match.group()):
            continue
        digits = ""
        for times, part in _SPELLED_PART.findall(match.group()):
            digits += _DIGIT_WORDS.get(part, part) * {"double": 2, "triple": 3}.get(times, 1)
        if 7 <= len(digits) <= 15 and not _counting(digits):
            yield Signal("phone", *match.span(), 0.8)


def _counting(digits: str) -> bool:
    steps = [int(b) - int(a) for a, b in pairwise(digits)]
    return sum(step in (1, -1) for step in steps) > len(steps) * 0.7


def _iban_valid(text: str) -> bool:
    compact = text.replace(" ", "")
    if not 15 <= len(compact) <= 34:
        return False
    number = "".join(str(int(char, 36)) for char in compact[4:] + compact[:4])
    return int(number) % 97 == 1


def _luhn_valid(text: str) -> bool:
    digits = [int(char) for char in text if char.isdigit()]
    if not 13 <= len(digits) <= 19 or len(set(digits)) < 2:
        return False
    doubled = (digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2])
    return (sum(digits[::-2]) + sum(doubled)) % 10 == 0


def _base58_valid(address: str) -> bool:
    number = 0
    for char in address:
        number = number * 58 + _BASE58.index(char)
    if number >= 1 << 200:
        return False
    raw = number.to_bytes(25, "big")
    return sha256(sha256(raw[:21]).digest()).digest()[:4] == raw[21:]
