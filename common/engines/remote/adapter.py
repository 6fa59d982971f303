"""What an adapter is: how one kind of provider is asked, and how its answer is read.

An adapter is a module with `ask`, and one entry in `kinds.KINDS`. It makes requests and reads
answers, and nothing else: repeating, waiting, paying, remembering and giving up are done around it
(see `line.Line`, which `ask` is given, and `remote.Remote`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from common.domain.labels import Modality, Place, Severity, Span

if TYPE_CHECKING:
    from common.engines.remote.line import Line

Cause = Literal[
    "provider",  # None is configured, or not the one that is named.
    "key",
    "limit",
    "server",
    "timeout",
    "connection",
    "content",
    "answer",
    "refusal",
    "budget",
    "breaker",
    "busy",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """A label that the provider gave; spans are in the texts as sent, places among the images."""

    label: str
    score: float
    modality: Modality = "text"
    severity: Severity | None = None
    spans: tuple[Span, ...] = ()
    places: tuple[Place, ...] = ()


class NotJudged(Exception):
    """The provider did not judge, or not all. `found` is what it did find, which stands; the text
    says why in fixed words: no customer's text, no key, nothing of what the provider answered.
    """

    def __init__(self, cause: Cause, text: str, found: Sequence[Finding] = ()) -> None:
        super().__init__(text)
        self.cause = cause
        self.found = tuple(found)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label of the customer's own, and what it stands for."""

    label: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One content, and what is to be found in it. `labels`, `app_context` and `severities` (what
    each severity means) are only for kinds with labels of the customer's own; `images` are URLs,
    and there are none for a provider that takes none.
    """

    texts: tuple[str, ...] = field(repr=False)
    images: tuple[str, ...] = field(default=(), repr=False)
    labels: tuple[Wanted, ...] = ()
    app_context: str = ""
    severities: Mapping[str, str] = field(default_factory=dict)


class Adapter(Protocol):
    """A module."""

    async def ask(self, question: Question, line: Line, /) -> Sequence[Finding]:
        """Raises NotJudged wherever it cannot tell for sure what the answer means."""
        ...
