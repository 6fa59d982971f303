"""Schemes of spam and scams that are told by what they ask for together with their story.

The trained models read words; these read who asks for what. Each part of a scheme has to stand in
the same window of the text, and none is harmful alone: a lost telephone, a visa, a loan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from common.domain.labels import Severity
from common.engines.ai_text.labels import SCAM, SPAM, Finding
from common.text.folding import Folded

_SAID = 0.85
_PAYS = (
    r"\b(?:send|transfer|pay|lend|wire|venmo|zelle|borrow|(?:need|give\sme|help\sme\swith)\s(?:[$£€]\s?)?\d{2,}"
    r"|uberweis\w{0,3}|überweis\w{0,3}|virement|transferencia|bizum|pix|bonifico)\b"
)
_SUM = (
    r"[$£€]\s?\d{2,}|"
    r"\b\d{2,}(?:[.,]\d{3})*\s?(?:[$£€]|(?:usd|eur|euros?|gbp|dollars?|pounds?|bucks|quid)\b)"
)
_WARNED = re.compile(
    r"\b(?:(?:never|don['’]?t|do\snot|won['’]?t|will\s(?:not|never)|not\sto)\s(?:ever\s)?(?:share|give|send|click|enter|type|"
    r"fall|trust|answer|reply|respond|ask|tell\syour|pay|transfer|install|call)|(?<!no\s)(?<!not\sa\s)scam\w{0,5}|beware|"
    r"fraud\w{0,4}|phish\w{0,3}|(?:be|so)\scareful|(?:he|she|they|someone|somebody|who)\s(?:asked|asks?|wanted|wants?|told|"
    r"tells?|said|says?|wrote|writes?|claim\w{0,2}|pretend\w{0,3})|got\s(?:a|this)\s(?:message|call|text|e?mail)|is\sthis\s"
    r"(?:real|legit))\b"
)
"""Who warns of a scheme or tells of one tells it as well."""


class Scheme(NamedTuple):
    label: str
    severity: Severity
    parts: tuple[re.Pattern[str], ...]


def _scheme(label: str, severity: Severity, *parts: str) -> Scheme:
    return Scheme(label, severity, tuple(map(re.compile, parts)))


SCHEMES = (
    # The code that opens the reader's account.
    _scheme(
        SCAM,
        "critical",
        r"\b(?:tell|send|give|text|forward|read|share)\s(?:it\sto\s)?(?:me|us)\s(?:back\s|with\s)?(?:the|your|that|this)\s"
        r"(?:(?:\d|four|six|eight)[\s\-]?digits?\s)?(?:(?:verification|security|sms|login|otp|2fa|confirmation|whatsapp|"
        r"google)\s)?(?:code|pin|otp|passcode)\b",
        r"\b(?:you|u)\s(?:just\s|will\s|have\s|['’]ll\s)?(?:receiv\w{1,3}|got|get)\b|\bsent\s(?:you|(?:it\s)?to\s(?:you|your\s"
        r"(?:phone|mobile|number|e?mail)))\b|\b(?:your|ur)\s(?:phone|mobile|inbox)\b",
        r"\b(?:\d|four|six|eight)[\s\-]?digits?\b|\b(?:verification|security|sms|login|otp|2fa|confirmation|support|admin|"
        r"moderator|bank)\b",
    ),
    # What opens the reader's wallet.
    _scheme(
        SCAM,
        "critical",
        r"\b(?:enter|type|submit|send|share|provide|give|input|import|verify|confirm|validate)\s(?:in\s|me\s|us\s)?(?:your|ur|the)\s"
        r"(?:\w{1,8}[\s\-]word\s)?(?:wallet\s)?(?:(?:seed|recovery|secret)\s(?:phrase|words)|private\skeys?)\b",
        r"\b(?:airdrop|claim|receive|unlock|reward\w?|validate|synchroni[sz]e|support|bonus|free|giveaway|me|us)\b",
    ),
    # "Hi mum, this is my new number".
    _scheme(
        SCAM,
        "high",
        r"\b(?:hi|hey|hello|hallo|hola|ola|olá|ciao|bonjour|salut|coucou)\s(?:mum|mom|mama|dad|papa|mamá|maman|mamma|mãe|"
        r"mae|pai|grandma|grandpa|oma|opa)\b|\b(?:mum|mom|dad|mama|papa),?\s(?:it['’]?s|this\sis)\sme\b",
        r"\b(?:new|temporary|friend['’]s)\s(?:number|phone)\b|\bneue\s(?:handy)?nummer\b|\bnuevo\snumero\b|\bnuevo\snúmero\b|"
        r"\bnouveau\snum[eé]ro\b|\bnovo\sn[uú]mero\b|\bnuovo\snumero\b",
        _PAYS,
        r"\b(?:bill|rent|money|invoice|urgent\w{0,2}|transfer\w{0,3}|(?:for|to|send|lend)\sme|rechnung|überweis\w{0,3}|dinero|"
        r"dinheiro|argent|soldi)\b",
    ),
    # Love that needs money for the way.
    _scheme(
        SCAM,
        "high",
        r"\b(?:my\s(?:dear|love|darling|queen|king|angel)|honey|darling|i\slove\syou|sweetheart|bab[ey])\b",
        r"\b(?:need|send|lend|borrow|help\sme\swith)\b",
        _SUM,
        r"\b(?:visa|ticket|flight|passport|customs|hospital|surgery|embassy|airport)\b",
    ),
    # A virus that only a caller can see.
    _scheme(
        SCAM,
        "high",
        r"\b(?:virus(?:es)?|infected|malware|hacked|trojan|security\salert)\b",
        r"\b(?:call|contact|phone|ring)\s(?:our|us|this|the|microsoft|windows|apple|toll)\b|\binstall\s(?:anydesk|teamviewer|"
        r"ultraviewer|quick\sassist|rustdesk)\b",
        r"\b(?:microsoft|windows|apple|technicians?|anydesk|teamviewer|ultraviewer|rustdesk|toll[\s\-]free|support\steam)\b",
        r"\b(?:your|ur)\b",
    ),
    _scheme(
        SPAM,
        "medium",
        r"\b(?:loans?|credit|kredit|prestamos?|préstamos?|empr[eé]stimos?)\b",
        r"\b(?:bad|no|any)\scredit\b|\bno\scredit\scheck\b|\b(?:instant|guaranteed|same[\s\-]day)\s(?:approval|cash|payout)\b|"
        r"\bohne\sschufa\b",
        r"\b(?:apply|call|click|contact|text|today|now|whatsapp|jetzt)\b",
    ),
    _scheme(
        SPAM,
        "medium",
        r"\b(?:lose|lost|burn|melt|drop)\s(?:up\sto\s)?\d{1,2}\s?(?:kg|kilos?|lbs?|pounds?)\b",
        r"\b(?:link\sin\s(?:my\s|the\s)?bio|click\s(?:the|here|this|on|my|link)|order\s(?:now|here|today)|dm\sme|weird\strick|this\spill|one\strick)\b",
    ),
    _scheme(
        SPAM,
        "medium",
        r"\b(?:hot|sexy|lonely|horny|local)\s(?:and\s\w{1,8}\s)?(?:singles|girls|women|milfs|moms|ladies|babes)\b",
        r"\b(?:click|join|meet|chat|waiting|in\syour\sarea|near\syou|tap)\b",
        r"https?://|\bwww\.|\.(?:click|xyz|top|live|site|online|club|com)\b|\bclick\b",
    ),
)
_HINTS_WORDS = (
    "code pin otp passcode phrase words key keys mum mom mama dad papa mamá maman mamma mãe mae "
    "pai grandma grandpa oma opa dear love darling queen king angel honey sweetheart babe baby "
    "virus viruses infected malware hacked trojan alert loan loans credit kredit prestamo "
    "prestamos préstamo préstamos emprestimo emprestimos empréstimo empréstimos kg kilo kilos lb "
    "lbs pound pounds singles girls women milfs moms ladies babes"
)
_HINTS = re.compile(rf"\b(?:{'|'.join(_HINTS_WORDS.split())}|\d{{1,2}}kg)\b")
_HINTED = {*_HINTS_WORDS.split(), *(f"{n}kg" for n in range(100)), *(f"0{n}kg" for n in range(10))}


def may_have_schemes(folded: Folded) -> bool:
    """Whether any of its words is one that a scheme needs; others' letters may hide some."""
    return not folded.original.isascii() or not _HINTED.isdisjoint(folded.tokens)


def schemes(said: str, start: int, end: int) -> Iterator[Finding]:
    """In a window of the text, in small letters, which `start` and `end` place in the original."""
    if not _HINTS.search(said) or _WARNED.search(said):
        return
    for scheme in SCHEMES:
        if all(part.search(said) for part in scheme.parts):
            yield Finding(scheme.label, _SAID, scheme.severity, start, end)
