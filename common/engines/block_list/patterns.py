"""Block lists of domains and e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from common.engines.block_list.hits import Hit, Matcher
from common.text.folding import Folded

_LABEL = r"[^\W_](?:[\w\-]{0,61}[^\W_])?"
_DOMAIN = re.compile(rf"(?<![\w.\-@])(?:{_LABEL}\.)+[^\W\d_][\w\-]{{1,62}}(?![\w\-@])")
_EMAIL = re.compile(rf"(?<![\w.+\-])[\w.+\-]+@((?:{_LABEL}\.)+[^\W\d_][\w\-]{{1,62}})(?![\w\-])")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*://|^//|^\*?\.")


def domain_matcher(domains: Iterable[str], *, allowed: bool) -> Matcher:
    listed = frozenset(map(_domain, domains))

    def find(folded: Folded) -> Iterator[Hit]:
        if "." not in folded.text:
            return
        for match in _DOMAIN.finditer(folded.text):
            found = _listed_domain(match.group(), listed)
            if (found is None) == allowed:
                yield *folded.original_span(*match.span()), found or match.group()

    return find


def email_matcher(addresses: Iterable[str], *, allowed: bool) -> Matcher:
    """A list entry is an address or, as `@example.com` or `example.com`, a whole domain."""
    listed = frozenset(address.strip().casefold().removeprefix("@") for address in addresses)

    def find(folded: Folded) -> Iterator[Hit]:
        if "@" not in folded.text:
            return
        for match in _EMAIL.finditer(folded.text):
            address = match.group()
            found = address if address in listed else _listed_domain(match.group(1), listed)
            if (found is None) == allowed:
                yield *folded.original_span(*match.span()), found or address

    return find


def _domain(entry: str) -> str:
    domain = _SCHEME.sub("", entry.strip().casefold())
    return re.split(r"[/?#:]", domain, maxsplit=1)[0].removeprefix("www.").rstrip(".")


def _listed_domain(domain: str, listed: frozenset[str]) -> str | None:
    labels = domain.split(".")
    parents = (".".join(labels[i:]) for i in range(len(labels)))
    return next((parent for parent in parents if parent in listed), None)
