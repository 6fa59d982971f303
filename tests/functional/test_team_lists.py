"""Block lists of one name in several teams: each is its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.desk import Desk, desk

_LISTS = "/api/v2/blocklists"
TEAMS = ("aaa", "bbb", "")


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("teams") / "data") as made:
        yield made


def _create(bench: Desk, team: str, *words: str, name: str = "shared") -> None:
    body = {"name": name, "words": list(words), **_of(team)}
    bench.done("POST", _LISTS, body)


def _of(team: str) -> dict[str, str]:
    return {"team": team} if team else {}


def _words(bench: Desk, team: str) -> list[str] | None:
    query = _of(team)
    answered = bench.server.call(bench.app, "GET", f"{_LISTS}/shared", query=query)
    found = answered.json()
    return list(found["blocklist"]["words"]) if answered.status == 200 else None


def _policy(bench: Desk, team: str, whose: str = "") -> None:
    """`whose` list the rule names, if it says so."""
    rules = [{"name": "shared", "action": "remove", **_of(whose)}]
    bench.policy("k", team, block_list_config={"rules": rules})


def _verdicts(bench: Desk, team: str, key: str = "k", **fields: Any) -> list[str]:
    """For the word of each team's list."""
    named = {"config_team": team} if team else {}
    return [
        bench.check(f"only{each or 'app'}", config_key=key, **named, **fields)["recommended_action"]
        for each in TEAMS
    ]


FOUND = {
    "aaa": ["remove", "keep", "keep"],
    "bbb": ["keep", "remove", "keep"],
    "": ["keep", "keep", "remove"],
}


@pytest.fixture
def lists(bench: Desk) -> Desk:
    for team in TEAMS:
        _create(bench, team, f"only{team or 'app'}")
    return bench


@pytest.mark.parametrize("order", [TEAMS, TEAMS[::-1]])
@pytest.mark.parametrize("named", [True, False])
def test_each_team_is_checked_with_its_own_list(
    lists: Desk, order: tuple[str, ...], named: bool
) -> None:
    for team in order:
        _policy(lists, team, team if named else "")
    for team in TEAMS:
        assert _verdicts(lists, team) == FOUND[team], team


def test_a_rule_may_name_another_teams_list(lists: Desk) -> None:
    _policy(lists, "", "bbb")
    assert _verdicts(lists, "") == FOUND["bbb"]
    assert _verdicts(lists, "aaa") == FOUND["bbb"], "aaa has no policy of its own"


def test_two_rules_of_one_policy_may_name_two_teams_lists(lists: Desk) -> None:
    rules = [
        {"name": "shared", "action": "remove", "team": "aaa"},
        {"name": "shared", "action": "flag", "team": "bbb"},
    ]
    lists.policy("k", block_list_config={"rules": rules})
    assert _verdicts(lists, "") == ["remove", "flag", "keep"]


def test_a_team_without_its_own_list_has_the_apps(lists: Desk) -> None:
    for whose in ("", "ccc"):
        _policy(lists, "ccc", whose)
        assert _verdicts(lists, "ccc") == FOUND[""]
    _create(lists, "ccc", "onlyaaa")
    assert _verdicts(lists, "ccc") == FOUND["aaa"]


def test_no_team_has_anothers_list_by_accident(bench: Desk) -> None:
    _create(bench, "aaa", "onlyaaa")
    for team in ("", "bbb"):
        rules = [{"name": "shared", "action": "remove"}]
        body = {"key": "k", **_of(team), "block_list_config": {"rules": rules}}
        answered = bench.send("POST", "/api/v2/moderation/config", body)
        assert answered.status == 400
        fields = answered.json()["exception_fields"]
        assert set(fields) == {"block_list_config.rules.0.name"}
    _policy(bench, "aaa")
    assert _verdicts(bench, "aaa") == FOUND["aaa"]


def test_lists_are_read_changed_and_listed_one_by_one(lists: Desk) -> None:
    changed = {"words": ["else"], **_of("bbb")}
    lists.done("PUT", f"{_LISTS}/shared", changed)
    assert [_words(lists, team) for team in TEAMS] == [["onlyaaa"], ["else"], ["onlyapp"]]
    assert _words(lists, "ccc") is None
    listed = lists.server.call(lists.app, "GET", _LISTS, query={"team": "aaa"}).json()
    assert [(each["team"], each["words"]) for each in listed["blocklists"]] == [
        ("aaa", ["onlyaaa"])
    ]
    ids = {each["id"] for each in lists.done("GET", _LISTS)["blocklists"]}
    assert len(ids) == 3 + 2
    twice = lists.send("POST", _LISTS, {"name": "shared", "words": ["x"], **_of("aaa")})
    assert set(twice.json()["exception_fields"]) == {"name"}


def test_a_changed_list_changes_its_own_teams_checks_alone(lists: Desk) -> None:
    for team in TEAMS:
        _policy(lists, team)
    lists.done("PUT", f"{_LISTS}/shared", {"words": ["onlyapp"], **_of("aaa")})
    assert _verdicts(lists, "aaa") == ["keep", "keep", "remove"]
    assert _verdicts(lists, "bbb") == FOUND["bbb"]


def test_a_list_is_deleted_alone_and_only_when_nobody_means_it(lists: Desk) -> None:
    _policy(lists, "aaa")

    def deleted(team: str) -> int:
        return lists.server.call(lists.app, "DELETE", f"{_LISTS}/shared", query=_of(team)).status

    assert deleted("aaa") == 400
    assert (deleted("bbb"), deleted(""), deleted("ccc")) == (200, 200, 404)
    assert _verdicts(lists, "aaa") == FOUND["aaa"]
    _create(lists, "", "onlyapp")
    _policy(lists, "ccc")
    assert deleted("") == 400, "ccc has no list of its own, so it means the app's"


def test_an_inline_policy_means_the_teams_lists(lists: Desk) -> None:
    config = {"block_list_config": {"rules": [{"name": "shared", "action": "remove"}]}}
    for team in TEAMS:
        found = _verdicts(lists, team, key="default", test_mode=True, config=config)
        assert found == FOUND[team]
