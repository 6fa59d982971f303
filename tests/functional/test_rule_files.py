"""Rules as a file: taken out, looked at, brought in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.local.rules.__main__ import main
from tests.functional.desk import Desk
from tests.functional.ruled import ERASE, HIDE, RULE, asked, put, refused, ruled_desk

EXPORT, IMPORT = "/api/v1/rules/export", "/api/v1/rules/import"
BUILT = {
    "name": "Built",
    "rule_type": "content",
    "conditions": [
        {"type": "text_content", "text_content_params": {"blocklist_match": ["listed"]}}
    ],
    "action": {"type": "flag_content"},
}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ruled_desk(tmp_path_factory.mktemp("files") / "data") as made:
        made.done("PUT", "/api/v1/actions/hide", HIDE)
        made.done("PUT", "/api/v1/actions/erase", ERASE)
        yield made


def several(bench: Desk) -> None:
    put(bench, "b", name="B", actions=["hide"])
    put(bench, "a", name="A", position=4)
    bench.done("POST", "/api/v2/moderation/moderation_rule", BUILT)


def test_what_was_exported_is_imported_without_a_change(bench: Desk) -> None:
    several(bench)
    exported = asked(bench, "GET", EXPORT)
    assert [*exported] == ["format", "rules"]
    ids = [each["id"] for each in exported["rules"]]
    assert ids == sorted(ids) and len(ids) == 3
    text = json.dumps(exported)
    assert "_at" not in text and "version" not in text
    body = {**exported, "dry_run": False, "delete_missing": True}
    answer = bench.done("POST", IMPORT, body)
    assert (answer["created"], answer["changed"], answer["deleted"]) == ([], [], [])
    assert answer["unchanged"] == 3
    assert bench.done("GET", "/api/v1/rules/a")["rule"]["version"] == 1
    assert asked(bench, "GET", EXPORT) == exported


def test_a_whole_app_is_rebuilt_from_its_file(bench: Desk) -> None:
    several(bench)
    exported = asked(bench, "GET", EXPORT)
    for each in exported["rules"]:
        bench.done("DELETE", f"/api/v1/rules/{each['id']}")
    assert asked(bench, "GET", EXPORT)["rules"] == []
    answer = bench.done("POST", IMPORT, {**exported, "dry_run": False, "user_id": "lea"})
    assert [each["version"] for each in answer["created"]] == [2, 2, 2]
    assert asked(bench, "GET", EXPORT) == exported
    version = bench.done("GET", "/api/v1/rules/a/versions/2")["version"]
    assert version["by"] == "lea"


def test_a_dry_run_says_what_would_change_and_changes_nothing(bench: Desk) -> None:
    several(bench)
    before = asked(bench, "GET", EXPORT)
    changed = {**next(each for each in before["rules"] if each["id"] == "a"), "position": 9}
    body = {"rules": [changed, {**RULE, "id": "new"}], "delete_missing": True}
    told = bench.done("POST", IMPORT, body)
    assert told["dry_run"] is True
    assert [each["rule_id"] for each in told["created"]] == ["new"]
    assert told["changed"] == [{"rule_id": "a", "version": 1, "changes": ["position 4 → 9"]}]
    assert len(told["deleted"]) == 2 and "b" in told["deleted"]
    assert asked(bench, "GET", EXPORT) == before
    done = bench.done("POST", IMPORT, {**body, "dry_run": False})
    assert done["changed"][0]["version"] == 2
    assert [each["id"] for each in asked(bench, "GET", EXPORT)["rules"]] == ["a", "new"]


def test_what_the_file_leaves_out_stays_unless_it_is_to_go(bench: Desk) -> None:
    several(bench)
    bench.done("POST", IMPORT, {"rules": [], "dry_run": False})
    assert len(asked(bench, "GET", EXPORT)["rules"]) == 3


def test_all_that_is_wrong_is_named_by_rule_and_field(bench: Desk) -> None:
    put(bench, "b", name="B")
    no_list = {"type": "in_list", "lists": ["nosuch"]}
    no_category = {"type": "report_count", "categories": ["rude"]}
    rules: list[dict[str, Any]] = [
        {**RULE, "id": "a", "actions": ["nosuch"]},
        {**RULE, "id": "c", "when": no_list},
        {**RULE, "id": "d", "when": no_category},
        {**RULE, "id": "d"},
        {**RULE, "id": "e", "scope": "user"},
        {"id": "b", "moderation_rule": BUILT},
        {"id": "f", "moderation_rule": {**BUILT, "name": "F", "action": None}},
        {**RULE, "id": "export"},
    ]
    body = {"rules": rules, "dry_run": False, "delete_missing": True}
    named = refused(bench, 400, "POST", IMPORT, body)
    assert sorted(named) == [
        "rules.0.actions",
        "rules.1.when.in_list.lists",
        "rules.2.when.report_count.categories",
        "rules.3.id",
        "rules.4.when",
        "rules.5.id",
        "rules.6.moderation_rule.action",
        "rules.7.id",
    ]
    assert [each["id"] for each in asked(bench, "GET", EXPORT)["rules"]] == ["b"]


def test_more_rules_than_go_into_one_commit(bench: Desk) -> None:
    rules = [{**RULE, "id": f"r{number:03}", "position": number} for number in range(75)]
    answer = bench.done("POST", IMPORT, {"rules": rules, "dry_run": False})
    assert len(answer["created"]) == 75
    again = [{**each, "name": "Again"} for each in rules[:50]]
    body = {"rules": again, "dry_run": False, "delete_missing": True}
    answer = bench.done("POST", IMPORT, body)
    assert (len(answer["changed"]), len(answer["deleted"])) == (50, 25)
    shown = asked(bench, "GET", EXPORT)["rules"]
    assert [each["name"] for each in shown] == ["Again"] * 50


def test_an_import_is_no_way_around_a_second_person(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"second_person_for_irreversible": True})
    rules = [{**RULE, "id": "a"}, {**RULE, "id": "b", "actions": ["erase"]}]
    body = {"rules": rules, "dry_run": False, "user_id": "lea"}
    assert [*refused(bench, 403, "POST", IMPORT, body)] == ["rules.1.actions"]
    assert asked(bench, "GET", EXPORT)["rules"] == []
    rules[1]["enabled"] = False
    assert len(bench.done("POST", IMPORT, body)["created"]) == 2


def checked(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    file = tmp_path / "rules.json"
    file.write_text(text, "utf-8")
    code = main(["check", str(file)])
    return code, [line.removeprefix(f"{file}: ") for line in capsys.readouterr().out.splitlines()]


def test_a_file_is_checked_without_a_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {"format": 1, "rules": [{**RULE, "id": "a"}, {"id": "b", "moderation_rule": BUILT}]}
    assert checked(tmp_path, json.dumps(good), capsys) == (0, [])
    bad: dict[str, Any] = json.loads(json.dumps(good))
    bad["rules"][0]["when"] = {"type": "classified_as", "classes": ["x"], "threshold": 7}
    bad["rules"][0]["scope"] = "post"
    bad["rules"][1]["moderation_rule"]["rule_type"] = "weather"
    code, lines = checked(tmp_path, json.dumps(bad, indent=2), capsys)
    assert code == 1
    text = json.dumps(bad, indent=2).splitlines()
    for line, (rule, field) in zip(lines, (("a", "threshold"), ("b", "rule_type")), strict=True):
        number = int(line.split()[1].rstrip(":"))
        assert f"rule {rule}: " in line and field in line
        assert f'"{field}"' in text[number - 1]


def test_what_is_no_file_of_rules_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, (line,) = checked(tmp_path, '{\n  "rules": [\n  {]\n}', capsys)
    assert code == 1 and line.startswith("line 3: is not JSON")
    code, (line,) = checked(tmp_path, '{"rules": 5}', capsys)
    assert code == 1 and "rules" in line
    assert main(["check", str(tmp_path / "none.json")]) == 2
