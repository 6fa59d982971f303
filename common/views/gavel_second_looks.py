"""Second looks, as Gavel's own API has them: nothing in them tells what was decided first."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.content import Payload
from common.domain.second_look import Agreements, Shown


class SecondLookView(TypedDict):
    """`labels` are what engines found in the content."""

    id: str
    entity_type: str
    content: Payload
    labels: list[str]
    languages: list[str]
    policy: str


class SecondLooksAnswer(TypedDict):
    second_looks: list[SecondLookView]
    next: str | None


class PolicyAgreement(TypedDict):
    """Of `items`, on which two people each have decided, `agreed` alike. `alpha` is Krippendorff's,
    between `low` and `high` by 95 %; null where nobody found anything else than all others.
    """

    policy: str
    items: int
    agreed: int
    alpha: float | None
    low: float | None
    high: float | None


class AgreementAnswer(TypedDict):
    """`complete` is false where there are more than were looked at."""

    policies: list[PolicyAgreement]
    complete: bool


def second_looks_answer(shown: Sequence[Shown], cursor: str | None) -> SecondLooksAnswer:
    return {"second_looks": [_view(each) for each in shown], "next": cursor}


def _view(shown: Shown) -> SecondLookView:
    item = shown.item
    return {
        "id": shown.look["id"],
        "entity_type": item["entity_type"],
        "content": item.get("payload") or {},
        "labels": list(dict.fromkeys(label["name"] for label in item.get("labels") or ())),
        "languages": item.get("languages", []),
        "policy": shown.look["policy"],
    }


def agreement_answer(found: Agreements) -> AgreementAnswer:
    policies: list[PolicyAgreement] = [
        {
            "policy": policy,
            "items": each.units,
            "agreed": found.agreed[policy],
            "alpha": each.alpha,
            "low": each.low,
            "high": each.high,
        }
        for policy, each in found.by_policy.items()
    ]
    return {"policies": policies, "complete": found.complete}
