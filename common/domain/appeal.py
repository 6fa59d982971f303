"""The appeal: what somebody says against a decision about their content or about themselves."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.log import LogEntry
from common.store.store import Collection, Key

MOST_ATTACHMENTS = 10
MOST_NOTES = 200
REPORT_ENTITY = "gavel:report"
"""The entity type under which who reported something appeals against what came of it."""
OF_NOTIFIER = "notifier"
"""How the log names the role of who appealed, in what was decided on it."""
AppealStatus = Literal["submitted", "accepted", "rejected"]
AppealRole = Literal["author", "notifier"]
Outcome = Literal["upheld", "reversed", "partly"]
"""What became of the decision that an appeal is against."""
OutOfCourtOutcome = Literal["for_complainant", "for_platform", "partly", "ended"]


class Reading(TypedDict):
    """That `by` looked at the appeal; of each only the last time is kept."""

    by: str
    at: int


class AppealNote(TypedDict):
    """What `by` wrote about the appeal, for who handles it."""

    by: str
    at: int
    text: str


class OutOfCourt(TypedDict):
    """A dispute about the decision before a `body` outside, under its `reference`. `implemented`
    says whether what came of it was done, None where nobody has said so.
    """

    body: str
    reference: str
    opened_at: int
    closed_at: int | None
    outcome: OutOfCourtOutcome | None
    implemented: bool | None


class Appeal(TypedDict):
    """`user_id` is whose appeal it is. `item_id` is the item of what was decided on, which an
    appeal against a ban need not have; `channel_cid` is the channel of such a ban. `original_id`
    is the log's entry about what it is against, empty where the log has none. Times are
    nanoseconds.

    `told_at` is when who appeals was told of the decision, `late` that the time for appeals was
    over by then, `first_by` who decided what it is against, and `statement_id` the statement of
    reasons about that, where there is one. `language` is the one that who appeals writes in, where
    they say so. Appeals of earlier releases have none
    of `role`, `told_at`, `late` and `first_by`, and are authors'.

    The fields from `decided_by` on are there once it is decided; `decision_id` is the log's entry
    about that, and `unfounded` that it was found to be manifestly so. `reversal` are the deliveries
    that take back what it was against, `due_at` when it is looked at next whether they have
    arrived, and `arrived_at` when that was seen.
    """

    id: str
    user_id: str
    entity_type: str
    entity_id: str
    item_id: NotRequired[str]
    channel_cid: NotRequired[str]
    appeal_reason: str
    attachments: list[str]
    status: AppealStatus
    original_id: str
    created_at: int
    updated_at: int

    role: NotRequired[AppealRole]
    told_at: NotRequired[int]
    late: NotRequired[bool]
    first_by: NotRequired[str]
    statement_id: NotRequired[str]
    language: NotRequired[str]
    readings: NotRequired[list[Reading]]
    notes: NotRequired[list[AppealNote]]
    out_of_court: NotRequired[OutOfCourt]

    decided_by: NotRequired[str]
    decision_reason: NotRequired[str]
    decision_id: NotRequired[str]
    outcome: NotRequired[Outcome]
    unfounded: NotRequired[bool]
    reversal: NotRequired[list[str]]
    due_at: NotRequired[int]
    swept: NotRequired[int]
    arrived_at: NotRequired[int]


APPEALS: Collection[Appeal] = Collection("appeal")


def appeal_key(app: str, id: str) -> Key[Appeal]:
    return Key(app, APPEALS, id)


def appeal_id_of_ban(app: str, user_id: str, banned_at: int) -> str:
    """Of the one appeal that there can be against a ban."""
    return derived_id("appeal", app, "ban", user_id, str(banned_at))


def appeal_id_of(app: str, user_id: str, entry: LogEntry) -> str:
    """Of the one appeal that there can be against what the entry is about; a ban's is the same
    whether somebody appeals for the content that led to it or for themselves.
    """
    if entry["type"] == "ban" and entry.get("user_id") == user_id:
        return appeal_id_of_ban(app, user_id, entry["at"])
    return derived_id("appeal", app, entry["id"], user_id)


def appeal_id_of_report(app: str, report_id: str, entry: LogEntry) -> str:
    """Of the one appeal that there can be for a report against what the entry is about."""
    return derived_id("appeal", app, "report", report_id, entry["id"])


def is_open(appeal: Appeal) -> bool:
    return appeal["status"] == "submitted"


def role_of(appeal: Appeal) -> AppealRole:
    return appeal.get("role", "author")


def handlers_of(appeal: Appeal) -> list[str]:
    """Who has looked at it, written about it or decided it."""
    named = [each["by"] for each in (*appeal.get("readings", ()), *appeal.get("notes", ()))]
    return list(dict.fromkeys((*named, *filter(None, [appeal.get("decided_by")]))))


def outcome_of(appeal: Appeal) -> Outcome | None:
    """Of appeals of earlier releases only the status says it."""
    if is_open(appeal):
        return None
    return appeal.get("outcome") or ("upheld" if appeal["status"] == "rejected" else "reversed")


def out_of_court_state(appeal: Appeal) -> Literal["none", "open", "closed"]:
    dispute = appeal.get("out_of_court")
    if dispute is None:
        return "none"
    return "open" if dispute["closed_at"] is None else "closed"
