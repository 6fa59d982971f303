from __future__ import annotations

from common.configuration.semantic_filters import SemanticFilters, semantic_filters_of
from common.domain.semantic_filter import SemanticFilter, semantic_filter_id
from common.engines.semantic.filters import filter_of
from common.engines.semantic.model import StaticModel
from common.engines.semantic.spec import FilterSpec


def document(name: str, *phrases: str, team: str = "", at: int = 1) -> SemanticFilter:
    return {
        "id": semantic_filter_id(name, team),
        "name": name,
        "team": team,
        "description": "",
        "phrases": list(phrases),
        "created_at": 1,
        "updated_at": at,
    }


def held(*documents: SemanticFilter, known: SemanticFilters | None = None) -> SemanticFilters:
    return semantic_filters_of({each["id"]: each for each in documents}, known)


def found(filters: SemanticFilters, name: str, team: str = "") -> FilterSpec:
    spec = filters.of_team(team).find(name)
    assert spec is not None
    return spec


def test_a_filter_that_did_not_change_keeps_what_was_prepared() -> None:
    first = held(document("scam", "send me gift cards"))
    again = held(document("scam", "send me gift cards"), known=first)
    model = StaticModel()
    assert filter_of(found(first, "scam"), model) is filter_of(found(again, "scam"), model)
    assert first.revision == again.revision


def test_what_was_prepared_of_a_filter_that_changed_or_went_is_not_kept() -> None:
    first = held(document("scam", "send me gift cards"))
    changed = held(document("scam", "send me a wire", at=2), known=first)
    assert found(changed, "scam") is not found(first, "scam")
    assert changed.revision != first.revision
    assert held(known=first).versions == {}


def test_a_team_s_own_filter_stands_before_the_whole_app_s() -> None:
    filters = held(document("scam", "of all"), document("scam", "of reds", team="reds"))
    assert found(filters, "scam", "reds").phrases == ("of reds",)
    assert found(filters, "scam", "blues").phrases == ("of all",)
    only = held(document("own", "of reds", team="reds"))
    assert only.of_team("blues").find("own") is None
    assert only.find("own") is None
