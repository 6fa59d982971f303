"""What tells spam and scams from other messages: signs of what they are after, and their words."""

from __future__ import annotations

import re
from itertools import chain

from common.engines.ai_text.spam_words import (
    CHEAP_ENDINGS,
    ENDINGS,
    KNOWN_HOSTS,
    SHORTENERS,
    TOGETHER,
    WORDS,
)
from common.text.word_hashes import WordHashes

BUCKETS = 1 << 14
_MASK = BUCKETS - 1
_LONGEST_WORD = 24

_HOST = re.compile(
    r"(?<![a-z0-9\-.@])(?P<scheme>https?://|www\.)?"
    r"((?:[a-z0-9][a-z0-9\-]{0,60}+(?:\.|\s\.\s)){1,4}[a-z]{2,8})(?![a-z0-9@])"
)
# What every host has; a dot alone ends most sentences.
_DOTTED = re.compile(r"\.(?:[a-z0-9]|(?<=\s\.)\s)")
_MONEY = re.compile(
    r"[$£€₹]\s?\d|\d\s?[$£€₹]|\d\s?(?:k|m)?\s?(?:usd|usdt|eur|euros?|gbp|dollars?|pounds?|bucks|btc"
    r"|bitcoin|eth|sol|xrp|doge|million|inr|reais)\b"
)
_LARGE = re.compile(
    r"[$£€₹]\s?(?:\d{1,3}(?:,\d{3})+|\d{4,})|\d{4,}\s?(?:usd|eur|euros?|gbp|dollars?|pounds?)\b"
    r"|\d\s?(?:million|k)\b"
)
_PERCENT = re.compile(r"\d\s?%|\b\d{2,4}x\b")
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d ().\-]{7,16}\d(?!\w)")
_MAIL = re.compile(r"[\w.+\-]@[\w\-]+\.\w")
_HANDLE = re.compile(r"(?<![\w@.])@[a-z0-9_.]{3,30}\b(?!\.[a-z])")
_CODE = re.compile(r"(?<!\d)\d{4,8}(?!\d)")
_UPPER = bytes(range(ord("A"), ord("Z") + 1))
_CLASSES: dict[str, tuple[str, ...]] = {}
for _name, _listed in WORDS.items():
    for _word in _listed.split():
        _CLASSES[_word] = (*_CLASSES.get(_word, ()), _name)

SIGNS = (
    *("link", "cheap_host", "odd_host", "short_link", "known_host", "money", "large_sum"),
    *("percent", "phone", "mail", "handle", "code", "shouting", "exclaiming", "emoji", "repeating"),
    *WORDS,
    *(f"many_{name}" for name in WORDS),
    *(name for _, _, name in TOGETHER),
)
"""The names of all signs; their order is that of the weights."""


def signs(text: str, tokens: list[str], original: str) -> set[str]:
    """`text` and `tokens` are folded, `original` is what they were folded from."""
    found = _classes(tokens)
    if _DOTTED.search(text):
        found |= _hosts(text)
    if _has_digits(text):
        found |= _numbers(text, found)
    if "@" in text:
        if _MAIL.search(text):
            found.add("mail")
        elif _HANDLE.search(text):
            found.add("handle")
    found |= _manner(text, tokens, original)
    if len(found) > 1:
        found.update([both for one, other, both in TOGETHER if one in found and other in found])
    return found


def words(tokens: list[str]) -> set[int]:
    """The buckets of the words and of each with the next; of numbers only the length counts."""
    hashed = chain(_hashes.of_words(tokens), _hashes.of_pairs(tokens))
    return {each & _MASK for each in hashed}


def _shape(token: str) -> str:
    if token[0].isdigit() and token.isdecimal():
        return "0" * min(len(token), 12)
    return token[:_LONGEST_WORD]


_hashes = WordHashes(_shape)


def _classes(tokens: list[str]) -> set[str]:
    met: dict[str, set[str]] = {}
    for token in _CLASSES.keys() & set(tokens):
        for name in _CLASSES[token]:
            met.setdefault(name, set()).add(token)
    return {*met, *(f"many_{name}" for name, each in met.items() if len(each) > 1)}


def _hosts(text: str) -> set[str]:
    found: set[str] = set()
    for match in _HOST.finditer(text):
        host = match.group(2).replace(" ", "").replace("\n", "")
        sign = _sign_of(host.split("."))
        if sign is None and not match["scheme"] and text[match.end() : match.end() + 1] != "/":
            continue
        found.add("link")
        if sign:
            found.add(sign)
        if "-" in host:
            found.add("odd_host")
    return found


def _sign_of(parts: list[str]) -> str | None:
    """None where nothing tells that it is a host."""
    site = ".".join(parts[-3:] if parts[-2] == "co" else parts[-2:])
    if site in KNOWN_HOSTS:
        return "known_host"
    if site in SHORTENERS:
        return "short_link"
    if parts[-1] in CHEAP_ENDINGS:
        return "cheap_host"
    return "" if parts[-1] in ENDINGS else None


def _numbers(text: str, classes: set[str]) -> set[str]:
    found: set[str] = set()
    if _MONEY.search(text):
        found.add("money")
        if _LARGE.search(text):
            found.add("large_sum")
    if _PERCENT.search(text):
        found.add("percent")
    if _PHONE.search(text):
        found.add("phone")
    if "secret" in classes and _CODE.search(text):
        found.add("code")
    return found


def _manner(text: str, tokens: list[str], original: str) -> set[str]:
    found: set[str] = set()
    capitals = _capitals(original)
    if capitals > 12 and capitals * 2 > sum(map(str.isalpha, original)):
        found.add("shouting")
    if text.count("!") > 2:
        found.add("exclaiming")
    if not text.isascii() and sum(char >= "\U0001f300" for char in text) > 1:
        found.add("emoji")
    if len(tokens) > 5 and len(set(tokens)) * 5 < len(tokens) * 3:
        found.add("repeating")
    return found


def _has_digits(text: str) -> bool:
    if text.isascii():
        return any(map(text.__contains__, "0123456789"))
    return any(map(str.isdigit, text))


def _capitals(text: str) -> int:
    if text.isascii():
        return len(text) - len(text.encode().translate(None, _UPPER))
    return sum(map(str.isupper, text))
