"""E-mail addresses, plain and obfuscated, each looked for around its at sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from common.engines.circumvention import words
from common.engines.circumvention.endings import is_ending
from common.engines.circumvention.signals import MOST_SIGNALS, LazyPattern, Signal, before
from common.engines.circumvention.views import View

_OPEN, _CLOSE = r"[(\[{<【〔「*_|\-]", r"[)\]}>】〕」*_|\-]"
_SPOKEN_DOT = rf"(?:{words.DOT_WORDS})"
_DOT = (
    rf"(?:\s?{_OPEN}\s?(?:{_SPOKEN_DOT}|\.)\s?{_CLOSE}\s?|\s{{1,2}}{_SPOKEN_DOT}\s{{1,2}}|\s?\.\s?"
    r"|,(?=(?:com|net|org|de|fr|ru)(?!\w))"
    rf"|\s?[(\[{{<]\s?(?:\.|{_SPOKEN_DOT})\s?(?=[a-z]{{2,6}}\s?[)\]}}>]))"
)
_LABEL = rf"[^\W_]{{1,63}}+(?:-(?!(?:{words.DOT_WORDS})-)[^\W_]{{1,63}}+){{0,8}}+"
_AT_MARK = LazyPattern(rf"{_OPEN}\s?(?:at|a\st|arroba|@)\s?{_CLOSE}")
_AT_WORD = LazyPattern(rf"(?<=\s)(?:{words.AT_WORDS})(?=\s)")
_HOST = LazyPattern(rf"\s?((?:{_LABEL}{_DOT}){{1,5}}?)([a-z]{{2,12}}|[^\W\d_a-z]{{2,12}})(?![\w])")
_MAILER_ALONE = LazyPattern(
    rf"\s?(?:{words.CLEAR_MAILERS})(?:\s(?P<ending>com|de|fr|net|ru|es|it))?(?!\w)"
)
_PLAIN_HOST = LazyPattern(r"(?:[^\W_](?:[\w\-]{0,61}+)\.){1,10}+[^\W\d_]{2,24}+(?![\w\-])")
_BARE_MAILER = LazyPattern(
    rf"(?<=\s)(?P<mailer>{words.CLEAR_MAILERS}|outlook|proton|aol)(?:\s(?:{_SPOKEN_DOT}\s)?|{_DOT})"
    r"(?:com|de|fr|net|me|ru|es|it|co)(?!\w)"
)

# Written for the text reversed, from the at sign on.
_NAME_BEFORE = LazyPattern(r"\s{0,2}(?:[\w.+\-]{0,63}[^\W_]|[^\W_])")
_DOTTED_NAME = LazyPattern(
    rf"\s{{0,2}}[^\W_]+\s(?:{'|'.join(w[::-1] for w in words.DOT_WORDS.split('|'))})\s[^\W_]+"
)
_LOCAL_BEFORE = LazyPattern(r"[\w.+\-]{1,64}")
_CHUNK_BEFORE = LazyPattern(r"\S{1,300}")

_CUE = LazyPattern(
    r"\b(?:e-?mails?|mails?|mailto|write|reach|contact|hmu|ping|adres|adresse|address|schreib\w*|"
    r"escribe\w*|correo|ecris|ecrivez|eposta|poczta|kontakt|gmail|hotmail)\b"
)
_IN_URL = LazyPattern(
    r"[a-z][a-z0-9+\-]{1,20}://|^www\.|^[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,12}(?::\d+)?/"
)
_SHELL = LazyPattern(
    r"\b(?:ssh|scp|sftp|mosh|rsync|sshfs|ssh-copy-id|git|cvs|svn|docker|npx?|yarn|pip)\b"
)
_REMOTE_PATH = LazyPattern(r":[\w~./\-]*[/~]|:[\w.\-]+\.git\b|:\d{2,5}/")
_ASSET = LazyPattern(r"\d{1,2}x\.")
_VERSION = LazyPattern(r"v?\d+(?:\.\d+)+[\w.\-]*\.")
_BLANKS = LazyPattern(r"[\w.\s\-]+")
_BRACKET = LazyPattern(r"[(\[{<]")
_PLAIN = LazyPattern(r"[\w.\-]+")
_FIRST_LABEL = LazyPattern(r"[^\W_]+")
_MAILER = LazyPattern(rf"(?:{words.MAILERS})")
_CLEAR = LazyPattern(rf"(?:{words.CLEAR_MAILERS})")
_SURE_ENDINGS_WORDS = "com net org info biz edu gov example de fr ru uk nl pl"
_SURE_ENDINGS = frozenset(_SURE_ENDINGS_WORDS.split())


def email_signals(view: View) -> Iterator[Signal]:
    text = view.text
    found: Iterator[Signal] = iter(())
    if "@" in text:
        found = chain(found, _plain(text))
    if view.signs or (not text.isascii() and any(bracket in text for bracket in "【〔「")):
        found = chain(found, _hidden(text, _signs(text)))
        found = chain(found, _hidden(text, _matches("mark", _AT_MARK, text)))
    mailer = not words.AT_HINTS.isdisjoint(view.hints)
    if mailer or not words.DOT_HINTS.isdisjoint(view.hints):
        found = chain(found, _hidden(text, _matches("word", _AT_WORD, text)))
    if mailer:
        found = chain(found, _at_a_mailer(text))
    return islice(found, MOST_SIGNALS)


def _signs(text: str) -> Iterator[_At]:
    place = text.find("@")
    while place >= 0:
        yield _At("sign", place, place + 1)
        place = text.find("@", place + 1)


def _matches(kind: str, pattern: LazyPattern, text: str) -> Iterator[_At]:
    return (_At(kind, *match.span()) for match in pattern.finditer(text))


class _At(NamedTuple):
    """What stands for the at sign: itself, in brackets (`mark`), or a word."""

    kind: str
    start: int
    end: int


def _plain(text: str) -> Iterator[Signal]:
    place = text.find("@")
    while place >= 0:
        local = before(text, place, _LOCAL_BEFORE)
        host = _PLAIN_HOST.match(text, place + 1) if local else None
        if host and is_ending(host.group().rpartition(".")[2]):
            start = place - len(local)
            if not _part_of_something_else(text, start, local, host):
                yield Signal("email", start, host.end(), 0.9)
        place = text.find("@", place + 1)


def _part_of_something_else(text: str, start: int, local: str, host: re.Match[str]) -> bool:
    """Of a link, a git or ssh address, a package with its version, an image's name."""
    name = host.group()
    mailer = bool(_MAILER.fullmatch(name.partition(".")[0]))
    chunk = before(text, start, _CHUNK_BEFORE, 300)
    if _IN_URL.search(chunk):
        # Nobody logs in to a mailer's web site this way: it is an address in the shape of a link.
        return not (mailer and chunk.endswith("://"))
    if _ASSET.match(name) or _VERSION.match(name) or local.strip(".-+_") == "":
        return True
    if _REMOTE_PATH.match(text, host.end()):
        return True
    return not mailer and (local == "git" or bool(_SHELL.search(text, max(0, start - 50), start)))


