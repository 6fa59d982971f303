"""Spam and scams by the trained models and by known schemes, and how grave by what they want."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from common.domain.labels import Severity
from common.engines.ai_text.labels import SCAM, SPAM, Finding
from common.engines.ai_text.schemes import may_have_schemes, schemes
from common.engines.ai_text.spam_model import Scored
from common.text.folding import Folded

_SURE = 0.9
_SECRETS = re.compile(
    r"(?<!\w)(?:passwords?|pass\s?code|pin|otp|(?:login|verification|2fa|6[\s\-]digit)\scodes?|"
    r"(?:seed|secret|recovery)\s(?:phrase|words)|(?:12|24)[\s\-]words?|private\skeys?|cvv|ssn|"
    r"social\ssecurity|card\s(?:number|details)|bank\s(?:login|details|account)|log(?:ging)?\sin|"
    r"connect\s(?:your\s)?wallet|contraseña|passwort|mot\sde\spasse|senha|tan)(?!\w)"
)
_PAYMENT = re.compile(
    r"(?<!\w)(?:pay|fee|fees|deposit|send|invest|transfer|western\sunion|moneygram|gift\scards?|zelle|"
    r"bitcoin|btc|eth|usdt|crypto|wire|zahlen|pague|payez|paga)(?!\w)"
)
_MONEY = re.compile(r"[$£€₹]\s?\d|\d\s?(?:[$£€₹]|usd|usdt|btc|eth|eur|dollars|pounds|euros?)")


def unwanted(folded: Folded, scored: Sequence[Scored], threshold: float) -> Iterator[Finding]:
    original = folded.original
    is_hinted = may_have_schemes(folded)
    for each in scored:
        if not is_hinted and max(each.spam, each.scam) < threshold:
            continue
        said = original[each.start : each.end].lower()
        yield from schemes(said, each.start, each.end)
        if each.spam >= threshold:
            yield Finding(SPAM, each.spam, _spam(each.spam), each.start, each.end)
        if each.scam >= threshold:
            yield Finding(SCAM, each.scam, _scam(said), each.start, each.end)


def _spam(score: float) -> Severity:
    """It costs attention and nothing else."""
    return "medium" if score >= _SURE else "low"


def _scam(said: str) -> Severity:
    """What is asked for can be lost: what opens an account most of all, then money."""
    if _SECRETS.search(said):
        return "critical"
    if _PAYMENT.search(said) and _MONEY.search(said):
        return "high"
    return "medium"
