"""What is said of each text and image of an analysis."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.policy import CompiledPolicy
from common.domain.analysis import (
    Analysis,
    Classification,
    ImageVerdict,
    TextVerdict,
    Verdicts,
    image_label,
)
from common.domain.content import Content, Submission
from common.domain.labels import Severity
from common.domain.recommendation import KEEP, REMOVE
from common.engines.images.config import WRITTEN
from common.engines.seeing import see_images
from common.moderation.content.judging import Judgement, judge
from common.moderation.content.verdicts import Verdict, verdict
from common.moderation.users.standing import is_bypassed
from common.text.identification import languages_of

_AT_ONCE = 4
_IMAGES_SECONDS = 45.0
"""For all images, as all of a check have it."""
_Named = TypeVar("_Named", TextVerdict, ImageVerdict)


async def verdicts_of(
    context: Context,
    configuration: Configuration,
    policy: CompiledPolicy,
    analysis: Analysis,
    now: int,
    patience: float | None = None,
) -> Verdicts:
    """Each is judged by itself, so that nothing found in one is said of another. Engines that are
    awaited have `patience` seconds for a text, and for all images together.
    """
    if await is_bypassed(context.store, configuration, analysis["creator_id"]):
        policy = policy.bypassed()
    judging = _Judging(context, configuration, policy, analysis, now)
    texts = asyncio.gather(*(judging.text(*each, patience) for each in analysis["texts"].items()))
    images = analysis.get("images")
    if images is None:
        return {"texts": dict(zip(analysis["texts"], await texts, strict=True))}
    until = time.monotonic() + (_IMAGES_SECONDS if patience is None else patience)
    turns = asyncio.Semaphore(_AT_ONCE)
    seen = asyncio.gather(*(judging.image(*each, until, turns) for each in images.items()))
    return {
        "texts": dict(zip(analysis["texts"], await texts, strict=True)),
        "images": dict(zip(images, await seen, strict=True)),
    }


def submission_of(
    analysis: Analysis, texts: Iterable[str] = (), images: Iterable[str] = ()
) -> Submission:
    return Submission(
        analysis["entity_type"],
        analysis["entity_id"],
        analysis["creator_id"],
        Content(tuple(texts), tuple(images)),
        analysis["config_key"] or None,
        published_at=analysis.get("published_at"),
        creator_region=analysis.get("creator_region"),
    )


@dataclass(frozen=True, slots=True)
class _Judging:
    context: Context
    configuration: Configuration
    policy: CompiledPolicy
    analysis: Analysis
    now: int

    async def text(self, name: str, text: str, patience: float | None) -> TextVerdict:
        submission = submission_of(self.analysis, [text])
        judgement = await self._judgement(submission, patience)
        found = verdict(self.policy, submission.content, judgement)
        answer: TextVerdict = {
            "classifications": [
                _classification(each["name"], each["score"], each["severity"])
                for each in found.labels
            ]
        }
        is_found = any(label["action"] != KEEP for label in found.labels)
        named = self._named(answer, name, found, is_found, ", ".join(found.not_judged))
        if languages := languages_of((text,)):
            named["language"] = languages[0]
        if found.severity:
            named["severity"] = found.severity.upper()
        return named

    async def image(
        self, name: str, url: str, until: float, turns: asyncio.Semaphore
    ) -> ImageVerdict:
        answer: ImageVerdict = {"classifications": [], "ocr_classifications": []}
        if not self.policy.is_bypassed and not see_images(self.policy.runs):
            return {**answer, "error": "the policy has no engine that looks at images"}
        submission = submission_of(self.analysis, (), [url])
        async with turns:
            judgement = await self._judgement(submission, max(until - time.monotonic(), 0.0))
        found = verdict(self.policy, submission.content, judgement)
        counting = [
            label
            for outcome in judgement.outcomes
            for label in outcome.labels
            if self.policy.action_for(label) != KEEP or self.policy.is_classified(label)
        ]
        for label in counting:
            is_written = label.case == WRITTEN
            classes = answer["ocr_classifications" if is_written else "classifications"]
            classes.append(_classification(label.name, label.score, label.severity))
        if answer["classifications"]:
            answer["confidence"] = max(each["confidence"] for each in answer["classifications"])
        is_found = any(self.policy.action_for(label) != KEEP for label in counting)
        return self._named(answer, image_label(name), found, is_found, _reasons(judgement))

    async def _judgement(self, submission: Submission, patience: float | None) -> Judgement:
        return await judge(
            self.context.store,
            self.configuration,
            self.policy,
            submission,
            self.now,
            wait=True,
            patience=patience,
            is_last=True,
        )

    def _named(
        self, answer: _Named, label: str, found: Verdict, is_found: bool, reasons: str
    ) -> _Named:
        if found.not_judged and found.recommended_action != KEEP and not is_found:
            answer["error"] = f"not judged by {reasons}"
        else:
            answer["action"] = _action(found.recommended_action)
        if label in self.analysis["content_ids"]:
            answer["id"] = self.analysis["content_ids"][label]
        if found.not_judged:
            answer["not_judged"] = list(found.not_judged)
        return answer


def _reasons(judgement: Judgement) -> str:
    """Who did not judge, and why where that is known."""
    why = {outcome.engine: outcome.why for outcome in judgement.outcomes if outcome.why}
    return ", ".join(
        f"{name} ({why[name]})" if name in why else name for name in judgement.not_judged
    )


def _classification(name: str, score: float, severity: Severity | None) -> Classification:
    found: Classification = {"name": name, "confidence": round(score, 6)}
    if severity:
        found["severity"] = severity.upper()
    return found


def _action(recommended: str) -> str:
    """Of Gavel's actions those that keep content from being seen are a removal here."""
    if recommended in (KEEP, REMOVE):
        return recommended
    return "flag" if recommended in ("mask", "flag", "mask_flag", "bounce_flag") else REMOVE
