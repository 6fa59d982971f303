"""The strings of a text that spam is known by, each in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from common.domain.spam_string import LONGEST_VALUE, SpamKind
from common.engines.circumvention.emails import email_signals
from common.engines.circumvention.endings import is_ending
from common.engines.circumvention.phones import phone_signals
from common.engines.circumvention.signals import Signal, first_of_each_place
from common.engines.circumvention.views import view
from common.engines.floods.fingerprints import identity
from common.text.folding import Folded
from common.text.hosts import STOP, Hosted, email_entry, host_name, unicode_host

MOST_STRINGS = 40
"""Of one content; what more of them there are, nobody reads."""
_LONGEST_READ = 20_000
_PATH = re.compile(r"(?::\d{1,5})?(/[^\s<>\"'`]{1,400})")
_TRAILING = ".,;:!?)]}>*_~"
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.\-]{0,20}://|//)", re.IGNORECASE)
_NOT_DIGITS = re.compile(r"\D+")
_SHORTEST_NUMBER, _LONGEST_NUMBER = 7, 15


class SpamText(NamedTuple):
    """`identity` is the same for the same string, `value` is how people read it."""

    kind: SpamKind
    identity: str
    value: str


class Link(NamedTuple):
    """A host, or a host and what follows it, and its place in the text."""

    kind: Literal["domain", "url"]
    value: str
    start: int
    end: int


class Place(NamedTuple):
    kind: Literal["phone", "email"]
    start: int
    end: int


def strings_in(texts: Iterable[str], region: str | None, min_text_length: int) -> list[SpamText]:
    """Each once, in the order of the texts. `region` is the country of numbers without a code."""
    found = (each for text in texts for each in _strings(text, region, min_text_length))
    return [*islice(dict.fromkeys(found), MOST_STRINGS)]


def entry_of(kind: SpamKind, text: str) -> SpamText:
    """Of one string that stands alone. Raises ValueError, saying what it is not."""
    value = text.strip()[:LONGEST_VALUE]
    if kind == "domain":
        name = host_name(_host_of(value))
        if "." not in name:
            raise ValueError(f"not a domain: {text!r}")
        return SpamText(kind, name, name)
    if kind == "url":
        found = [each.value for each in links(value) if each.kind == "url"]
        if len(found) != 1:
            raise ValueError(f"not a link with a path: {text!r}")
        return SpamText(kind, found[0], found[0])
    if kind == "email":
        address = email_entry(value)
        if "@" not in address:
            raise ValueError(f"not an e-mail address: {text!r}")
        return SpamText(kind, address, address)
    if kind == "phone":
        number = _number(value, None)
        if number is None:
            raise ValueError(f"not a telephone number: {text!r}")
        return SpamText(kind, number, number)
    digest = identity(text)
    if not digest:
        raise ValueError(f"nothing that can be compared: {text!r}")
    return SpamText(kind, digest, value)


def _strings(text: str, region: str | None, min_text_length: int) -> Iterator[SpamText]:
    text = text[:_LONGEST_READ]
    yield from (SpamText(each.kind, each.value, each.value) for each in links(text))
    yield from contacts(Folded(text), region)
    if len(text.strip()) >= min_text_length:
        digest = identity(text)
        if digest:
            yield SpamText("text", digest, text.strip()[:LONGEST_VALUE])


def links(text: str) -> Iterator[Link]:
    """Hosts, and the whole links where something follows the host."""
    if not STOP.search(text):
        return
    hosted = Hosted(text)
    for run in hosted.runs():
        host = unicode_host(run.text).removeprefix("www.")
        if "@" in (run.before, run.after) or not is_ending(host.rpartition(".")[2]):
            continue
        end = run.start + len(run.text)
        yield Link("domain", host, *hosted.original_span(run.start, end))
        path = _PATH.match(hosted.text, end)
        rest = path.group(1).partition("#")[0].rstrip(_TRAILING).rstrip("/") if path else ""
        if path and rest:
            span = hosted.original_span(run.start, path.end())
            yield Link("url", f"{host}{rest}"[:LONGEST_VALUE], *span)


def contacts(folded: Folded, region: str | None) -> Iterator[SpamText]:
    """Telephone numbers and e-mail addresses."""
    for kind, start, end in places(folded, region):
        written = folded.original[start:end]
        value = _number(written, region) if kind == "phone" else _address(written)
        if value is not None:
            yield SpamText(kind, value, value)


def places(folded: Folded, region: str | None) -> Iterator[Place]:
    """Where telephone numbers and e-mail addresses stand in the original text."""
    seen = view(folded)
    found: list[tuple[Literal["phone", "email"], Iterator[Signal]]] = [
        ("email", email_signals(seen)),
        ("phone", phone_signals(seen, region)),
    ]
    for kind, signals in found:
        for signal in first_of_each_place(signals):
            span = folded.original_span(*seen.folded_span(signal.start, signal.end))
            yield Place(kind, *span)


def _address(written: str) -> str | None:
    """None for one that is written so that it has to be guessed."""
    try:
        address = email_entry(written)
    except ValueError:
        return None
    return address if "@" in address else None


def _number(written: str, region: str | None) -> str | None:
    """With the country's code and a plus where it is known, else its digits."""
    import phonenumbers

    digits = _NOT_DIGITS.sub("", written)
    if not _SHORTEST_NUMBER <= len(digits) <= _LONGEST_NUMBER:
        return None
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(number):
        return digits
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _host_of(value: str) -> str:
    bare = _SCHEME.sub("", value)
    return re.split(r"[/?#:]", bare, maxsplit=1)[0].removeprefix("www.")
