"""What a try answers: all that the engines of a policy said of content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired

from typing_extensions import TypedDict

from common.domain.enforcement import CapKind, HeldEnforcement
from common.domain.item import Item
from common.domain.labels import LabelDocument
from common.views.stream_items import TriggeredRule, triggered_rule
from common.views.triggered_rules import NotLookedAtAnswer, not_looked_at_answers

if TYPE_CHECKING:
    from common.engines.running import Outcome
    from common.rules.evaluator import Match, NotLookedAt


class TriedSpan(TypedDict):
    """Characters `start` to `end` of text number `text`."""

    text: int
    start: int
    end: int
    term: str


class TriedLabel(TypedDict):
    """`score` is 0 to 1; `action` is what the policy asks for at it."""

    name: str
    modality: str
    score: float
    action: str
    severity: NotRequired[str]
    spans: list[TriedSpan]


class TriedEngine(TypedDict):
    """`ms` are by the clock, preparing and waiting for a thread among them. `why` says why it did
    not judge, or not all.
    """

    name: str
    judged: bool
    ms: float
    labels: list[TriedLabel]
    why: NotRequired[str]


class NotJudged(TypedDict):
    name: str
    why: str


class TriedHeld(TypedDict):
    """What a cap would hold for a person: an action of a rule, or a ban that an engine of the
    policy asks for.
    """

    rule_id: NotRequired[str]
    engine: NotRequired[str]
    action: str
    cap: CapKind


class TriedAnswer(TypedDict):
    """`not_judged` has the engines that failed, and what the policy asks for and no engine does.
    `bypassed` says that none ran, because the creator's content passes unmoderated. `not_in_effect`
    names fields of the request that would only be kept.
    """

    recommended_action: str
    languages: list[str]
    engines: list[TriedEngine]
    not_judged: list[NotJudged]
    triggered_rules: list[TriggeredRule]
    not_looked_at: NotRequired[list[NotLookedAtAnswer]]
    held: list[TriedHeld]
    bypassed: bool
    not_in_effect: NotRequired[list[str]]


def tried_answer(
    item: Item,
    outcomes: Sequence[Outcome],
    labels: Sequence[LabelDocument],
    not_judged: Sequence[str],
    recommended_action: str,
    triggered: Sequence[Match],
    not_looked_at: Sequence[NotLookedAt],
    held: Sequence[HeldEnforcement],
    idle: Sequence[str],
) -> TriedAnswer:
    reasons = {outcome.engine: outcome.why for outcome in outcomes if outcome.why}
    answer: TriedAnswer = {
        "recommended_action": recommended_action,
        "languages": item.get("languages", []),
        "engines": [_engine(outcome, labels) for outcome in outcomes],
        "not_judged": [
            {"name": name, "why": reasons.get(name, "no engine does this")} for name in not_judged
        ],
        "triggered_rules": [triggered_rule(match) for match in triggered],
        "held": [_held(each) for each in held],
        "bypassed": bool(item.get("bypassed")),
    }
    if not_looked_at:
        answer["not_looked_at"] = not_looked_at_answers(not_looked_at)
    if idle:
        answer["not_in_effect"] = [*idle]
    return answer


def _held(held: HeldEnforcement) -> TriedHeld:
    if "engine" in held:
        return {"engine": held["engine"], "action": held["action"], "cap": held["cap"]}
    return {"rule_id": held["rule_id"], "action": held["action"], "cap": held["cap"]}


def _engine(outcome: Outcome, labels: Sequence[LabelDocument]) -> TriedEngine:
    engine: TriedEngine = {
        "name": outcome.engine,
        "judged": not outcome.why,
        "ms": round(outcome.seconds * 1_000, 3),
        "labels": [_label(label) for label in labels if label["engine"] == outcome.engine],
    }
    if outcome.why:
        engine["why"] = outcome.why
    return engine


def _label(label: LabelDocument) -> TriedLabel:
    tried: TriedLabel = {
        "name": label["name"],
        "modality": label["modality"],
        "score": label["score"],
        "action": label["action"],
        "spans": [
            {"text": text, "start": start, "end": end, "term": term}
            for text, start, end, term in label["spans"]
        ],
    }
    if label["severity"]:
        tried["severity"] = label["severity"]
    return tried
