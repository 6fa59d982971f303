"""Nobody is led to what the API refuses them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import People
from tests.browser.desk import Desk, Person

_PAGES = ("/", "/queue/all", "/content", "/users", "/users/ann", "/settings")
_CLOSED = (
    *("/appeals", "/log", "/deliveries", "/held", "/members", "/app"),
    *("/second_looks", "/transparency", "/integrity", "/approvals"),
)
_BUTTONS = "section[aria-label=Decide] .bar button"


def _restricted(desk: Desk, name: str, role: str, **limits: Any) -> None:
    desk.hive("POST", "/members", {"name": name, "role": role, **limits})


def _queue(desk: Desk) -> str:
    body = {
        "name": "Posts",
        "type": "operational_queue",
        "filters": {"entity_type": "post"},
        "user_id": "boss",
    }
    id: str = desk.stream("POST", "/moderation/queues", body)["queue"]["id"]
    return id


def _refused(person: Person) -> list[str]:
    found: list[str] = []
    person.page.on("response", lambda each: found.append(each.url) if each.status == 403 else None)
    return found


@pytest.mark.timeout(240)
@pytest.mark.parametrize("role", ["moderator", "lead", "admin"])
def test_who_is_held_to_some_queues_sees_nothing_that_is_refused(
    desk: Desk, people: People, role: str
) -> None:
    item = desk.check("one", author="ann")
    _restricted(desk, "mia", role, queues=[_queue(desk)])
    mia = people("mia", role)
    refused = _refused(mia)
    mia.queue()
    mia.page.locator(_BUTTONS).first.wait_for()
    led = mia.page.locator("nav#pages a")
    places = [each.get_attribute("href") or "" for each in led.all()]
    paths = [place.removeprefix("/dashboard") for place in places]
    assert not {*paths} & {*_CLOSED}
    for path in {*paths, *_PAGES, f"/item/{item}"}:
        mia.open(path)
        mia.page.wait_for_load_state("networkidle")
    assert refused == []
    for path in _CLOSED:
        mia.open(path)
        mia.page.locator("main .state").first.wait_for()
    assert refused == []


def test_who_is_held_to_some_actions_finds_those_and_can_take_them(
    desk: Desk, people: People
) -> None:
    item = desk.check("one")
    desk.hive(
        "PUT",
        "/actions/warn",
        {
            "name": "Warn",
            "kind": "post",
            "url": desk.receiver.url(f"/{desk.name}/warn"),
        },
    )
    _restricted(desk, "mia", "moderator", actions=["mark_reviewed", "warn"])
    mia = people("mia")
    refused = _refused(mia)
    mia.queue()
    mia.page.locator(_BUTTONS).first.wait_for()
    offered = [each.inner_text().split()[0] for each in mia.page.locator(_BUTTONS).all()]
    assert not {"Block", "Ban", "Escalate", "Flag"} & {*offered}, offered
    mia.press("d")
    mia.press("b")
    mia.press("f")
    assert mia.page.locator("dialog[open], .pending").count() == 0
    mia.press("a")
    mia.page.get_by_role("button", name="Send now").click()
    mia.page.locator(".pending").wait_for(state="detached")
    assert [entry["type"] for entry in desk.decisions("mia")] == ["mark_reviewed"]
    assert desk.item(item)["reviewed_by"]
    assert refused == []


def test_keys_and_commands_are_offered_to_those_who_have_them(desk: Desk, people: People) -> None:
    desk.check("one")
    has = {"reader": set[str](), "moderator": {"Keep"}, "lead": {"Keep", "Rules", "Select"}}
    for role, expected in has.items():
        person = people(role, role)
        person.queue()
        person.press("?")
        names = person.page.locator("dialog .help dt").all_inner_texts()
        assert {*names} & {"Keep", "Rules", "Select"} == expected
        person.page.keyboard.press("Escape")
        assert person.page.locator(".item-row input").count() == int(role == "lead")
        person.press(":")
        palette = person.page.get_by_role("dialog")
        for name in ("Keep", "Rules"):
            palette.get_by_role("combobox").fill(name)
            option = palette.get_by_role("option", name=name).first
            option.wait_for()
            is_command = option.locator("kbd, .faint").inner_text() != "User"
            assert is_command is (name in expected), (role, name)
        person.page.keyboard.press("Escape")
        person.page.keyboard.press("g")
        person.page.keyboard.press("r")
        person.page.wait_for_timeout(200)
        assert person.page.url.endswith("/rules") is ("Rules" in expected)


def test_a_moderator_is_not_offered_what_takes_a_senior(desk: Desk, people: People) -> None:
    flag = {"entity_type": "stream:user", "entity_id": "ann", "user_id": "bob"}
    user = desk.stream("POST", "/moderation/flag", flag)["item_id"]
    post = desk.check("theirs")
    desk.decide(post, "block", "noa")
    mia, sam = people("mia", "moderator"), people("sam", "senior")
    for person, count in ((mia, 0), (sam, 1)):
        for item, name in ((user, "Delete user"), (post, "Restore")):
            person.open(f"/item/{item}")
            person.page.locator(_BUTTONS).first.wait_for()
            offered = person.page.get_by_role("group", name="Decide")
            assert offered.get_by_role("button", name=name).count() == count
