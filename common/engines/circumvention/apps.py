"""Invitations to messaging and payment apps.

An app's name alone says nothing, and several are ordinary words: there has to be a handle, or
someone has to ask for one. All repeats are bounded, so that no text costs more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from common.engines.circumvention import words
from common.engines.circumvention.signals import MOST_SIGNALS, LazyPattern, Signal
from common.engines.circumvention.views import View

_S = r"\s{1,3}"
# Ends of words, also beside a script that has no blanks.
_B = r"(?<![a-z0-9_а-яё])"
_E = r"(?![a-z0-9_а-яё])"
_ANY = words.ANY_APP
_NAMED = rf"(?:{words.APP}|ig|fb|tg|wapp)"
_CLEAR = rf"(?:{words.APP}|{words.SHORT_APP})"
_AT_NAME = r"@\w[\w.\-]{1,63}"
# Letters with digits or an underscore among them.
_NUMBERED = r"(?=[\w.\-]{0,40}[\d_])(?=[\w.\-]{0,40}[^\W\d_])\w[\w.\-]{2,63}+"
_UNDERSCORED = r"[^\W\d_][\w.\-]{1,40}?[_#][\w.\-]{0,40}+"
_HANDLE = rf"(?:{_AT_NAME}|{_NUMBERED})"
_SURE_HANDLE = rf"(?:{_AT_NAME}|(?=[^\W_]{{2}}){_UNDERSCORED})"
_MY = r"(?:my|mein|meine|mi|mon|il\smio|meu|benim|мои|мой)"
_ASK = (
    r"(?:add|dm|pm|text|txt|msg|message|contact|reach|ping|write|call|find|follow|hmu|hit|pay|get)"
)
_MOVE = r"(?:talk|chat|continue|move|switch|speak|go|text|deal|pay|trade|take\s{1,3}(?:this|it))"
_WILL = (
    r"(?:let'?s|lets|(?:we|you)\s{1,3}can|can\s{1,3}we|could\s{1,3}we|wanna|want\s{1,3}to|"
    r"better\s{1,3}to|prefer\s{1,3}to)"
)
_OTHER_ASK = (
    r"(?:schreibt?\s(?:mir|mich)|adde?\smich|fuge?\smich|fuegt?\smich|kontaktier\w{0,3}\smich|"
    r"ruf\smich|escribe\s?me|escribeme|agregame|anademe|llamame|hablame|contactame|ajoutes?[\s\-]moi|"
    r"ecris[\s\-]moi|contactes?[\s\-]moi|rejoins[\s\-]moi|parle[\s\-]moi|aggiungimi|scrivimi|"
    r"chiamami|me\s(?:adiciona|chama|add)|пиши(?:те)?\s(?:мне|сюда|в\sлс)|напиши(?:те)?\sмне|"
    r"добав(?:ь|и|ляи|ляй)\sменя|пиши(?:те)?|напиши(?:те)?|стучи(?:те)?)"
)
_ARABIC_APP = (
    r"واتس\s?[اآ]?[بپ]?|تل[يى]?[جغق]رام|تيل[يى]?[جغق]رام|سناب(?:\s?شات)?|انست[اغقج]\w{0,5}|"
    r"ديسكورد"
)
_HINDI_APP = (
    r"व्हाट्स\s?[एऐ]प|वॉट्स\s?[एऐ]प|व्हाट्सअप|टेलीग्राम|टेलिग्राम|इंस्टाग्राम|इंस्टा|"
    r"स्नैपचैट"
)
_IN = r"(?:auf|bei|uber|ueber|per|via|in|en|al|por|a|sur|par|su|no|pelo|в|на|по)"
_APP_IS = r"(?:id|user\s?name|handle|number|tag|name|addy|account)"

_SOURCES = (
    (
        0.85,
        rf"{_B}{_ASK}{_S}(?:me|us)\b(?:{_S}(?:up|directly|privately|there|instead|now|or{_S}\w{{1,20}}))?"
        rf"{_S}(?:on|via|at|over|using|through){_S}(?:my{_S})?{_ANY}{_E}(?!{_S}(?:\d|of\b))",
    ),
    (0.8, rf"{_B}(?:hmu|hit{_S}me{_S}up|add{_S}me){_S}(?:on{_S})?{_CLEAR}{_E}"),
    (
        0.85,
        rf"{_B}{_OTHER_ASK}{_S}(?:(?:doch|mal|gerne|ya|mejor)\s)?{_IN}{_S}(?:mi\s|mon\s|el\s|le\s)?{_NAMED}{_E}",
    ),
    (0.85, rf"{_B}(?:{_NAMED}|snap)['’]?(?:dan|den|tan|ten)\s(?:ekle|yaz|ulas)\w{{0,6}}"),
    (
        0.85,
        rf"(?:加我|加一下|加个|加|联系|我的|找我)的?\s?(?:{words.APP}|微信|电报|qq)号?\s?:?\s?@?[a-z0-9][\w.\-]{{3,30}}",
    ),
    (
        0.85,
        rf"{_B}(?:(?:app|bericht|stuur|voeg|contacteer|schrijf)\s(?:me|mij)(?:\seen\sbericht(?:je)?)?(?:\stoe)?|"
        rf"(?:hubungi|chat|kontak|add|dm|pm)\s(?:saya|aku|gue|gw|kami))\s(?:aja\s)?(?:op|via|di|lewat){_S}"
        rf"(?:{_NAMED}|wa){_E}",
    ),
    (
        0.8,
        rf"{_B}(?:lanjut|pindah|ngobrol|chat)\w{{0,4}}\s(?:aja\s)?(?:di|ke|via){_S}"
        rf"(?:{words.APP}|wa){_E}",
    ),
    (
        0.85,
        rf"{_B}(?:mujhe|mere\s?ko|mereko)\s(?:{_NAMED}|snap)\s(?:pe|par|pr)\s(?:msg|message|call|add|text|contact|baat|ping)",
    ),
    (
        0.75,
        rf"{_B}(?:{words.APP})\s(?:pe|par|pr)\s"
        r"(?:aao|aa\s?jao|aajao|baat\skar\w{0,4}|msg\skar\w{0,4})",
    ),
    (
        0.85,
        rf"(?:راسلني|كلمني|تواصل\s?معي|تواصلي\s?معي|اضفني|أضفني|ضيفني|حاكيني)\s(?:على|عبر|في|ع)\s?(?:ال)?(?:{_ARABIC_APP})",
    ),
    (
        0.85,
        rf"(?:मुझे|हमें|मुझसे)\s(?:{_HINDI_APP})\s(?:पर|पे)\s(?:मैसेज|मेसेज|संपर्क|ऐड|एड|कॉल|बात|जोड़ो|जोड़ें)",
    ),
    # A handle, or a single word behind a colon.
    (0.85, rf"{_B}{_MY}{_S}{_ANY}{_S}(?:is|ist|es|e|est|c'?est)\s{{1,3}}{_HANDLE}"),
    (0.85, rf"{_B}{_MY}{_S}{_ANY}\s{{0,3}}(?:[:=\-]\s{{0,3}})?{_HANDLE}"),
    (0.8, rf"{_B}{_MY}{_S}{_NAMED}\s{{0,3}}[:=]\s{{0,3}}(?P<word>[^\W\d_]{{3,30}}+)(?!\s[^\W\d_])"),
    (
        0.85,
        rf"{_B}{_MY}{_S}{_ANY}{_S}{_APP_IS}\s{{0,3}}(?:is\b|:|=)\s{{0,3}}(?P<word>@?\w[\w.\-]{{2,63}}+)",
    ),
    (
        0.8,
        rf"{_B}{_ANY}{_S}(?:id|user\s?name|handle|tag)\s{{0,3}}[:=]\s{{0,3}}(?P<word>\w{{2,63}})",
    ),
    (0.8, rf"{_B}{_ANY}{_S}(?:id|user\s?name|handle|tag){_S}(?:is\s{{1,3}}|-\s?)?{_HANDLE}"),
    (0.8, rf"{_B}{_ANY}\s{{0,3}}(?::|=|->?|–)\s{{0,3}}{_SURE_HANDLE}"),
    (0.75, rf"{_B}{_CLEAR}{_S}(?:(?:is|me|at)\s{{0,3}}:?\s{{0,3}}){{0,2}}{_SURE_HANDLE}"),
    (0.75, rf"{_B}{_CLEAR}\s{{0,3}}[:=]\s{{0,3}}(?P<word>[^\W\d_]{{3,30}}\d{{2,4}})\b"),
    (0.7, rf"{_B}(?:signal|line|wise|twitter){_S}(?:me{_S})?(?:at{_S})?@\w{{2,63}}"),
    (
        0.7,
        rf"(?:\b(?:i'?m|am|its|it's|me|add|find|hmu|dm|follow|text|msg|message|call|as|under|soy|ich\sbin)"
        rf"{_S}|(?:^|\n)\s{{0,3}}){_AT_NAME}{_S}(?:on|en|auf|sur|su){_S}{_ANY}{_E}",
    ),
    (0.7, rf"{_B}(?:i'?m|i\sam|ich\sbin|soy){_S}{_NUMBERED}{_S}(?:on|auf|en){_S}{_CLEAR}{_E}"),
    (0.7, rf"(?:^|\n)\s{{0,3}}{_SURE_HANDLE}{_S}(?:on|auf|en){_S}{_CLEAR}{_E}"),
    (
        0.65,
        rf"{_B}{_WILL}{_S}{_MOVE}\b(?:{_S}\w{{1,20}}){{0,3}}?{_S}(?:on|over|to|via|using|through)"
        rf"{_S}(?:{words.APP}){_E}",
    ),
    (
        0.6,
        rf"{_B}(?:do{_S})?(?:you|u){_S}(?:have|got|use|on){_S}(?:an?{_S})?(?:{words.APP}|snap|ig)\s{{0,3}}\?",
    ),
    (
        0.6,
        rf"{_B}(?:give|send|tell|share|what'?s|drop){_S}(?:me{_S})?(?:your|ur){_S}"
        rf"(?:{_CLEAR}|(?:phone|cell|mobile)?\s?number|e-?mail|contact)\b"
        rf"(?!{_S}(?:one|list|support|form|order|ready|back|client|provider|app|at{_S}the|person|"
        r"server|channel|group|page|plan|bot|feed))",
    ),
    (0.7, r"\$[a-z][a-z0-9]{2,40}\son\scash\s?app|cash\s?app\s\$[a-z]\w{2,40}"),
)
_PATTERNS = [(probability, LazyPattern(source)) for probability, source in _SOURCES]
_GLUED_HINTS = ("telegram", "whatsapp", "instagram", "discord", "snapchat", "wechat")
_FOREIGN_HINTS = (
    "微信", "电报", "qq", "телег", "инстаг", "вотсап", "ватсап", "واتس", "رام", "سناب", "انست",
    "ديسكورد", "व्हाट्स", "वॉट्स", "टेलीग्राम", "टेलिग्राम", "इंस्टा", "स्नैपचैट",
)  # fmt: skip
# Who tells of others' invitations, or of none.
_TOLD = LazyPattern(
    r"\b(?:they|people|guys?|men|women|bots?|scammers?|strangers?|he|she|who|everyone|always|"
    r"never|not|don'?t|didn'?t|doesn'?t|won'?t|can'?t|cannot|couldn'?t|wouldn'?t|shouldn'?t|did|does|nobody|"
    r"someone|somebody|kids|friends|parents|mom|dad|fans|nicht|nunca|jamais|ne)(?:\s(?:just|also|you|"
    r"then|keep|would|will|to|ever|please|pls|even|all|still|often|only))?\s{1,3}$"
)


def app_signals(view: View) -> Iterator[Signal]:
    text = view.text
    if words.APP_HINTS.isdisjoint(view.hints) and not _is_glued(view):
        return
    for probability, pattern in _PATTERNS:
        meant = (match for match in pattern.finditer(text) if not _is_told(text, match))
        for match in islice(meant, MOST_SIGNALS):
            yield Signal("app", *match.span(), probability)


def _is_glued(view: View) -> bool:
    """Whether a name may stand in a text without blanks, or with an ending."""
    hints: tuple[str, ...] = _GLUED_HINTS if view.latin else ()
    if not view.text.isascii():
        hints += _FOREIGN_HINTS
    return any(map(view.text.__contains__, hints))


def _is_told(text: str, match: re.Match[str]) -> bool:
    if match.groupdict().get("word", "") in words.ORDINARY:
        return True
    return bool(_TOLD.search(text[max(0, match.start() - 24) : match.start()]))
