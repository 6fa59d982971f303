"""Invitations to messaging and payment apps, in folded text.

An app's name alone says nothing, and several are ordinary words: there has to be a handle, or
someone has to ask for one.
"""

from __future__ import annotations

from common.engines.circumvention.signals import LazyPattern, Signal, first_of_each_place
from common.text.folding import Folded

_NAMES = (
    r"whats\s?app|whats?ap|wh[a4]tsapp|telegram|telegraph app|snap\s?chat|instagram|insta|discord|"
    r"viber|wechat|kik|skype|facebook|messenger|tiktok|onlyfans|cash\s?app|venmo|paypal|"
    r"zelle|revolut|western union|kakao(?:talk)?|imessage|facetime|google voice|hangouts|paytm|"
    r"gpay|wickr|threema"
)
_SHORT = r"ig|fb|tg|wapp|snap"
_WORDS = r"line|signal|wise|mail|threads|teams|zoom|session|twitter"
_ANY = rf"(?:{_NAMES}|{_SHORT}|{_WORDS})"
_HANDLE = r"(?:@\w[\w.\-]+|(?=[\w.\-]*[\d_])(?=[\w.\-]*[^\W\d_])\w[\w.\-]{2,})"
_ASK = (
    r"(?:add|dm|pm|text|txt|msg|message|contact|reach|ping|write|call|find|follow|hmu|hit|pay|get)"
)
_MOVE = r"(?:talk|chat|continue|move|switch|speak|go|text|deal|pay|trade|take\s+(?:this|it))"
_WILL = (
    r"(?:let'?s|lets|(?:we|you)\s+can|can\s+we|could\s+we|wanna|want\s+to|better\s+to|prefer\s+to)"
)
_MY_IS = r"\s*(?:(?:id|user\s?name|handle|number|tag)\b|is\b|:|=|@)"

_SOURCES = (
    (
        0.85,
        rf"\b{_ASK}\s+(?:me|us)\b(?:\s+(?:up|directly|privately|there|instead|now|or\s+\w+))?"
        rf"\s+(?:on|via|at|over|using|through)\s+(?:my\s+)?{_ANY}\b(?!\s+(?:\d|of\b))",
    ),
    (0.8, rf"\b(?:hmu|hit\s+me\s+up|add\s+me)\s+(?:on\s+)?(?:{_NAMES}|{_SHORT})\b"),
    (0.85, rf"\bmy\s+(?:{_NAMES}|ig|fb|tg|wapp){_MY_IS}"),
    (0.75, rf"\bmy\s+snap{_MY_IS}\s*(?!(?:a|an|the|so|not|too|was|better)\b)\S"),
    (0.8, rf"\b{_ANY}\s+(?:id|user\s?name|handle|tag)\s*(?:is\b|:|=|-)\s*\w"),
    (0.85, rf"\bmy\s+{_ANY}\s*(?:is|:|=|-)?\s*{_HANDLE}"),
    (0.8, rf"\b{_ANY}\s*(?::|=|->)\s*{_HANDLE}"),
    (0.75, rf"\b(?:{_NAMES}|ig|fb|tg|wapp)\s*[:=]\s*@?\w{{3,}}"),
    (0.75, rf"\b(?:{_NAMES}|{_SHORT})\s+(?:(?:is|me|at)\s+)?(?:{_HANDLE}|\+?\d[\d\s\-]{{6,}})"),
    (0.7, r"\b(?:signal|line|wise|twitter)\s+(?:me\s+)?(?:at\s+)?@\w{2,}"),
    (0.7, rf"@\w[\w.\-]+\s+on\s+{_ANY}\b"),
    (
        0.65,
        rf"\b{_WILL}\s+{_MOVE}\b(?:\s+\w+){{0,3}}?\s+(?:on|over|to|via|using|through)\s+(?:{_NAMES})\b",
    ),
    (
        0.6,
        rf"\b(?:do\s+)?(?:you|u)\s+(?:have|got|use|on)\s+(?:an?\s+)?(?:{_NAMES}|snap|ig)\s*\?",
    ),
    (
        0.6,
        rf"\b(?:give|send|tell|share|what'?s|drop)\s+(?:me\s+)?(?:your|ur)\s+"
        rf"(?:{_NAMES}|{_SHORT}|(?:phone|cell|mobile)?\s?number|e-?mail|contact)\b",
    ),
    (0.7, r"\$[a-z][a-z0-9]{2,}\s+on\s+cash\s?app|cash\s?app\s+\$[a-z]\w{2,}"),
)
_PATTERNS = [(probability, LazyPattern(source)) for probability, source in _SOURCES]
_FIRST_WORDS = (
    "whatsapp whats whatsap wh4tsapp telegram snapchat snap instagram insta discord viber wechat "
    "kik skype facebook messenger tiktok onlyfans cashapp cash venmo paypal zelle revolut "
    "western kakao kakaotalk imessage facetime google hangouts paytm gpay wickr threema ig fb tg "
    "wapp line signal wise mail threads teams zoom session twitter telegraph number cell contact "
    "email"
)
_HINTS = frozenset(_FIRST_WORDS.split())


def app_signals(folded: Folded) -> list[Signal]:
    if _HINTS.isdisjoint(folded.tokens):
        return []
    return first_of_each_place(
        Signal("app", *match.span(), probability)
        for probability, pattern in _PATTERNS
        for match in pattern.finditer(folded.text)
    )
