"""Why a rule holds or not, as it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NotRequired

from typing_extensions import TypedDict

from common.domain.rule import Scope
from common.domain.rule_input import RuleInput

if TYPE_CHECKING:
    from common.rules.conditions.measures import Test
    from common.rules.explaining import Clause, Compared, Explanation
    from common.rules.flipping import Change, Flip
    from common.rules.rule import Rule


class ComparedAnswer(TypedDict):
    """`seen` is null where there is nothing to compare. `distance` is how far it is from coming out
    the other way, in its own unit.
    """

    of: str
    seen: float | str | bool | None
    operator: str
    threshold: float | str | bool | None
    distance: float | None


class ClauseAnswer(TypedDict):
    """`holds` is null where it cannot be said, and `why` has what would have to be known for it.
    `asked` are the condition's own fields, and `text` says them in English. `parts` are those of
    all, any and not.
    """

    type: str
    text: str
    holds: bool | None
    values: dict[str, Any]
    asked: NotRequired[dict[str, Any]]
    compared: NotRequired[list[ComparedAnswer]]
    why: NotRequired[list[str]]
    parts: NotRequired[list[ClauseAnswer]]


class ChangeAnswer(TypedDict):
    """What one quantity would have had to be. `before` is null where it was not known."""

    of: str
    before: float | str | bool | None
    after: str


class FlipAnswer(TypedDict):
    """`is_smallest` is false where there was too much to look through for all of it."""

    to: bool
    changes: list[ChangeAnswer]
    is_smallest: bool


class ExplanationAnswer(TypedDict):
    """`nearest_miss` is the comparison of one that does not hold which came nearest to helping."""

    holds: bool | None
    clause: ClauseAnswer
    nearest_miss: ComparedAnswer | None
    smallest_change: FlipAnswer | None


class FiredAnswer(TypedDict):
    """That the rule held then, in which version; `quiet` says that nothing came of it."""

    rule_version: int
    quiet: bool


class ExplainedRule(ExplanationAnswer):
    """`not_looked_at_because` is the rule that matches before it where only the first counts;
    `off_because` says why it has no effect, although it may hold. Of an evaluation that was,
    `missing` is what was not kept of what the rule looks at.
    """

    rule_id: str
    rule_name: str
    rule_version: int
    scope: Scope
    actions: list[str]
    not_looked_at_because: NotRequired[str]
    off_because: NotRequired[str]
    fired: NotRequired[FiredAnswer]
    missing: NotRequired[list[str]]


def explained_rule(
    rule: Rule,
    scope: Scope,
    explanation: Explanation,
    because: str,
    off: str,
    fired: tuple[int, bool] | None,
    missing: Sequence[str],
) -> ExplainedRule:
    """`fired` is the version that held, and whether nothing came of it."""
    explained = explanation_answer(explanation)
    answer: ExplainedRule = {
        "rule_id": rule.id,
        "rule_name": rule.name,
        "rule_version": rule.version,
        "scope": scope,
        "actions": does(rule),
        "holds": explained["holds"],
        "clause": explained["clause"],
        "nearest_miss": explained["nearest_miss"],
        "smallest_change": explained["smallest_change"],
    }
    if because:
        answer["not_looked_at_because"] = because
    if off:
        answer["off_because"] = off
    if fired is not None:
        version, is_quiet = fired
        answer["fired"] = {"rule_version": version, "quiet": is_quiet}
    if missing:
        answer["missing"] = list(missing)
    return answer


def does(rule: Rule) -> list[str]:
    effects = rule.built.effects if rule.built is not None else ()
    return [*dict.fromkeys((*rule.actions, *(effect.type for effect in effects)))]


def explanation_answer(explanation: Explanation) -> ExplanationAnswer:
    nearest, flip = explanation.nearest, explanation.flip
    return {
        "holds": explanation.holds,
        "clause": clause_answer(explanation.clause),
        "nearest_miss": compared_answer(nearest) if nearest is not None else None,
        "smallest_change": _flip(flip, to=explanation.holds is not True) if flip else None,
    }


def clause_answer(clause: Clause) -> ClauseAnswer:
    answer: ClauseAnswer = {
        "type": clause.type,
        "text": clause.text,
        "holds": clause.holds,
        "values": dict(clause.values),
    }
    if clause.asked:
        answer["asked"] = dict(clause.asked)
    if clause.compared:
        answer["compared"] = [compared_answer(each) for each in clause.compared]
    if clause.why:
        answer["why"] = list(clause.why)
    if clause.parts:
        answer["parts"] = [clause_answer(part) for part in clause.parts]
    return answer


def compared_answer(compared: Compared) -> ComparedAnswer:
    test, distance = compared.test, compared.distance
    return {
        "of": test.quantity.name,
        "seen": test.quantity.shown(compared.seen),
        "operator": test.operator,
        "threshold": _threshold(test),
        "distance": None if distance is None else round(distance, 6),
    }


def _threshold(test: Test) -> float | str | bool | None:
    return None if isinstance(test.wanted, frozenset) else test.quantity.shown(test.wanted)


def _flip(flip: Flip, *, to: bool) -> FlipAnswer:
    return {
        "to": to,
        "changes": [_change(each) for each in flip.changes],
        "is_smallest": flip.is_smallest,
    }


def _change(change: Change) -> ChangeAnswer:
    return {
        "of": change.quantity.name,
        "before": change.quantity.shown(change.before),
        "after": change.words,
    }


class EvaluationAnswer(TypedDict):
    """An evaluation whose inputs were kept, and what was not kept of them."""

    item_id: str
    revision: int
    at: int
    user_id: str
    scopes: list[Scope]
    missing: list[str]


class ExplainedRulesAnswer(TypedDict):
    """As all of it stands at `as_of`: now, which need not be how it stood when a rule last fired,
    or when that `evaluation` was.
    """

    rules: list[ExplainedRule]
    as_of: int
    evaluation: EvaluationAnswer | None
    next: str | None


def evaluation_answer(kept: RuleInput) -> EvaluationAnswer:
    return {
        "item_id": kept["item_id"],
        "revision": kept["revision"],
        "at": kept["at"],
        "user_id": kept["user_id"],
        "scopes": kept["scopes"],
        "missing": kept["facts"].get("missing", []),
    }
