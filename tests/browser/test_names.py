"""What people gave a name is shown by it, with the id beside it where that is of use."""

from __future__ import annotations

from tests.browser.conftest import People
from tests.browser.desk import Desk, eventually


def _named(desk: Desk) -> None:
    url = desk.receiver.url(f"/{desk.name}/named")
    action = {"name": "Hide it quickly", "kind": "post", "url": url}
    desk.hive("PUT", "/actions/h7", action)
    when = {"type": "in_list", "lists": ["bad"]}
    rule = {"name": "Bad words", "scope": "post", "when": when, "actions": ["h7"]}
    desk.hive("PUT", "/rules/r7", rule)
    desk.hive("PUT", "/rules/r8", {**rule, "name": "Bad words at night", "group": "night"})


def test_actions_and_rules_are_shown_by_their_names(desk: Desk, people: People) -> None:
    desk.hive("PUT", "/report_categories/c7", {"name": "Very rude", "applies_to": "both"})
    _named(desk)
    item = desk.check("one", author="ann")
    eventually(lambda: len(desk.hive("GET", "/log?kind=delivery")["entries"]) > 0)
    lea = people("lea", "lead")
    places = {
        f"/item/{item}": (".delivery b", ".rule summary .badge", ".history b"),
        "/deliveries": (".table b",),
        "/log": (".table b",),
        "/rules?part=groups": (),
        "/rules/r7?part=undo": (".table .badge",),
    }
    for path, where in places.items():
        lea.open(path)
        for each in where:
            lea.page.locator(each, has_text="Hide it quickly").first.wait_for(state="attached")
        main = lea.page.locator("main")
        assert "h7" not in main.inner_text().split(), path
        if "/rules" in path or path == "/log":
            main.get_by_text("Bad words").first.wait_for()
            assert not {"r7", "r8"} & {*main.inner_text().split()}, path
