"""Phrases that say to whom something is said, how grave it is, or all by themselves what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from common.engines.toxicity.lexicon import kinds
from common.text.folding import Folded

_READER = re.compile(
    r"(?<!\w)(?:you|your|youre|you're|yours|yourself|ur|u|ya|yall|y'all|dich|dir|dein\w{0,2}|du|toi|"
    r"tes?|ton|tu|tus|ti|vos|eres|voce|você|seu|sua|jij|je|jou)(?!\w)"
)
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:(?:i|we)(?:['’]?ll|\s(?:will|am\sgoing\sto|are\sgoing\sto|am\sgonna|swear)|['’]?m\s"
    r"(?:going\sto|gonna|coming)|['’]?re\s(?:going\sto|gonna|coming))|im\s(?:gonna|going\sto|coming)"
    r"|imma|ima|gonna|ich\swerde|voy\sa|je\svais|vou)(?!\w)"
)
_CONCRETE = re.compile(
    r"(?<!\w)(?:knife|knives|gun|guns|rifle|pistol|bullets?|bomb\w{0,3}|shoot\w{0,3}|shot|stab\w{0,4}|"
    r"machete|axe|acid|petrol|gasoline|burn\w{0,3}|strangle|throat|rope|bat|hammer|poison|"
    r"tonight|tomorrow|today|(?:on|this|next)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"at\s\d{1,2}(?:\s?[ap]m|:\d\d)|after\s(?:school|work)|at\s(?:your|the)\s(?:school|house|home|"
    r"office|work|mosque|church|synagogue)|your\s(?:house|home|school|door|family|address|kids|"
    r"children|mother|mum|mom)|where\syou\s(?:live|work|sleep)|messer|waffe|cuchillo|pistola|"
    r"couteau|esta\snoche|heute\snacht|ce\ssoir)(?!\w)"
)
_MINORS = re.compile(
    r"(?<!\w)(?:child(?:ren)?|kids?|minors?|under\s?age[d]?|pre-?teens?|toddlers?|babies|schoolgirls?|"
    r"schoolboys?|little\s(?:girl|boy)s?|lolis?|(?:[3-9]|1[0-7])[\s\-]?(?:yo|y/o|yrs?\sold|"
    r"years?[\s\-]old)|(?:you(?:['’]?re|\sare)|she(?:['’]?s|\sis)|he(?:['’]?s|\sis)|ur)\s(?:only\s|just\s)?"
    r"(?:[89]|1[0-7])(?=\s?(?:[.,?!;]|$|and\s|but\s|so\s|right)))(?!\w)"
)
_DEATH_WISH = re.compile(
    r"(?<!\w)(?:kill\s(?:yourself|urself|yourselves|ur\sself)|kys|hang\s(?:yourself|urself)|"
    r"neck\s(?:yourself|urself)|(?:go|just)\s(?:and\s)?(?:die|drink\sbleach|jump\soff)|"
    r"drink\sbleach|slit\s(?:your|ur)\swrists?|end\s(?:your|ur)\slife|"
    r"(?:i\s|we\s(?:all\s)?)?(?:hope|wish)\s(?:you|u|that\syou)\s(?:\w{1,10}\s)?(?:die|dies|died|"
    r"get\scancer|get\sraped|get\shit\sby|rot|burn)|you\s(?:should|deserve\sto|need\sto)\s(?:die|"
    r"be\sdead|be\sraped)|(?:world|earth|everyone|we)\s(?:would|will|'d)\sbe\sbetter\s(?:off\s)?"
    r"without\syou|bring\sdich\sum|matate|suicide[\s\-]toi|va\ste\spendre|ammazzati|se\smata)(?!\w)"
)
_PERSECUTION = re.compile(
    r"(?<!\w)(?:(?:nobody|no\sone|noone)\s(?:likes|loves|wants|cares\sabout|will\sever\slove)\s"
    r"(?:you|u)|everyone\s(?:hates|laughs\sat)\s(?:you|u)|i\s(?:know|found\sout)\swhere\s(?:you|u)\s"
    r"(?:live|work|sleep)|i(?:['’]?m|\sam)\s(?:watching|following|stalking)\s(?:you|u)(?!\s(?:on|for|"
    r"guys|since))|i(?:['’]?ll|\swill|['’]?m\sgonna|\sam\sgoing\sto)\s(?:leak|post|share|publish|send)\s"
    r"(?:all\s)?(?:your|ur)\s(?:nudes|address|pictures|pics|photos|number)|dox+\s(?:you|u)|"
    r"(?:your|ur)\s(?:kids|children|daughter|son|family|wife|husband|parents)\s(?:(?:won['’]?t|will\snot)\s"
    r"be\ssafe|(?:(?:are|is)\snot|(?:are|is)n['’]?t)\ssafe\s(?:from|any\s?more|now))|make\s(?:your|ur)\slife\s(?:a\s(?:living\s)?hell|hell|miserable))(?!\w)"
)
_DEMAND = re.compile(
    r"(?<!\w)(?:(?:send|show)\s(?:me\s)?(?:some\s|ur\s|your\s|a\s)?(?:nudes?|naked\s\w{1,10}|tits|boobs|"
    r"ass|pussy|dick|cock|feet\spics?|panties)|(?:send|show)\s(?:me\s)?(?:a\s|some\s|your\s|ur\s|another\s)?"
    r"(?:pics?|pictures?|photos?|selfies?|videos?)\s(?:of\s(?:you|yourself|u|your\sbody)\s)?(?:in\s(?:your|the)\s(?:"
    r"underwear|shower|bra)|naked|nude|topless|undressed|without\s(?:any\s|your\s|a\s)?(?:clothes|clothing|shirt|bra))|"
    r"(?:wanna|want\sto)\ssee\smy\s(?:dick|cock|pussy|tits|boobs)|(?:suck|lick|ride|sit\son)\s(?:on\s)?my\s(?:dick|cock|"
    r"face|balls)|(?:wanna|want\sto|would\slove\sto|gonna|let\sme)\s(?:fuck|rape|bang|lick|breed)\s"
    r"(?:you|u|ur|your)|(?:what\sare\syou|whatcha|what\sr\su)\swearing)(?!\w)"
)
# Written for what stands directly before: warnings, reports and quotations are no attacks.
_TAKEN_BACK = re.compile(
    r"(?:(?:don['’]?t|do\snot|never|not|didn['’]?t|won['’]?t|please\sdon['’]?t|nobody\sshould|stop\s\w{1,8}ing"
    r"(?:\speople)?(?:\sto)?|can['’]?t|told\s\w{1,10}(?:\sto)?|tell(?:s|ing)?\s\w{1,10}(?:\sto)?|"
    r"sa(?:ys?|id|ying)(?:\s(?:that|to|i\sshould))?|wrote|writes|called|asked\sme(?:\sto)?|like|word|"
    r"comments?|messages?)\s?(?:just\s|ever\s|go\s|and\s|to\s)?[\"'“‘:,]{0,2}\s?|[\"“‘]\s?)$"
)
_BEFORE = 40
_DEADLY_WORDS = (
    "kill kys hang neck die dies died bleach jump wrists end cancer raped hit rot burn dead "
    "without um matate suicide pendre ammazzati mata"
)
_HAUNTING_WORDS = (
    "nobody no noone everyone where watching following stalking leak post share publish send dox "
    "doxx life safe"
)
_LEWD_WORDS = (
    "nude nudes naked tits boobs ass pussy dick cock feet panties face balls fuck rape bang lick "
    "breed wearing underwear shower bra nude topless undressed clothes clothing shirt"
)
_DEADLY = frozenset(_DEADLY_WORDS.split())
_HAUNTING = frozenset(_HAUNTING_WORDS.split())
_LEWD = frozenset(_LEWD_WORDS.split())
_HINTS = _DEADLY | _HAUNTING | _LEWD


def is_to_reader(said: str) -> bool:
    return _READER.search(said) is not None


def is_announced(said: str) -> bool:
    return _ANNOUNCED.search(said) is not None


def concrete(said: str) -> bool:
    return _CONCRETE.search(said) is not None


def names_group(words: Sequence[str]) -> bool:
    """By what it is or by a slur."""
    return _says("n", words) or has_slur(words)


def has_slur(words: Sequence[str]) -> bool:
    return _says("h", words)


def _says(kind: str, words: Sequence[str]) -> bool:
    known = kinds()
    return any(kind in known.get(word, "") for word in words)


def is_about_minors(said: str) -> bool:
    return _MINORS.search(said) is not None


def may_say_it_all(folded: Folded) -> bool:
    """Whether there may be any of what follows, which most texts have no word of."""
    return not _HINTS.isdisjoint(folded.tokens)


def death_wishes(folded: Folded) -> Iterator[tuple[int, int]]:
    return _meant(_DEATH_WISH, _DEADLY, folded)


def persecution(folded: Folded) -> Iterator[tuple[int, int]]:
    return _meant(_PERSECUTION, _HAUNTING, folded)


def demands(folded: Folded) -> Iterator[tuple[int, int]]:
    return _meant(_DEMAND, _LEWD, folded)


def _meant(
    pattern: re.Pattern[str], hints: frozenset[str], folded: Folded
) -> Iterator[tuple[int, int]]:
    """Places in the folded text of a pattern that needs one of the words `hints`."""
    if hints.isdisjoint(folded.tokens):
        return
    text = folded.text
    for match in pattern.finditer(text):
        if not _TAKEN_BACK.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            yield match.span()
