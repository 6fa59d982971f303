"""The figures of reports on transparency, as Gavel's own API has them."""

from __future__ import annotations

from typing_extensions import TypedDict


class Median(TypedDict):
    """Of `number` durations: the middle of the bucket in which the median lies, and the ends of
    that. All three are null where there are none.
    """

    number: int
    median_seconds: int | None
    at_least_seconds: int | None
    at_most_seconds: int | None


class NoticeCategory(TypedDict):
    """One of the app's categories of reports. A report in several counts in each."""

    category: str
    number: int
    by_trusted_flaggers: int


class MeasureCategory(TypedDict):
    """One that the app has declared, empty where it has none. `automated` counts those that a
    machine detected.
    """

    category: str
    number: int
    automated: int


class Restrictions(TypedDict):
    """A measure with several restrictions counts in each; `field` and `code` are those of the
    transparency database.
    """

    field: str
    code: str
    number: int


class Measures(TypedDict):
    """Restrictions that were stated. `detection` and `decision` are by automated means, by people
    (`manual`), or in part (`partly`).
    """

    number: int
    on_law: int
    on_terms: int
    ground_not_said: int
    detection: dict[str, int]
    decision: dict[str, int]
    by_category: list[MeasureCategory]
    by_restriction: list[Restrictions]
    taken_back: int


class Notices(TypedDict):
    """`time_to_action` is from the oldest report to the restriction, where one followed."""

    number: int
    by_trusted_flaggers: int
    by_category: list[NoticeCategory]
    measures: Measures
    time_to_action: Median


class OrderState(TypedDict):
    """An issuing state, by its code."""

    code: str
    number: int


class OrderCategory(TypedDict):
    """A category of the transparency database, empty where none was said."""

    category: str
    number: int


class OrdersOfKind(TypedDict):
    """Of the orders that were received in the time, how many; of those that were acknowledged and
    given effect in it, how long after they were received.
    """

    number: int
    by_state: list[OrderState]
    by_category: list[OrderCategory]
    time_to_acknowledgement: Median
    time_to_effect: Median


class AuthorityOrders(TypedDict):
    """As people entered them: to act against content, and to give information."""

    act: OrdersOfKind
    information: OrdersOfKind


class Complaints(TypedDict):
    """`number` were made in the time, of which `not_decided` still are not. `upheld`, `reversed`
    and `partly_reversed` are decisions of the time, whenever they were asked for.
    """

    number: int
    by_role: dict[str, int]
    by_basis: dict[str, int]
    not_decided: int
    decided: int
    upheld: int
    reversed: int
    partly_reversed: int
    time_to_decision: Median


class OutOfCourtDisputes(TypedDict):
    number: int
    settled: int
    by_outcome: dict[str, int]
    implemented: int
    not_implemented: int
    time_to_settlement: Median


class Suspensions(TypedDict):
    """`accounts_on_law`, `accounts_on_terms` and `accounts_ground_not_said` are measures against
    accounts; the others were for notices or complaints without ground, again and again.
    """

    accounts_on_law: int
    accounts_on_terms: int
    accounts_ground_not_said: int
    for_unfounded_notices: int
    for_unfounded_complaints: int
    warned_for_notices: int
    warned_for_complaints: int


class Accuracy(TypedDict):
    """Of what it had flagged or acted on, `reviewed` contents were decided on by people, who
    `agreed` with it. The accuracy is their share and the error rate the rest, each between its ends
    by 95 % (Wilson); null where nothing was reviewed.
    """

    name: str
    reviewed: int
    agreed: int
    accuracy: float | None
    accuracy_low: float
    accuracy_high: float
    error_rate: float | None
    error_rate_low: float
    error_rate_high: float


class AutomatedMeans(TypedDict):
    engines: list[Accuracy]
    rules: list[Accuracy]


class Durations(TypedDict):
    """In which buckets durations are counted: each is `step` times as long as the one before."""

    step: float


class ShownFigures(TypedDict):
    """`since` and `until` are the first and the last day, in UTC; `counted_since` is the first of
    which anything is counted. `not_counted` names what such reports have beside these.
    """

    since: str
    until: str
    counted_since: str | None
    durations: Durations
    authority_orders: AuthorityOrders
    notices: Notices
    other_reports: Notices
    own_initiative: Measures
    complaints: Complaints
    out_of_court: OutOfCourtDisputes
    suspensions: Suspensions
    automated_means: AutomatedMeans
    not_counted: list[str]


class FiguresAnswer(TypedDict):
    transparency: ShownFigures