def _hidden(text: str, ats: Iterator[_At]) -> Iterator[Signal]:
    for at in ats:
        host = _HOST.match(text, at.end)
        if host and not is_ending(host.group(2)):
            host = None
        alone = _MAILER_ALONE.match(text, at.end)
        if not host and not alone:
            continue
        name = before(text, at.start, _DOTTED_NAME) or before(text, at.start, _NAME_BEFORE)
        start = at.start - len(name)
        if not name.strip():
            continue
        if host and _hides(text, at, host, name, start):
            yield Signal("email", start, host.end(), 0.9)
        elif alone and _is_somebody(text, "mark" if alone["ending"] else at.kind, name, start):
            yield Signal("email", start, alone.end(), 0.9)


def _hides(text: str, at: _At, host: re.Match[str], name: str, start: int) -> bool:
    written = host.group().strip()
    plain = bool(_PLAIN.fullmatch(written))
    first = _FIRST_LABEL.match(written)
    mailer = bool(first and _MAILER.fullmatch(first.group()))
    spaced = name[-1].isspace() or text[at.end : at.end + 1].isspace()
    if at.kind == "sign":
        if plain and not spaced:
            return False
        if plain and not mailer:
            return handle_or_cue(text, name, start)
        only_blanks = bool(_BLANKS.fullmatch(written)) and not _SPOKEN.search(written)
        return mailer or not only_blanks or host.group(2) in _SURE_ENDINGS
    if at.kind == "mark":
        in_a_word = text[at.start] in "-_*" and plain
        return mailer or not in_a_word
    if name.strip() in words.ORDINARY:
        return False
    if mailer or (plain and _CUE.search(text, max(0, start - 40), start)):
        return True
    return not plain and bool(_SPOKEN.search(written) or _BRACKET.search(written))


_SPOKEN = LazyPattern(rf"\b{_SPOKEN_DOT}\b")


def _is_somebody(text: str, kind: str, name: str, start: int) -> bool:
    """Whether `name` at a mailer, without an ending, can be an address."""
    if name.strip() in words.ORDINARY:
        return False
    return kind != "word" or handle_or_cue(text, name, start)


def handle_or_cue(text: str, name: str, start: int) -> bool:
    return words.handle_like(name.strip()) or (
        name.strip() not in words.ORDINARY and bool(_CUE.search(text, max(0, start - 40), start))
    )


def _at_a_mailer(text: str) -> Iterator[Signal]:
    """`johndoe gmail com`, without any at."""
    for mailer in _BARE_MAILER.finditer(text):
        name = before(text, mailer.start(), _NAME_BEFORE)
        start = mailer.start() - len(name)
        word = name.strip()
        if not word or word in words.ORDINARY or word in words.AT_WORDS.split("|"):
            continue
        plain = mailer.group().startswith(f"{mailer['mailer']}.")
        if not plain or handle_or_cue(text, name, start):
            yield Signal("email", start, mailer.end(), 0.9)
