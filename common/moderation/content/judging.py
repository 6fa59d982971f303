"""Running a policy's engines over content, and what follows from their labels."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from common.configuration.classes import class_table_of
from common.configuration.configuration import Configuration
from common.configuration.policy import CompiledPolicy
from common.domain.content import Submission
from common.domain.history import History
from common.domain.labels import Label, LabelDocument, label_document, label_of
from common.domain.recommendation import strongest
from common.domain.user import history_key
from common.engines.engine import CreatorFacts
from common.engines.running import Outcome, find_labels
from common.moderation.content.list_hits import Found, found_in_lists
from common.rules.class_table import ClassTable
from common.rules.classes import class_name
from common.store.store import Store

ANSWER_SECONDS = 8.0
"""For engines that are awaited, where there is no later turn. Twice that, for those that others
give a reason to ask, is well within the 29 seconds that a gateway waits for an answer."""


class Judgement(NamedTuple):
    """`deferred` says that slow engines have yet to answer, `waiting` that some which did not judge
    are to be asked again; `reasons` are those that were known to ask engines for which wait for
    one. `not_judged` are the engines, by name, that failed or that the policy asks for and do not
    exist, so that the content may be what they would have found. `region` is the country as whose
    the creator's telephone numbers were read, `past` the creator's history where an engine had it
    read. `bypassed` says that no engine was to run; `outcomes` are those of the engines that ran.
    `image_hashes` are those of the images, by number, that an engine has seen, `listed` are the
    entries of block lists that were found.
    """

    labels: list[LabelDocument]
    recommended_action: str
    classes: tuple[str, ...]
    deferred: bool
    not_judged: tuple[str, ...]
    region: str | None
    past: dict[str, int] | None
    bypassed: bool
    waiting: bool
    reasons: Collection[str]
    outcomes: tuple[Outcome, ...]
    image_hashes: Mapping[str, str]
    listed: Found

    @property
    def is_partial(self) -> bool:
        return self.deferred or self.waiting


async def judge(
    store: Store,
    configuration: Configuration,
    policy: CompiledPolicy,
    submission: Submission,
    now: int,
    *,
    wait: bool,
    patience: float | None = None,
    is_last: bool = False,
    reasons: Collection[str] = (),
) -> Judgement:
    """`wait` runs the slow engines in the same call; those that are awaited have `patience` seconds
    at most. With `is_last`, nothing is waited for any more. The creator's history is read only if
    an engine of the policy needs it. Those that need the activity are left to `counting`.
    """
    content = submission.content
    past = None
    if "history" in policy.needs:
        past = await history_of(store, configuration.app, submission.creator_id)
    region = submission.creator_region or configuration.default_region
    facts = CreatorFacts(region, History(past, now) if past else None)
    concerned = [run for run in policy.runs if run.engine.judges(content)]
    runs = [run for run in concerned if wait or not run.deferred]
    alone = [run for run in runs if "activity" not in run.engine.needs]
    found = await find_labels(alone, content, facts, reasons, patience)
    failed = found.failed
    deferred = [run for run in concerned if run.deferred and not wait]
    missing = [each.name for each in policy.unserved if each.judges(content)]
    waited_for = [] if is_last else policy.waited_for(failed)
    not_judged = (*failed, *missing)
    unjudged = policy.unjudged_actions(name for name in not_judged if name not in waited_for)
    labels = found.labels
    documents = [label_document(label, policy.action_for(label)) for label in labels]
    table = class_table_of(configuration)
    return Judgement(
        documents,
        strongest([*(document["action"] for document in documents), *unjudged]),
        _classes(table, policy, labels),
        any(run.is_asked(content, labels, reasons) for run in deferred),
        not_judged,
        region,
        past,
        policy.is_bypassed,
        bool(waited_for),
        reasons,
        found.outcomes,
        {str(number): hash for number, hash in content.image_hashes.items()},
        found_in_lists(configuration, policy.team, labels),
    )


def joined(
    judgement: Judgement,
    table: ClassTable,
    policy: CompiledPolicy,
    labels: Sequence[LabelDocument],
    outcomes: Sequence[Outcome],
) -> Judgement:
    """With what further engines found, or did not judge."""
    failed = [outcome.engine for outcome in outcomes if outcome.why]
    if not labels and not failed:
        return judgement._replace(outcomes=(*judgement.outcomes, *outcomes))
    classes = _classes(table, policy, [*map(label_of, labels)])
    actions = [label["action"] for label in labels] + policy.unjudged_actions(failed)
    return judgement._replace(
        labels=[*judgement.labels, *labels],
        recommended_action=strongest([judgement.recommended_action, *actions]),
        classes=(*judgement.classes, *classes),
        not_judged=(*judgement.not_judged, *failed),
        outcomes=(*judgement.outcomes, *outcomes),
    )


def _classes(table: ClassTable, policy: CompiledPolicy, labels: Sequence[Label]) -> tuple[str, ...]:
    """What the creator's history counts: labels at the policy's threshold, classes at their own."""
    named = [class_name(label) for label in labels if policy.is_classified(label)]
    return (*named, *table.counted(labels))


async def history_of(store: Store, app: str, creator: str) -> dict[str, int] | None:
    (found,) = await store.get([history_key(app, creator)])
    return found.data if found else None


def merged(earlier: Sequence[LabelDocument], later: Sequence[LabelDocument]) -> list[LabelDocument]:
    """What was found in either version of an edited text, the stronger finding of each kind."""
    found: dict[tuple[str, str, str], LabelDocument] = {}
    for label in (*earlier, *later):
        kind = (label["engine"], label["modality"], label["name"])
        if kind not in found or found[kind]["score"] <= label["score"]:
            found[kind] = label
    return list(found.values())
