"""Block lists of domains and e-mail addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from common.engines.block_list.hits import Hit, Matcher
from common.engines.block_list.substrings import UNSPACED
from common.text.folding import Folded
from common.text.hosts import LOCAL, STOP, Hosted, Run, email_entry, host_name, unicode_host

_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.\-]*://|//|\*?\.)")
_LONGEST = 253
_LONGEST_LOCAL = 64
_USER = re.compile(r":[^\s/@]{0,256}@")
_ENDING = re.compile(r"[^\W\d_][\w\-]{1,62}")
_MARKS = "_*~.+-"


def domain_matcher(domains: Iterable[str], *, allowed: bool) -> Matcher:
    listed = _Domains(_readable(domains, domain_entry))

    def find(folded: Folded) -> Iterator[Hit]:
        if not STOP.search(folded.original):
            return
        hosted = Hosted(folded.original)
        for run in hosted.runs():
            # In front of an at sign stands a name, not a host.
            if run.after == "@" or (run.after == ":" and _is_user(hosted.text, run)):
                continue
            if allowed and _ends_a_sentence(hosted, run):
                continue
            for found in listed.others(run) if allowed else listed.found(run):
                start = run.start + found.start
                yield *hosted.original_span(start, run.start + found.end), found.entry

    return find


def email_matcher(addresses: Iterable[str], *, allowed: bool) -> Matcher:
    """A list entry is an address or, as `@example.com` or `example.com`, a whole domain."""
    entries = list(_readable(addresses, email_entry))
    listed = frozenset(entry for entry in entries if "@" in entry)
    domains = _Domains(entry for entry in entries if "@" not in entry)

    def find(folded: Folded) -> Iterator[Hit]:
        if "@" not in folded.text:
            return
        hosted = Hosted(folded.original)
        for local_end in _at_signs(hosted.text):
            run = hosted.run_at(local_end + 1)
            local = _local_part(hosted.text, local_end) if run else ""
            if run is None or not local:
                continue
            hit = _address(local, run, listed) or _at_domain(local, run, domains)
            if (hit is None) == allowed:
                hit = hit or _whole(local, run)
                start = local_end - hit.start
                yield *hosted.original_span(start, run.start + hit.end), hit.entry

    return find


def domain_entry(entry: str) -> str:
    """Of a domain or a link to it. Raises ValueError for what is neither."""
    domain = _SCHEME.sub("", entry.strip().lower())
    host = re.split(r"[/?#]", domain, maxsplit=1)[0].rpartition("@")[2].partition(":")[0]
    try:
        return host_name(host.removeprefix("www."))
    except ValueError:
        raise ValueError(f"not a domain: {entry!r}") from None


def _readable(entries: Iterable[str], read: Callable[[str], str]) -> Iterator[str]:
    """Without those that were saved before they were read."""
    for entry in entries:
        with suppress(ValueError):
            yield read(entry)


class _Found(NamedTuple):
    """From `start` to `end` of a run; for an address `start` counts back from its at sign."""

    start: int
    end: int
    entry: str


class _Domains:
    def __init__(self, entries: Iterable[str]) -> None:
        self._listed = frozenset(entries)
        self._sizes = sorted(set(map(len, self._listed)), reverse=True)
        self._endings = frozenset(entry.rpartition(".")[2] for entry in self._listed)
        self._ending_sizes = sorted(set(map(len, self._endings)))

    def found(self, run: Run) -> Iterator[_Found]:
        """At each place where a name may end, the longest that is listed."""
        text = unicode_host(run.text)
        for end in self._ends(text):
            entry = self._listed_up_to(text, end)
            if entry:
                decoded = text != run.text
                yield (
                    _Found(0, len(run.text), entry)
                    if decoded
                    else _Found(_first(text, end - len(entry)), end, entry)
                )

    def others(self, run: Run) -> Iterator[_Found]:
        """The whole, unless a domain that it ends with is listed."""
        text = unicode_host(run.text)
        start, end = _ends_of_scripts(text)
        ending = text[text.rfind(".", 0, end) + 1 : end]
        if not _ENDING.fullmatch(ending):
            return
        if not (self._listed_up_to(text, end) or self._listed_up_to(text, len(text))):
            decoded = text != run.text
            yield _Found(0, len(run.text), text) if decoded else _Found(start, end, text[start:end])

    def covers(self, run: Run) -> str | None:
        return next((found.entry for found in self.found(run)), None)

    def _ends(self, text: str) -> Iterator[int]:
        if text.rpartition(".")[2] in self._endings:
            yield len(text)
        if text.isascii():
            return
        dot = text.find(".")
        while dot >= 0:
            for size in self._ending_sizes:
                end = dot + 1 + size
                if end >= len(text):
                    break
                if text[dot + 1 : end] in self._endings and _is_boundary(text, end):
                    yield end
            dot = text.find(".", dot + 1)

    def _listed_up_to(self, text: str, end: int) -> str | None:
        for size in self._sizes:
            start = end - size
            if start >= 0 and _begins(text, start) and text[start:end] in self._listed:
                return text[start:end]
        return None


def _first(text: str, start: int) -> int:
    """Where the name begins whose part from `start` on is listed: with its subdomains."""
    if start == 0 or text[start - 1] != ".":
        return start
    first = max(0, start - _LONGEST)
    return first + _glued_start(text[first:start])


def _begins(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "." or _is_boundary(text, start)


def _is_boundary(text: str, place: int) -> bool:
    """Between scripts, and anywhere in those that have no blanks."""
    if text.isascii():
        return False
    before, after = text[place - 1], text[place : place + 1]
    if after in (".", "-", "") or before in (".", "-"):
        return after == ""
    unspaced = UNSPACED.match(before) or UNSPACED.match(after)
    return bool(unspaced) or _is_latin(before) != _is_latin(after)


def _is_latin(char: str) -> bool:
    return char < "\u0250" or "\u1e00" <= char < "\u1f00" or unicodedata.combining(char) > 0


def _ends_of_scripts(text: str) -> tuple[int, int]:
    """The name without what is glued to it in another script."""
    if text.isascii():
        return 0, len(text)
    last = text.rfind(".") + 1
    end = last
    while end < len(text) and _is_latin(text[end]):
        end += 1
    end = end if end > last else len(text)
    return _glued_start(text), end


def _glued_start(text: str) -> int:
    if text.isascii():
        return 0
    start = first = text.find(".")
    while start > 0 and _is_latin(text[start - 1]):
        start -= 1
    return start if 0 < start < first else 0


def _ends_a_sentence(hosted: Hosted, run: Run) -> bool:
    """The full stop of a script without blanks, and not between the labels of a name."""
    dot = run.start + run.text.rfind(".")
    place, _ = hosted.original_span(dot, dot + 1)
    return hosted.original[place] != "." and not run.text.rpartition(".")[2].isascii()


def _at_signs(text: str) -> Iterator[int]:
    place = text.find("@")
    while place >= 0:
        yield place
        place = text.find("@", place + 1)


def _is_user(text: str, run: Run) -> bool:
    """`evil.com:password@` in front of a host."""
    return _USER.match(text, run.start + len(run.text)) is not None


def _local_part(text: str, end: int) -> str:
    match = LOCAL.match(text[max(0, end - _LONGEST_LOCAL) : end][::-1])
    return match.group()[::-1] if match else ""


def _address(local: str, run: Run, listed: frozenset[str]) -> _Found | None:
    """The longest that is listed, of those that may stand there."""
    if not listed:
        return None
    text = unicode_host(run.text)
    hosts = dict.fromkeys((text, text[: _ends_of_scripts(text)[1]]))
    for name in _names(local):
        for host in hosts:
            if f"{name}@{host}" in listed:
                end = len(host) if text == run.text else len(run.text)
                return _Found(len(name), end, f"{name}@{host}")
    return None


def _names(local: str) -> Iterator[str]:
    """The local part, without Markdown's marks, and without what is glued to it."""
    yield local
    bare = local.lstrip(_MARKS)
    if bare != local:
        yield bare
    if not local.isascii():
        for place in range(1, len(local)):
            if _is_boundary(local, place):
                yield local[place:]


def _at_domain(local: str, run: Run, domains: _Domains) -> _Found | None:
    entry = domains.covers(run)
    return _whole(local, run)._replace(entry=entry) if entry else None


def _whole(local: str, run: Run) -> _Found:
    text = unicode_host(run.text)
    end = _ends_of_scripts(text)[1] if text == run.text else len(run.text)
    name = _bare(local)
    return _Found(len(name), end, f"{name}@{text if text != run.text else text[:end]}")


def _bare(local: str) -> str:
    names: Sequence[str] = list(_names(local))
    return names[-1] if not local.isascii() and names[-1].isascii() else names[0]
