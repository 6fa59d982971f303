"""What is to be sent of each statement, and what of them must not be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from common.configuration.context import Context
from common.delivery.claims import Claim
from common.domain.statement import statement_key
from common.domain.transparency.database import Outcome, TransparencyDatabase
from common.domain.transparency.rules import problems_of
from common.domain.transparency.submission import Problems, Submission
from common.outgoing.calls import AttemptResult
from common.views.transparency_submission import submission_of

RefusedState = Literal["incomplete", "scrubbed"]
DRY = "dry run: nothing was submitted"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`result` is None where nothing was to be sent."""

    result: AttemptResult | None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """By the delivery's id: what goes out, and what is known without sending."""

    submissions: Mapping[str, Submission]
    verdicts: Mapping[str, Verdict]


async def prepare(
    context: Context, app: str, claims: Sequence[Claim], database: TransparencyDatabase
) -> Prepared:
    from common.delivery.transparency.people import people_of
    from common.delivery.transparency.scrubbing import found_in

    keys = [statement_key(app, each.delivery["data"]["statement_id"]) for each in claims]
    documents = await context.store.get(keys)
    statements = [each.data if each else None for each in documents]
    people = await people_of(context, app, [each for each in statements if each is not None])
    region = (await context.configurations.of(app)).settings.get("default_region")
    submissions: dict[str, Submission] = {}
    verdicts: dict[str, Verdict] = {}
    for claim, statement in zip(claims, statements, strict=True):
        id = claim.delivery["id"]
        if statement is None:
            verdicts[id] = Verdict(AttemptResult(None, "refused", "there is no such statement"))
            continue
        submission = submission_of(statement, database["territorial_scope"])
        if problems := problems_of(submission):
            verdicts[id] = refused(problems, "incomplete", database)
        elif personal := found_in(submission, people[statement["id"]], region):
            verdicts[id] = refused(personal, "scrubbed", database)
        elif database["mode"] == "dry_run":
            dry: Outcome = {"state": "dry", "mode": "dry_run", "submission": submission}
            verdicts[id] = Verdict(None, dry)
        else:
            submissions[id] = submission
    return Prepared(submissions, verdicts)


def refused(problems: Problems, state: RefusedState, database: TransparencyDatabase) -> Verdict:
    """Without the submission, of which some may be personal data."""
    detail = "; ".join(f"{field} {problem}" for field, problem in problems.items())
    outcome: Outcome = {"state": state, "mode": database["mode"], "problems": problems}
    return Verdict(AttemptResult(None, "refused", detail), outcome)
