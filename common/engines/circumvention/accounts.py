"""Accounts to pay to: bank accounts, cards and wallets."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import chain, islice

from common.engines.circumvention.cues import cue_before
from common.engines.circumvention.signals import MOST_SIGNALS, LazyPattern, Signal
from common.engines.circumvention.views import View

_IBAN = LazyPattern(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?\b")
_CARD = LazyPattern(
    r"(?<![\d.,\-])[2-6]\d{3}([ \-]?)\d{4}\1\d{4}\1\d{1,7}(?![\d\-])"
    r"|(?<![\d.,\-])3[47]\d{2}[ \-]?\d{6}[ \-]?\d{5}(?![\d\-])"
)
_BITCOIN = LazyPattern(r"\b[13][1-9A-HJ-NP-Za-km-z]{25,34}\b")
_SEGWIT = LazyPattern(r"\bbc1[02-9ac-hj-np-z]{11,71}\b")
_ETHEREUM = LazyPattern(r"\b0x[0-9a-f]{40}\b")
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_SHORTEST = 7


def account_signals(view: View) -> Iterator[Signal]:
    text = view.text
    if view.digits >= _SHORTEST:
        for signals in (_bank_accounts(text), _cards(text), _wallets(text)):
            yield from islice(signals, MOST_SIGNALS)


def bitcoin_signals(original: str) -> Iterator[Signal]:
    """Old addresses need the capitals, which folding has taken."""
    matches = _BITCOIN.finditer(original)
    valid = (match for match in matches if _base58_valid(match.group()))
    for match in islice(valid, MOST_SIGNALS):
        yield Signal("bitcoin", *match.span(), 0.9)


def _bank_accounts(text: str) -> Iterator[Signal]:
    for match in _IBAN.finditer(text):
        if _iban_valid(match.group()):
            yield Signal("iban", *match.span(), 0.9)


def _cards(text: str) -> Iterator[Signal]:
    for match in _CARD.finditer(text):
        if _luhn_valid(match.group()) and cue_before(text, match.start()) != "other":
            yield Signal("card", *match.span(), 0.8)


def _wallets(text: str) -> Iterator[Signal]:
    for match in chain(_SEGWIT.finditer(text), _ETHEREUM.finditer(text)):
        yield Signal("crypto", *match.span(), 0.85)


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
