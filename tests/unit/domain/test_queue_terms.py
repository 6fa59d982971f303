"""What items of the queue are found by: nothing that matches a filter is missed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.domain.filters import compile_filter
from common.domain.item import Item, enter_queue
from common.domain.labels import Label, label_document
from common.domain.queue_terms import (
    CUSTOM,
    SEVERAL,
    SINGLE,
    TERMS,
    TRUTHS,
    VIEW,
    queue_terms,
    terms,
)
from common.moderation.review.plans import candidates
from tests.factories import item

_words = st.sampled_from(["a", "b", "c", "é" * 90, "n1.0"])
_values = st.one_of(_words, st.booleans(), st.integers(-2, 2), st.floats(), st.none())
_fields: dict[str, Any] = {
    "recommended_action": st.sampled_from(["keep", "flag", "shadow"]),
    "config_key": _words,
    "team": _words,
    "severity": st.integers(0, 4),
    "languages": st.lists(_words, unique=True),
    "flag_labels": st.lists(_words, unique=True),
    "flag_types": st.lists(_words, unique=True),
    "reporters": st.lists(st.integers(0, 9).map(str), unique=True),
    "escalated": st.booleans(),
    "escalated_by": _words,
    "reviewed_at": st.sampled_from([None, 5]),
    "status": st.sampled_from(["complete", "partial"]),
    "payload": st.fixed_dictionaries(
        {
            "images": st.lists(_words, max_size=1),
            "custom": st.dictionaries(
                st.sampled_from([f"k{n}" for n in range(12)]), st.one_of(_values, st.lists(_values))
            ),
        }
    ),
}
_keys = ("language", "label", "category", "teams", "config_key", "escalated_by", "k1", "custom.k3")
_conditions = st.one_of(
    st.tuples(st.sampled_from(_keys), _words),
    st.tuples(st.sampled_from(_keys), st.fixed_dictionaries({"$in": st.lists(_words)})),
    st.tuples(st.sampled_from(["k1", "custom.k2"]), _values),
    st.tuples(st.just("reporter_id"), st.integers(0, 9).map(str)),
    st.tuples(st.sampled_from(["escalated", "has_image", "reviewed"]), st.booleans()),
    st.tuples(st.just("severity"), st.fixed_dictionaries({"$gte": st.integers(0, 5)})),
    st.tuples(st.just("severity"), st.integers(0, 4)),
    st.tuples(st.just("status"), st.sampled_from(["complete", "partial"])),
    st.tuples(st.just("recommended_action"), st.sampled_from(["shadow_block", "flag"])),
    st.tuples(st.just("custom"), st.dictionaries(st.sampled_from(["k1", "k2"]), _values)),
)


def _queued(fields: Mapping[str, Any]) -> Item:
    made = item()
    enter_queue(made, 1)
    cast("dict[str, Any]", made).update(fields)
    return made


# An item has many fields to draw.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    fields=st.fixed_dictionaries({}, optional=_fields),
    conditions=st.lists(_conditions, min_size=1, max_size=3),
    wrapped=st.booleans(),
)
def test_each_candidate_of_a_filter_has_every_item_that_matches(
    fields: dict[str, Any], conditions: list[tuple[str, Any]], wrapped: bool
) -> None:
    queued = _queued(fields)
    filter = dict(conditions)
    if wrapped:
        filter = {"$and": [{name: value} for name, value in filter.items()]}
    if not compile_filter(filter)(queued):
        return
    stored: dict[str, Any] = {**queued, TERMS: queue_terms(queued)}
    for candidate in candidates(filter):
        assert any(_has(stored, dict(equal)) for equal in candidate)


def _has(stored: Mapping[str, Any], equal: dict[str, Any]) -> bool:
    ((name, value),) = equal.items()
    return value in stored[name] if name == TERMS else stored.get(name) == value


@pytest.mark.parametrize(
    ("filter", "fields"),
    [
        ({"label": "INSULT"}, {"flag_labels": ["INSULT"]}),
        ({"category": {"$in": ["ai_text"]}}, {"flag_types": ["ai_text"]}),
        ({"severity": {"$gte": 3}}, {"severity": 4}),
        ({"language": {"$contains": "en"}}, {"languages": ["en"]}),
        ({"reporter_type": "user"}, {"reporter_types": ["user"]}),
        ({"teams": "reds"}, {"team": "reds"}),
        ({"escalated": True}, {"escalated": True}),
        ({"assigned_to": "mod"}, {"locked_by": "mod"}),
        ({"shop": 7}, {"payload": {"custom": {"shop": 7}}}),
        ({"custom": {"shop": "x"}}, {"payload": {"custom": {"shop": "x"}}}),
        ({"channel_id": "c"}, {"payload": {"custom": {"channel_cid": "messaging:c"}}}),
        ({"appeal_status": "submitted"}, {"appeal_id": "a", "appeal_status": "submitted"}),
        ({"appeal": True}, {"appeal_id": "a", "appeal_status": "submitted"}),
        ({"bounce_count": 2}, {"bounce_count": 2}),
        ({"has_image": True}, {"payload": {"images": ["u"]}}),
    ],
)
@pytest.mark.parametrize("reviewed", [False, True])
def test_a_view_is_found_by_a_term_of_its_own(
    filter: dict[str, Any], fields: dict[str, Any], reviewed: bool
) -> None:
    queued = _queued({**fields, "reviewed_at": 5 if reviewed else None})
    found = [
        equal[TERMS]
        for candidate in candidates({**filter, "reviewed": reviewed})
        for equal in candidate
    ]
    assert set(found) & set(queue_terms(queued))
    others = [
        equal[TERMS]
        for candidate in candidates({**filter, "reviewed": not reviewed})
        for equal in candidate
    ]
    assert not set(others) & set(queue_terms(queued))


def test_what_is_not_in_the_queue_has_none() -> None:
    assert queue_terms(item()) == []


def test_terms_are_few_and_short_whatever_an_item_has() -> None:
    many = [f"{n} {'x' * 500}" for n in range(200)]
    label = Label("ai_text", "A", 1.0)
    queued = _queued(
        {
            "labels": [label_document(label, "flag")] * 50,
            "flag_labels": many,
            "flag_types": many,
            "languages": many,
            "reporters": many,
            "reporter_types": many,
            "report_reasons": many,
            "team": many[0],
            "escalated": True,
            "escalated_by": many[0],
            "queue_views": many,
            "payload": {"custom": {each: each for each in many}, "images": many},
        }
    )
    found = queue_terms(queued)
    most = len(SINGLE) + len(TRUTHS) + sum(SEVERAL.values()) + len(SEVERAL) + 9 + 7
    assert len(found) == len(set(found)) <= most
    assert max(map(len, found)) <= 122
    assert terms("w", "label", "none of these")[1] in found
    assert terms("w", VIEW, "none of these")[1] in found
    assert terms("w", f"{CUSTOM}x", "none of these")[1] in found
