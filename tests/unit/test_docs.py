"""docs/api.md against the route table and the models."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter

from common.api.gavel.rules import RuleBody
from common.domain.log import KINDS, LogKind
from common.domain.webhook import EventType
from common.http.dialects.gavel import GavelDialect
from common.http.matching import Matcher
from common.http.routes import ROUTES
from common.moderation.review.decisions.action_types import ACTION_TYPES, carried_out
from common.rules.conditions.base import SCOPES, walk
from common.rules.conditions.logic import Condition
from common.rules.rule import Rule
from common.views.webhook_events import MOST_BYTES
from tests.documents import API, RULE_VERSIONS, Example, conditions, examples, table

_EXAMPLES = [*examples(API), *examples(RULE_VERSIONS)]
_CONDITIONS: TypeAdapter[Any] = TypeAdapter(Condition)


@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda e: f"{e.method} {e.path}")
def test_an_example_fits_its_model(example: Example) -> None:
    found = Matcher(ROUTES).find(example.method, example.path.partition("?")[0])
    assert found is not None
    route, path = found
    if route.body:
        _model(route.body).model_validate(example.body)
    else:
        assert example.body is None
    if route.operation == "put_rule":
        _rule(path["id"], **RuleBody.model_validate(example.body).fields())


def test_every_condition_has_an_example_that_fits_a_rule() -> None:
    shown = set()
    for condition in conditions(API):
        tree = _CONDITIONS.validate_python(condition)
        parts = list(walk(tree))
        shown |= {part.type for part in parts}
        scope = next(s for s in SCOPES if all(s in part.scopes for part in parts))
        body = {"name": "x", "scope": scope, "when": condition, "actions": ["flag_for_review"]}
        _rule("x", **RuleBody.model_validate(body).fields())
    assert shown == {get_args(each.model_fields["type"].annotation)[0] for each in _classes()}


def test_each_condition_is_said_to_fit_where_it_fits() -> None:
    text = API.read_text("utf-8")
    for each in _classes():
        name = get_args(each.model_fields["type"].annotation)[0]
        if name in ("all", "any", "not"):
            continue
        where = "all scopes" if each.scopes == SCOPES else ", ".join(each.scopes)
        assert f"**`{name}`** ({where}):" in text


def test_every_endpoint_of_its_own_is_named() -> None:
    named = {
        path.strip("` ") for row in table(API, "# Gavel's own API") for path in row[0].split(",")
    }
    own = {r.path for r in ROUTES if isinstance(r.dialect, GavelDialect) and (r.answer or r.media)}
    assert named == own


def test_every_event_is_named() -> None:
    assert table(API, "## Webhooks") == [[f"`{each}`", each.when] for each in EventType]
    assert f"more than {MOST_BYTES:,} bytes" in API.read_text("utf-8")


def test_every_decision_that_an_action_carries_out_is_named() -> None:
    (cell,) = (row[1] for row in table(API, "## Actions") if row[0] == "`carries_out`")
    assert set(re.findall(r"`(\w+)`", cell)) == set(carried_out(ACTION_TYPES))


def test_every_kind_of_log_entry_is_named() -> None:
    assert set(KINDS) == set(get_args(LogKind))
    named = table(API, "### Kinds")
    assert named == [[f"`{name}`", kind.meaning] for name, kind in KINDS.items()]


def _classes() -> tuple[Any, ...]:
    return get_args(get_args(Condition)[0])


def _model(reference: str) -> type[BaseModel]:
    module, _, name = reference.partition(":")
    model: type[BaseModel] = getattr(import_module(module), name)
    return model


def _rule(id: str, **fields: Any) -> Rule:
    return Rule.model_validate(
        {"position": 0, **fields, "id": id, "created_at": 0, "updated_at": 0}
    )
