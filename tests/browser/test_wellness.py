"""What a person has reported, severe items apart, who opened what, and entries that hit nothing."""

from __future__ import annotations

from tests.browser.conftest import People
from tests.browser.desk import BAD, Desk, Person, eventually


def _rows(person: Person) -> list[str]:
    """What the list shows, in its order: the first word of each after the bad one."""
    texts = person.page.locator(".item-row button > .line").all_inner_texts()
    return [text.replace(BAD, "").strip() for text in texts]


def _report(desk: Desk, id: str, by: str) -> None:
    body = {
        "entity_type": "post",
        "entity_id": id,
        "entity_creator_id": f"author-of-{id}",
        "moderation_payload": {"texts": [id]},
        "user_id": by,
    }
    desk.stream("POST", "/moderation/flag", body)


def test_what_one_has_reported_is_told_from_the_rest(desk: Desk, people: People) -> None:
    desk.check("found")
    for id, by in (("mine", "mo"), ("theirs", "eve")):
        _report(desk, id, by)
    mo = people("mo", "moderator")
    mo.queue()
    assert sorted(_rows(mo)) == ["found", "mine", "theirs"]
    mo.page.locator("details.filter summary").click()
    reported = mo.page.get_by_label("Reported by")
    for choice, expected in (
        ("me", ["mine"]),
        ("others", ["found", "theirs"]),
        ("machines", ["found"]),
        ("people", ["mine", "theirs"]),
    ):
        reported.select_option(choice)
        eventually(lambda expected=expected: sorted(_rows(mo)) == expected)  # type: ignore[misc]
    reported.select_option("others")
    mo.page.get_by_role("button", name="Save as a view").click()
    dialog = mo.page.locator("dialog[open]")
    dialog.get_by_label("Name").fill("Not mine")
    dialog.get_by_role("button", name="Save").click()
    mo.page.get_by_role("link", name="Not mine").wait_for()
    eventually(lambda: sorted(_rows(mo)) == ["found", "theirs"])
    assert mo.errors == []


def test_severe_items_do_not_follow_one_another(desk: Desk, people: People) -> None:
    for number in range(3):
        desk.check(f"bad{number}")
    for number in range(2):
        _report(desk, f"mild{number}", "eve")
    mo = people("mo", "moderator")
    mo.queue()
    assert _rows(mo) == ["bad0", "bad1", "bad2", "mild0", "mild1"]
    mo.open("/settings")
    mo.page.get_by_label("No two in a row from this severity on").select_option("2")
    spaced = ["mild0", "bad0", "mild1", "bad1", "bad2"]
    mo.queue()
    eventually(lambda: _rows(mo) == spaced)
    for text in spaced[:3]:
        eventually(lambda text=text: text in mo.present())  # type: ignore[misc]
        mo.press("a")
    eventually(lambda: _rows(mo) == ["bad1", "bad2"])
    mo.press("z")
    eventually(lambda: _rows(mo) == ["mild1", "bad1", "bad2"])
    assert mo.errors == []


def test_an_app_keeps_them_apart_for_who_did_not_choose(desk: Desk, people: People) -> None:
    desk.check("bad0")
    _report(desk, "mild0", "eve")
    ada = people("ada", "admin")
    ada.open("/app")
    ada.page.get_by_label("No two in a row with these labels").fill("bad,")
    ada.page.get_by_role("button", name="Save").last.click()
    ada.page.get_by_text("Saved.").wait_for()
    assert desk.hive("GET", "/page_settings")["page_settings"]["space_labels"] == ["bad"]
    mo = people("mo", "moderator")
    mo.queue()
    eventually(lambda: _rows(mo) == ["mild0", "bad0"])


def test_who_opened_an_item_stands_on_it_where_that_is_wanted(desk: Desk, people: People) -> None:
    item = desk.check("seen")
    ada = people("ada", "admin")
    ada.open("/app")
    ada.page.get_by_label("Record who opens an item").check()
    ada.page.get_by_role("button", name="Save").first.click()
    ada.page.get_by_text("Saved.").wait_for()
    for name, role in (("mo", "moderator"), ("rita", "reader")):
        person = people(name, role)
        person.queue()
        eventually(lambda name=name: name in _seen(desk, item))  # type: ignore[misc]
    ada.open(f"/item/{item}")
    history = ada.page.get_by_role("region", name="What happened")
    history.get_by_text("by rita").wait_for()
    assert history.get_by_text("Opened").count() == 3
    ada.open("/")
    opened = ada.page.locator("td[data-title=Opened]")
    opened.first.wait_for()
    assert opened.all_inner_texts() == ["1", "1", "1"]


def _seen(desk: Desk, item: str) -> list[str]:
    entries = desk.hive("GET", f"/log?kind=view&item_id={item}")["entries"]
    return [entry["by"] for entry in entries]


def test_entries_that_hit_nothing_are_found(desk: Desk, people: People) -> None:
    desk.check("one")
    lea = people("lea", "lead")
    lea.open("/lists")
    lea.page.get_by_role("button", name="Hits bad").click()
    rows = lea.page.locator("dialog[open] tbody tr")
    rows.nth(1).wait_for()
    assert [row.locator("code").inner_text() for row in rows.all()] == [BAD, "free money"]
    lea.page.get_by_label("Only entries without a hit in 30 days").check()
    eventually(lambda: rows.count() == 1)
    assert rows.locator("code").inner_text() == "free money"
    assert lea.errors == []
