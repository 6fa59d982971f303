"""Links, and invitations to places where a conversation goes on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from common.engines.circumvention import words
from common.engines.circumvention.signals import MOST_SIGNALS, LazyPattern, Signal, before
from common.engines.circumvention.views import View

_ENDINGS = (
    "com|net|org|info|biz|io|co|me|app|dev|gg|ly|ee|link|live|chat|site|online|shop|store|club|"
    "xyz|top|tv|group|dog|de|uk|fr|es|it|nl|pl|ru|br|in|cn|jp|kr|au|ca|us|eu|ch|at|se|no|dk|pt|mx|ar|tr|ua"
)
_WITH_PATH = (
    r"t\.me|wa\.me|telegram\.me|telegram\.dog|discord\.gg|linktr\.ee|paypal\.me|cash\.app|"
    r"venmo\.com|onlyfans\.com|fansly\.com|signal\.me|line\.me|m\.me|ig\.me|bit\.ly|tinyurl\.com|"
    r"wa\.link|join\.skype\.com"
)
_DEEP = (
    r"chat\.whatsapp\.com|discord\.com/invite|snapchat\.com/add|signal\.group|"
    r"discordapp\.com/invite|api\.whatsapp\.com/send|web\.telegram\.org/k"
)
_INVITE = LazyPattern(
    rf"(?<![a-z0-9_.\-@])(?:www\.)?(?:(?:{_WITH_PATH})/[\w@+]|(?:{_DEEP})(?![\w\-]))"
)
_LINK = LazyPattern(
    r"(?<![a-z0-9_])https?://[^\s<>\"]+|(?<![a-z0-9_.@\-])www\.[\w\-]+\.[^\s<>\"]+"
    r"|(?<![a-z0-9_.@\-/])[a-z0-9][a-z0-9\-]*+\.(?:[a-z0-9][a-z0-9\-]*+\.)*"
    rf"(?:{_ENDINGS})(?=/|(?![a-z0-9_\-@]|\.[a-z0-9_]))(?:/\S*+)?"
)
# An invitation in parts: its dot and slash apart from the words, in brackets or spelled.
_DOT = (
    rf"(?:\s?\.\s?|\s?[(\[{{<*]\s?(?:\.|{words.DOT_WORDS})\s?[)\]}}>*]\s?"
    rf"|\s(?:{words.DOT_WORDS})\s)"
)
_APART = LazyPattern(
    rf"(?<![\w.\-@'’])(?:(?:t|wa|m|telegram|line|signal|ig){_DOT}me|(?:discord|bit|linktr){_DOT}(?:gg|ly|ee))"
    r"(?:\s?/\s?|\s(?:slash|barra|schragstrich)\s)[\w@+]\S{0,256}+"
)
_SPOKEN_DOT = LazyPattern(
    rf"\s?[(\[{{<*|]\s?(?P<mark>{words.DOT_WORDS}|\.)\s?[)\]}}>*|]\s?|\s(?:{words.DOT_WORDS})\s"
)
_SURE = LazyPattern(
    r"(?:com|net|org)\b(?!\s(?:bubble|boom|era|crash|compan|bust|stock|startup|craze))"
)
_ANY = LazyPattern(r"(?:io|me|gg|app|co|info|xyz|tv|de|ru|uk|fr)\b")
_HOST_BEFORE = LazyPattern(r"[a-z0-9\-]{3,63}")
_DOT_HINT = LazyPattern(r"\.(?=[a-z])|//")
_APART_HINT = LazyPattern(
    r"\.\s?(?:me|gg|ly|ee)\s?/|[(\[{<*|]\s?(?:dot|punto|punkt|\.)\s?[)\]}>*|]"
)
_NO_HOSTS_WORDS = (
    "company business corporate domain something anything whatever "
    "the polka this that each every red blue green black white yellow quantum one two big small "
    "first second last next connect with and from old new late early whole entire after before "
    "during since asp ado vb amazon google youtube netflix ebay wikipedia yahoo dot"
)
_NO_HOSTS = frozenset(_NO_HOSTS_WORDS.split())
_GOING = LazyPattern(
    r"\b(?:visit|goto|go\sto|check|see|find|open|site|website|page|link|join|at|on)\b"
)


def link_signals(view: View) -> Iterator[Signal]:
    """An invitation is a way out by itself; other links are often harmless."""
    text = view.text
    if _DOT_HINT.search(text):
        yield from _links(text)
    spoken = not words.DOT_HINTS.isdisjoint(view.hints)
    if spoken or (view.signs and _APART_HINT.search(text)):
        for match in islice(_APART.finditer(text), MOST_SIGNALS):
            yield Signal("invite", *match.span(), 0.9)
        yield from islice(_hidden(text), MOST_SIGNALS)


def _links(text: str) -> Iterator[Signal]:
    links = invites = 0
    for match in _LINK.finditer(text):
        if _INVITE.search(text, *match.span()):
            invites += 1
            yield Signal("invite", *match.span(), 0.9)
        elif links < MOST_SIGNALS:
            links += 1
            yield Signal("link", *match.span(), 0.4)
        if invites == MOST_SIGNALS:
            return


def _hidden(text: str) -> Iterator[Signal]:
    for dot in _SPOKEN_DOT.finditer(text):
        host = before(text, dot.start(), _HOST_BEFORE)
        if not host.strip("-") or host in _NO_HOSTS:
            continue
        ending = _SURE.match(text, dot.end())
        if ending is None and (dot["mark"] or _goes(text, dot.start() - len(host))):
            ending = _ANY.match(text, dot.end())
        if ending:
            yield Signal("link", dot.start() - len(host), ending.end(), 0.6)


def _goes(text: str, place: int) -> bool:
    return bool(_GOING.search(text, max(0, place - 16), place))
