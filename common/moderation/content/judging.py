"""Running a policy's engines over content, and what follows from their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.configuration.policy import CompiledPolicy
from common.domain.content import Submission
from common.domain.history import History
from common.domain.labels import LabelDocument, label_document
from common.domain.recommendation import strongest
from common.domain.user import history_key
from common.engines.engine import CreatorFacts
from common.engines.running import find_labels
from common.rules.classes import class_name
from common.store.store import Store


@dataclass(frozen=True, slots=True)
class Judgement:
    """`deferred` says that slow engines have yet to answer; `not_judged` are the engines, by
    name, that failed or that the policy asks for and do not exist, so that the content may be what
    they would have found. `region` is the
    country as whose the creator's telephone numbers were read, `past` the creator's history where
    an engine had it read. `bypassed` says that no engine was to run.
    """

    labels: list[LabelDocument]
    recommended_action: str
    classes: tuple[str, ...]
    deferred: bool
    not_judged: tuple[str, ...]
    region: str | None
    past: dict[str, int] | None
    bypassed: bool = False


async def judge(
    store: Store,
    configuration: Configuration,
    policy: CompiledPolicy,
    submission: Submission,
    now: int,
    *,
    wait: bool,
) -> Judgement:
    """`wait` runs the slow engines in the same call. The creator's history is read only if an
    engine of the policy needs it.
    """
    past = None
    if "history" in policy.needs:
        past = await history_of(store, configuration.app, submission.creator_id)
    region = submission.creator_region or configuration.default_region
    facts = CreatorFacts(region, History(past, now) if past else None)
    runs = [run for run in policy.runs if wait or not run.deferred]
    found = await find_labels(runs, submission.content, facts)
    # Not judged is not safe: moderators look at what nothing judged.
    missing = [each.name for each in policy.unserved if each.judges(submission.content)]
    not_judged = (*found.failed, *missing)
    unjudged = ("flag",) if not_judged else ()
    documents = [label_document(label, policy.action_for(label)) for label in found.labels]
    return Judgement(
        documents,
        strongest([*(document["action"] for document in documents), *unjudged]),
        tuple(class_name(label) for label in found.labels if policy.is_classified(label)),
        len(runs) < len(policy.runs),
        not_judged,
        region,
        past,
        policy.is_bypassed,
    )


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
