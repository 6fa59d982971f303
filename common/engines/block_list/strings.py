"""The spam manager's lists: strings of several kinds, each looked for as its kind is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from common.domain.spam_string import SPAM_KINDS, SpamKind
from common.engines.block_list.domains import domain_matcher, email_matcher
from common.engines.block_list.hits import Hit, Matcher
from common.engines.floods.fingerprints import identity_of
from common.engines.spam_strings import links, places
from common.text.folding import Folded

_NOT_DIGITS = re.compile(r"\D+")
_SHORTEST_NUMBER = 7
_LONGEST_CODE = 3
_MORE = ("", "/", "?", "&")
"""What may stand behind a link that another one covers."""


def strings_matcher(entries: Iterable[str]) -> Matcher:
    """Of entries as `KIND:STRING`; a hit names the entry."""
    kinds = _by_kind(entries)
    matchers = [_MATCHERS[kind](listed) for kind, listed in kinds.items() if kind in _MATCHERS]
    domains = domain_matcher(kinds["domain"], allowed=False) if "domain" in kinds else None
    emails = email_matcher(kinds["email"], allowed=False) if "email" in kinds else None

    def find(folded: Folded) -> Iterator[Hit]:
        for kind, matcher in (("domain", domains), ("email", emails)):
            for start, end, entry in matcher(folded) if matcher is not None else ():
                yield start, end, f"{kind}:{entry}"
        for matcher in matchers:
            yield from matcher(folded)

    return find


def split_entry(entry: str) -> tuple[SpamKind, str]:
    """Raises ValueError for one that is of no kind."""
    kind, _, value = entry.partition(":")
    if kind not in SPAM_KINDS or not value:
        raise ValueError(f"not KIND:STRING: {entry!r}")
    return kind, value


def _by_kind(entries: Iterable[str]) -> Mapping[SpamKind, list[str]]:
    found: dict[SpamKind, list[str]] = defaultdict(list)
    for entry in entries:
        kind, value = split_entry(entry)
        found[kind].append(value)
    return found


def _urls(listed: Iterable[str]) -> Matcher:
    """A link covers what has more behind it."""
    wanted = frozenset(listed)
    sizes = sorted({len(each) for each in wanted}, reverse=True)

    def find(folded: Folded) -> Iterator[Hit]:
        for each in links(folded.original):
            link = each.value if each.kind == "url" else ""
            covered = (link[:size] for size in sizes if link[size : size + 1] in _MORE)
            entry = next((part for part in covered if part in wanted), None)
            if entry is not None:
                yield each.start, each.end, f"url:{entry}"

    return find


def _phones(listed: Iterable[str]) -> Matcher:
    """By their last digits: a text may leave out the country's code."""
    by_end: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entry in listed:
        number = _NOT_DIGITS.sub("", entry)
        by_end[number[-_SHORTEST_NUMBER:]].append((number, entry))

    def find(folded: Folded) -> Iterator[Hit]:
        for kind, start, end in places(folded, None):
            if kind == "phone":
                digits = _NOT_DIGITS.sub("", folded.original[start:end]).lstrip("0")
                for number, entry in by_end.get(digits[-_SHORTEST_NUMBER:], ()):
                    if _is_same(number, digits):
                        yield start, end, f"phone:{entry}"

    return find


def _is_same(number: str, digits: str) -> bool:
    shorter, longer = sorted((number, digits), key=len)
    return len(longer) - len(shorter) <= _LONGEST_CODE and longer.endswith(shorter)


def _texts(listed: Iterable[str]) -> Matcher:
    wanted = frozenset(listed)

    def find(folded: Folded) -> Iterator[Hit]:
        digest = identity_of(folded)
        if digest in wanted:
            yield 0, len(folded.original), f"text:{digest}"

    return find


_MATCHERS = {"url": _urls, "phone": _phones, "text": _texts}
