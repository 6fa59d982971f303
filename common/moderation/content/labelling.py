"""Labels: what engines say of one text, kept for queries and never an item of the queue."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.policy import CompiledPolicy
from common.domain.content import Content, Submission
from common.domain.errors import NotFound
from common.domain.ids import derived_id, ordered_id
from common.domain.label_result import LabelResult, Unlabelled, label_result_key
from common.domain.recommendation import KEEP, strongest
from common.moderation.content.judging import ANSWER_SECONDS, Judgement, judge
from common.moderation.content.policies import policy_of
from common.moderation.content.verdicts import Verdict, fully_masked, masked, verdict
from common.moderation.users.standing import is_bypassed
from common.store.store import Conflict, Create
from common.text.identification import languages_of


async def label(
    context: Context, app: str, asked: Unlabelled, now: int, *, dry_run: bool = False
) -> LabelResult:
    """Stored unless it is a dry run. The same text with the same `content_id` is stored once, as
    long as the policy says the same of it.
    """
    configuration = await context.configurations.of(app)
    policy = _policy(configuration, _submission(asked))
    result = await labelled(context, configuration, policy, asked, now)
    if not dry_run:
        with suppress(Conflict):
            await context.store.commit([Create(label_result_key(app, result["id"]), result)])
    return result


async def labelled(
    context: Context,
    configuration: Configuration,
    policy: CompiledPolicy,
    asked: Unlabelled,
    now: int,
) -> LabelResult:
    """What the policy says of it. Nothing is stored."""
    submission = _submission(asked)
    if await is_bypassed(context.store, configuration, asked.user_id):
        policy = policy.bypassed()
    run, left_out = _at_once(policy) if asked.is_username else (policy, ())
    # There is no later turn for what is only labelled, so that nothing is waited for.
    judgement = await judge(
        context.store,
        configuration,
        run,
        submission,
        now,
        wait=True,
        patience=ANSWER_SECONDS,
        is_last=True,
    )
    judgement = _with(judgement, policy, left_out)
    return _result(asked, policy, verdict(policy, submission.content, judgement), now)


def _submission(asked: Unlabelled) -> Submission:
    return Submission("", "", asked.user_id, Content((asked.content,)), asked.policy or None)


def policy_named(configuration: Configuration, key: str, team: str) -> CompiledPolicy:
    """Raises NotFound; without a key, the app's own for everything."""
    return policy_of(configuration, Submission("", "", "", Content(()), key or None, team))


def _policy(configuration: Configuration, submission: Submission) -> CompiledPolicy:
    try:
        return policy_of(configuration, submission)
    except NotFound as error:
        raise NotFound(error.message, {"policy": "does not exist"}) from None


def _at_once(policy: CompiledPolicy) -> tuple[CompiledPolicy, tuple[str, ...]]:
    """The policy without the engines that take longer, and their names."""
    fast = [run for run in policy.runs if run.engine.runs == "inline" and not run.deferred]
    names = tuple(run.engine.name for run in policy.runs if run not in fast)
    return replace(policy, runs=tuple(fast)), names


def _with(judgement: Judgement, policy: CompiledPolicy, left_out: tuple[str, ...]) -> Judgement:
    """What was not asked did not judge."""
    actions = [judgement.recommended_action, *policy.unjudged_actions(left_out)]
    return judgement._replace(
        recommended_action=strongest(actions),
        not_judged=(*judgement.not_judged, *left_out),
    )


def _result(asked: Unlabelled, policy: CompiledPolicy, found: Verdict, now: int) -> LabelResult:
    languages = languages_of((asked.content,))
    result: LabelResult = {
        "id": _id(asked, policy, now),
        "content": asked.content,
        "content_type": asked.content_type,
        "created_at": now,
        "recommended_action": found.recommended_action,
        "labels": found.names,
        "harm_type": found.harm_type,
        "severity": found.severity or "",
        "language": languages[0] if languages else "",
    }
    if asked.category:
        result["category"] = asked.category
    if asked.content_id:
        result["content_id"] = asked.content_id
    if asked.policy:
        result["policy"] = asked.policy
    if asked.user_id:
        result["user_id"] = asked.user_id
    if found.directed_at:
        result["directed_at"] = found.directed_at
    if (rewritten := masked(asked.content, found.labels)) is not None:
        result["masked_content"] = rewritten
    if found.recommended_action != KEEP:
        result["fully_masked_content"] = fully_masked(asked.content)
    if found.not_judged:
        result["not_judged"] = list(found.not_judged)
    return result


def _id(asked: Unlabelled, policy: CompiledPolicy, now: int) -> str:
    if not asked.content_id:
        return ordered_id(now)
    parts = (asked.content, asked.content_type, asked.category, asked.policy, asked.user_id)
    return derived_id("label_result", asked.content_id, policy.revision, *parts)
