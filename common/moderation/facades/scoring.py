"""Scores: what engines say of a content in numbers, whatever a policy makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, reduce
from types import MappingProxyType
from typing import Any, NamedTuple

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.policies import policies_of
from common.configuration.policy import CompiledPolicy
from common.domain.content import Content, Submission
from common.domain.errors import NotFound
from common.domain.ids import derived_id
from common.domain.policy import Policy
from common.domain.settings import facades_of
from common.engines.offering import offered
from common.engines.registry import ENGINES
from common.engines.toxicity.scoring import Found, Scores, SentenceScores, TextScores
from common.moderation.content.judging import ANSWER_SECONDS, Judgement, judge
from common.moderation.turns import side_by_side

TOXICITY = ENGINES["automod_toxicity"]
TOXICITY_ALONE: Policy = {
    "id": "",
    "key": "",
    "team": "",
    "config": {TOXICITY.config_field: {}},
    "updated_at": 0,
}
_NO_LABELS: frozenset[str] = frozenset()


class Asked(NamedTuple):
    """Where the app's facade calls are checks and `entity_type` is not empty, it is checked too, as
    an entity of that type that the same content of the same user finds again; `token` tells apart
    what else would be the same. `metadata` is the item's.
    """

    content: Content
    user_id: str = ""
    entity_type: str = ""
    token: str = ""
    metadata: Mapping[str, Any] = MappingProxyType({})

    @property
    def entity_id(self) -> str:
        sent = self.content
        return derived_id("facade", self.user_id, self.token, *sent.texts, "", *sent.images)


class Scored(NamedTuple):
    """`offered` are the labels that the policy's engines can give for the content. `toxicity` are
    that engine's scores alone, None where it did not judge all, `partly` what it found then, and
    `first` is what it found of the first text. `others` are of all other engines, 0 to 1 by the
    names of labels, with 0 for what they looked for and did not find; of one that several give,
    the highest. `missing` are the labels that they were to give and could not, or not of all.
    `not_judged` are the engines, by name, that failed or judged a part only; `is_cut` says that a
    text is too much for toxicity, and will be.
    """

    offered: frozenset[str]
    toxicity: Scores | None
    first: TextScores | None
    others: Mapping[str, float]
    missing: frozenset[str]
    not_judged: tuple[str, ...]
    is_cut: bool = False
    partly: Scores | None = None

    @property
    def sentences(self) -> Sequence[SentenceScores]:
        """Toxicity's of the first text, worked out for those who look at them."""
        return self.first.sentences if self.first is not None else ()


async def score(context: Context, configuration: Configuration, asked: Asked, now: int) -> Scored:
    """Raises NotFound where the policy that the app's facades name does not exist."""
    engines = configuration.one(_Engines)
    checks = bool(asked.entity_type) and facades_of(configuration.settings)["calls_are_checks"]
    # What nobody named for facades may be slow: it runs as after any other check.
    policy, wait = engines.checking if checks else engines.named, engines.named is not None
    submission = _submission(configuration, asked, checks)

    async def judged(policy: CompiledPolicy, *, is_last: bool) -> Judgement:
        return await judge(
            context.store,
            configuration,
            policy,
            submission,
            now,
            wait=wait,
            patience=ANSWER_SECONDS,
            is_last=is_last,
        )

    judging = [] if policy is None else [judged(policy, is_last=not checks)]
    if policy is None or not _has_toxicity(policy, wait):
        judging.append(judged(engines.toxicity, is_last=True))
    judgements = await side_by_side(judging)
    if checks:
        from common.moderation.content.checks import keep

        checking = engines.checking
        await keep(context, configuration, submission, checking, judgements[0], now, wait=wait)
    return _scored(asked.content, judgements, engines.offered(policy, asked.content))


class _Engines:
    """Of one version of an app's configuration: the policies whose engines give scores."""

    def __init__(self, configuration: Configuration) -> None:
        self._policies = policies = policies_of(configuration)
        key = facades_of(configuration.settings)["policy"]
        self.toxicity = policies.compile(TOXICITY_ALONE)
        self.named = policies.find(key) if key else None
        if key and self.named is None:
            raise NotFound(f"no policy has the key {key!r}", {"policy": "does not exist"})

    @cached_property
    def checking(self) -> CompiledPolicy:
        """Its engines take longest to load of a first call, and most apps only want scores."""
        return self.named or self._policies.find(None) or self._policies.built_in

    def offered(
        self, policy: CompiledPolicy | None, content: Content
    ) -> Mapping[str, frozenset[str]]:
        """The labels that each engine can give for the content."""
        runs = (*(policy.runs if policy is not None else ()), *self.toxicity.runs)
        return {run.engine.name: offered(run, content) for run in runs}


def _submission(configuration: Configuration, asked: Asked, checks: bool) -> Submission:
    """What is not checked is no entity, so that it needs no id."""
    return Submission(
        asked.entity_type,
        asked.entity_id if checks else "",
        asked.user_id,
        asked.content,
        facades_of(configuration.settings)["policy"],
        metadata=dict(asked.metadata),
    )


def _has_toxicity(policy: CompiledPolicy, wait: bool) -> bool:
    return any(run.engine is TOXICITY and (wait or not run.deferred) for run in policy.runs)


def _scored(
    content: Content, judgements: Sequence[Judgement], offered: Mapping[str, frozenset[str]]
) -> Scored:
    texts = [content.derived(Found, number).scores for number in range(len(content.texts))]
    found = [text for text in texts if text is not None]
    not_judged = dict.fromkeys(name for each in judgements for name in each.not_judged)
    most = _most(found) if found else None
    is_judged = TOXICITY.name not in not_judged
    missing = [offered.get(name, _NO_LABELS) for name in not_judged if name != TOXICITY.name]
    return Scored(
        _NO_LABELS.union(*offered.values()),
        most if is_judged else None,
        texts[0] if texts else None,
        _others(judgements, offered),
        _NO_LABELS.union(*missing),
        tuple(not_judged),
        any(not text.complete for text in found),
        None if is_judged else most,
    )


def _most(texts: Sequence[TextScores]) -> Scores:
    """As an item's labels have it."""
    most = reduce(Scores.most, (text.scores for text in texts))
    return Scores(*[round(score, 6) for score in most])


def _others(
    judgements: Sequence[Judgement], offered: Mapping[str, frozenset[str]]
) -> dict[str, float]:
    others: dict[str, float] = {}
    for judgement in judgements:
        for outcome in judgement.outcomes:
            if not outcome.why and outcome.engine != TOXICITY.name:
                others |= dict.fromkeys(offered.get(outcome.engine, ()), 0.0)
    for judgement in judgements:
        for label in judgement.labels:
            if offered.get(label["engine"]) and label["engine"] != TOXICITY.name:
                others[label["name"]] = max(others.get(label["name"], 0.0), label["score"])
    return others
