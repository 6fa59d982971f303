"""Whether a submission still has personal data. Nothing is taken out of it: what a person would
miss in a text that was cut, nobody would see, so it is refused, with the field and the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from common.delivery.transparency.concerned import concerned_in
from common.delivery.transparency.people import People
from common.domain.transparency.submission import Problems, Submission
from common.engines.circumvention.engine import located
from common.text.folding import fold

_REFERENCE = "decision_ground_reference_url"
_FIELDS = (
    "decision_facts",
    "decision_visibility_other",
    "decision_monetary_other",
    "illegal_content_legal_ground",
    "illegal_content_explanation",
    "incompatible_content_ground",
    "incompatible_content_explanation",
    "content_type_other",
    "category_specification_other",
    "source_identity",
    _REFERENCE,
)
"""Those in which anything can stand."""
_KINDS = {
    "email": "an e-mail address",
    "phone": "a telephone number",
    "link": "a link",
    "app": "a contact elsewhere",
    "iban": "a bank account",
    "card": "a card number",
    "crypto": "a wallet",
    "bitcoin": "a wallet",
}
# What the engine leaves to a conversation, where it would be no way out, is still somebody's.
_EMAIL = re.compile(r"[\w.+\-]+@[^\W_](?:[\w\-]*\.)+[^\W\d_]{2,}")
_LINK = re.compile(
    r"(?<!\w)(?:https?://|www\.)[^\s/.]|(?<![\w@.])[^\W_][\w\-]*(?:\.[\w\-]+)*\.[a-z]{2,}/\w",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@/.])@(?=\w*[^\W\d_])[\w](?:[\w.\-]{0,38}\w)"
    r"|(?<![\w/])u/[\w\-]{3,}"
    r"|(?<![\w#])[^\W_][\w.]{1,31}#\d{4}(?!\d)"
)
_NETWORK_ADDRESS = re.compile(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]\d|\w)"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}:?(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}(?![\w:])",
    re.IGNORECASE,
)
_REGIONS = ("DE", "FR", "ES", "IT", "NL", "PL")
"""Whose telephone numbers are known without their country's code, beside the app's own region."""
_SHORTEST_NUMBER = 7


def found_in(submission: Submission, people: People, region: str | None) -> Problems:
    found: Problems = {}
    for field in _FIELDS:
        text = submission.get(field)
        if not isinstance(text, str):
            continue
        kinds = dict.fromkeys(kinds_in(text, people, region, is_link=field == _REFERENCE))
        if kinds:
            found[field] = f"has {', '.join(kinds)}"
    return found


def kinds_in(
    text: str, people: People, region: str | None = None, *, is_link: bool = False
) -> Iterator[str]:
    """Where the text is a link itself, only what stands in it is looked at."""
    folded = fold(text)
    regions = {region, *(_REGIONS if _has_number(text) and not is_link else ())}
    for each in sorted(regions, key=str):
        for signal, _ in located(folded, each):
            if signal.kind in _KINDS and not (is_link and signal.kind == "link"):
                yield _KINDS[signal.kind]
    if _EMAIL.search(text):
        yield _KINDS["email"]
    if not is_link and _LINK.search(text):
        yield _KINDS["link"]
    if not is_link and _HANDLE.search(text):
        yield "a handle"
    if _NETWORK_ADDRESS.search(text):
        yield "a network address"
    yield from concerned_in(text, people)


def _has_number(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _SHORTEST_NUMBER
