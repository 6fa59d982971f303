"""Verdicts that were paid for once: by content, what was asked of it, and model; never across apps.

Those of this process are in memory, those of all in the store. A store that fails costs a question
its remembered verdict, and nothing else.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any

from common.domain.cache import Cache
from common.domain.labels import Place, Span
from common.domain.provider import Provider
from common.domain.times import SECOND
from common.domain.verdict import Verdict, verdict_key
from common.engines.remote.adapter import Finding, Question
from common.engines.remote.kinds import KINDS
from common.store.store import Put, Store, StoreError

_REMEMBERED = 2_000
_MOST_SECONDS_OF_IMAGES = 3_600
"""What a URL shows may change."""
_log = logging.getLogger(__name__)


class Verdicts:
    def __init__(self, store: Store, clock: Callable[[], int] = time.time_ns) -> None:
        self._store = store
        self._clock = clock
        self._known: Cache[tuple[str, str], tuple[int, tuple[Finding, ...]]] = Cache(_REMEMBERED)

    async def find(
        self, app: str, provider: Provider, question: Question
    ) -> tuple[Finding, ...] | None:
        seconds = _seconds(provider, question)
        if not seconds:
            return None
        digest, since = digest_of(provider, question), self._clock() - seconds * SECOND
        known = self._known.get((app, digest), None)
        if known is not None:
            return known[1] if known[0] >= since else None
        stored = await self._stored(app, digest)
        if stored is None or stored["question"] != digest or stored["at"] < since:
            return None
        findings = tuple(map(_finding, stored["findings"]))
        self._known.put((app, digest), (stored["at"], findings))
        return findings

    async def keep(
        self, app: str, provider: Provider, question: Question, findings: Sequence[Finding]
    ) -> None:
        if not _seconds(provider, question):
            return
        digest, now = digest_of(provider, question), self._clock()
        self._known.put((app, digest), (now, tuple(findings)))
        verdict: Verdict = {
            "question": digest,
            "at": now,
            "findings": [_document(finding) for finding in findings],
        }
        try:
            await self._store.commit([Put(verdict_key(app, digest), verdict)])
        except StoreError as error:
            _log.warning("a verdict was not kept: %s", type(error).__name__)

    async def _stored(self, app: str, digest: str) -> Verdict | None:
        try:
            (found,) = await self._store.get([verdict_key(app, digest)])
        except StoreError as error:
            _log.warning("no verdict was looked up: %s", type(error).__name__)
            return None
        return found.data if found is not None else None


def digest_of(provider: Provider, question: Question) -> str:
    """The same wherever the same model at the same URL would be asked the same."""
    kind = KINDS[provider["kind"]]
    asked = [
        [kind.name, kind.version, provider["url"], provider["model"]],
        [provider["max_characters"], sorted(provider["options"].items())],
        question.texts,
        question.images,
        [[wanted.label, wanted.description] for wanted in question.labels],
        question.app_context,
        sorted(question.severities.items()),
    ]
    # In ASCII, which any Unicode has a form in.
    return blake2b(json.dumps(asked).encode(), digest_size=20).hexdigest()


def _seconds(provider: Provider, question: Question) -> int:
    seconds = provider["cache_seconds"]
    return min(seconds, _MOST_SECONDS_OF_IMAGES) if question.images else seconds


def _document(finding: Finding) -> list[Any]:
    spans = [[span.text, span.start, span.end] for span in finding.spans]
    places = [[place.index, place.second, place.term] for place in finding.places]
    return [finding.label, finding.score, finding.modality, finding.severity, spans, places]


def _finding(document: Sequence[Any]) -> Finding:
    label, score, modality, severity, spans, places = document
    return Finding(
        label,
        score,
        modality,
        severity,
        tuple(Span(*span) for span in spans),
        tuple(Place(*place) for place in places),
    )
