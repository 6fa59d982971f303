"""Content in Hive's manner: a task that is answered at once, or later at a callback URL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from common.api.hive import (
    AsyncTaskRequest,
    TaskRequest,
    V2AsyncTaskRequest,
    V2TaskRequest,
)
from common.domain.errors import Invalid
from common.http.call import Call
from common.http.function import Handler
from common.moderation.content import checks, task_models
from common.moderation.reports import reports
from common.moderation.reports.reports import Report
from common.moderation.resources.urls import checked_url
from common.views.hive_reports import ReportAnswer, report_answer
from common.views.hive_tasks import (
    AcceptedTaskAnswer,
    TaskAnswer,
    V2AcceptedTaskAnswer,
    V2TaskAnswer,
    accepted_task_answer,
    task_answer,
)


async def submit_task(call: Call, body: TaskRequest) -> TaskAnswer:
    _check_models(body)
    context, app, models = call.context, call.app, body.models or ()
    checked = await checks.check(context, app, body.submission(), call.now, wait=True)
    configuration = await context.configurations.of(app)
    return task_answer(
        checked.item["id"],
        checked.item,
        checked.triggered,
        checked.configuration_version,
        checked.not_looked_at,
        models,
        task_models.not_judged(configuration, checked.judgement.outcomes, models),
    )


async def accept_task(
    call: Call, body: AsyncTaskRequest | V2AsyncTaskRequest
) -> AcceptedTaskAnswer:
    _check_models(body)
    url = checked_url(call.context, "callback_url", body.callback_url)
    order = checks.TaskOrder(url, body.models or ())
    submission = body.submission()
    checked = await checks.check(call.context, call.app, submission, call.now, order=order)
    assert checked.task_id is not None, "an order makes a task"
    return accepted_task_answer(checked.task_id, body.post_id)


async def submit_task_v2(call: Call, body: V2TaskRequest) -> V2TaskAnswer:
    sent = await _read_reports(call, body)
    answer = cast(V2TaskAnswer, await submit_task(call, body))
    if sent:
        answer["reports"] = await _reported(call, sent)
    return answer


async def accept_task_v2(call: Call, body: V2AsyncTaskRequest) -> V2AcceptedTaskAnswer:
    sent = await _read_reports(call, body)
    answer = cast(V2AcceptedTaskAnswer, await accept_task(call, body))
    if sent:
        answer["reports"] = await _reported(call, sent)
    return answer


def _check_models(body: TaskRequest) -> None:
    """Nobody is to take for judged what a model has not looked at."""
    unfit = dict(body.unfit())
    if unfit:
        name, problem = next(iter(unfit.items()))
        raise Invalid(f"{name}: {problem}", unfit)


async def _read_reports(call: Call, body: V2TaskRequest) -> list[Report]:
    """Checked before the post is, so that what is refused changes nothing."""
    found = []
    for number, each in enumerate(body.each_report()):
        report = Report(
            body.post_id,
            None,
            tuple(dict.fromkeys(each.report_categories)),
            each.reporter_id or "",
            each.report_reason or "",
            reports.with_task(number, each.report_categories, each.report_reason or ""),
        )
        name = f"reports.{number}" if isinstance(body.reports, list) else "reports"
        try:
            await reports.check_categories(call.context, call.app, report)
        except Invalid as error:
            named = f"{name}.report_categories"
            raise error.renamed("report_categories", named) from None
        found.append(report)
    return found


async def _reported(call: Call, sent: Sequence[Report]) -> list[ReportAnswer]:
    answers = []
    for report in sent:
        item = await reports.report(call.context, call.app, report, call.now)
        answers.append(report_answer(item["id"], report.post_id, None, report.categories))
    return answers


HANDLERS: dict[str, Handler] = {
    "task_sync": submit_task,
    "task_async": accept_task,
    "task_sync_v2": submit_task_v2,
    "task_async_v2": accept_task_v2,
}
