"""E-mail addresses, links and accounts elsewhere, plain and obfuscated, in folded text."""

from __future__ import annotations

import re

from common.engines.circumvention.signals import LazyPattern, Signal, first_of_each_place
from common.text.folding import Folded

_ENDINGS = (
    "com|net|org|info|biz|io|co|me|app|dev|gg|ly|ee|link|live|chat|site|online|shop|store|club|"
    "xyz|top|tv|de|uk|fr|es|it|nl|pl|ru|br|in|cn|jp|kr|au|ca|us|eu|ch|at|se|no|dk|pt|mx|ar|tr|ua"
)
_MAILERS = "gmail|googlemail|yahoo|hotmail|outlook|icloud|proton|protonmail|aol|gmx|yandex|qq|live"
_AT_MARK = r"\s*(?:@|[(\[{<*_\-|]\s*(?:at|arroba|@)\s*[)\]}>*_\-|])\s*"
_AT_WORD = r"\s+(?:at|arroba)\s+"
_DOT_MARK = r"\s*[(\[{<*_\-|]\s*(?:dot|punto|punkt|\.)\s*[)\]}>*_\-|]\s*"
_DOT_WORD = r"\s+(?:dot|punto|punkt)\s+"
_DOT_ANY = rf"(?:{_DOT_MARK}|{_DOT_WORD}|\s*\.\s*)"
_NAME = r"[a-z0-9][a-z0-9._+\-]*"

_EMAIL = LazyPattern(r"(?<![\w.+\-])[\w.+\-]+@(?:[^\W_][\w\-]*\.)+[^\W\d_]{2,}")
_HIDDEN_EMAIL = LazyPattern(
    rf"\b{_NAME}(?:{_DOT_WORD}{_NAME})?(?:"
    rf"{_AT_MARK}[a-z0-9\-]{{2,}}{_DOT_ANY}(?:{_ENDINGS})\b"
    rf"|{_AT_WORD}[a-z0-9\-]{{2,}}(?:{_DOT_MARK}|{_DOT_WORD})(?:{_ENDINGS})\b"
    rf"|(?:{_AT_WORD}|{_AT_MARK}|\s+)(?:{_MAILERS})(?:{_DOT_ANY}|\s+)(?:com|de|fr|net|me|ru)\b"
    rf"|(?:{_AT_MARK}|{_AT_WORD})(?:{_MAILERS})\b)"
)
_SPELLED_EMAIL = LazyPattern(
    rf"(?<!\w)\w(?: \w){{2,}}{_AT_MARK}(?:\w ){{2,}}(?:\.|dot)(?: ?\w){{2,4}}(?!\w)"
)
_INVITES = (
    r"t\.me|wa\.me|wa\.link|telegram\.me|chat\.whatsapp\.com|discord\.gg|discord\.com/invite|"
    r"linktr\.ee|paypal\.me|cash\.app|venmo\.com|onlyfans\.com|fansly\.com|snapchat\.com/add|"
    r"signal\.me|signal\.group|line\.me|m\.me|ig\.me|bit\.ly|tinyurl\.com|join\.skype\.com"
)
_INVITE = LazyPattern(rf"(?<![\w.\-])(?:https?://)?(?:www\.)?(?:{_INVITES})(?:/\S*)?(?![\w\-])")
_LINK = LazyPattern(
    rf"\bhttps?://[^\s<>\"]+|(?<![\w.@\-])www\.[\w\-]+\.[^\s<>\"]+"
    rf"|(?<![\w.@\-/])(?:[a-z0-9][a-z0-9\-]*\.)+(?:{_ENDINGS})(?=/|(?![\w\-@]|\.\w))(?:/\S*)?"
)
_HIDDEN_LINK = LazyPattern(
    rf"\b(?!(?:the|a)\b)[a-z0-9\-]{{3,}}(?:{_DOT_MARK}|{_DOT_WORD})(?:com|net|org|io|me|gg|app|co)\b"
)

# An invitation is a way out by itself; other links are often harmless.
_DOTTED = (("invite", 0.9, _INVITE), ("link", 0.4, _LINK))
_HIDDEN = (("email", 0.9, _HIDDEN_EMAIL), ("email", 0.9, _SPELLED_EMAIL))
_DOT_WORDS = frozenset({"dot", "punto", "punkt"})
_HINTS = _DOT_WORDS | {"arroba", *_MAILERS.split("|")}
_AT_HINT = re.compile(
    r"@\s|\s@(?=[\w\-]+(?:\.|\s?[(\[]|\sdot))|[(\[{<*_|\-]\s?(?:at|@)\s?[)\]}>*_|\-]"
)
_DOT_HINT = re.compile(r"\.(?=[a-z])|//")


def contact_signals(folded: Folded) -> list[Signal]:
    text = folded.text
    patterns: list[tuple[str, float, LazyPattern]] = []
    if "@" in text:
        patterns.append(("email", 0.9, _EMAIL))
    if not _HINTS.isdisjoint(folded.tokens) or _AT_HINT.search(text):
        patterns += _HIDDEN
    if _DOT_HINT.search(text):
        patterns += _DOTTED
    if not _DOT_WORDS.isdisjoint(folded.tokens):
        patterns.append(("link", 0.6, _HIDDEN_LINK))
    return first_of_each_place(
        Signal(kind, *match.span(), probability)
        for kind, probability, pattern in patterns
        for match in pattern.finditer(text)
    )
