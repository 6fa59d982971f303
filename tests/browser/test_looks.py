"""What is on the pages: for everybody, at every width, whatever somebody wrote."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from tests.browser.conftest import People
from tests.browser.desk import Desk
from tests.browser.looking import (
    colors,
    need_axe,
    problems,
    scrolls_sideways,
    settle,
    small_targets,
)

PAGES = ("/", "/queue/all", "/queue/reviewed", "/content", "/users", "/appeals", "/settings")

HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)> badword",
    "override": "badword \u202egnp.exe\u202c and \u2066more\u2069",
    "zalgo": "b"
    + "".join(f"{c}\u0301\u0302\u0303\u0304\u0316\u0317" * 8 for c in "adword ")
    + "badword",
    "long": "badword " + "x" * 99_000,
    "lines": "badword\n" * 2_000,
    "wide": "badword " + "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 300,
    "link": "badword javascript:alert(3) https://example.com/" + "y" * 900,
}


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for id, text in HOSTILE.items():
        desk.check(id, text, author=f"author.{id}")
    desk.check(
        "media",
        "badword",
        images=["https://127.0.0.1:1/none.png", "javascript:alert(4)"],
        videos=["https://127.0.0.1:1/none.mp4"],
        custom={"reference_url": "javascript:alert(5)", "<b>": "<i>x</i>", "channel_cid": "a:b"},
    )
    report = {"post_id": "script", "report_categories": ["bullying"], "reporter_id": "<u>"}
    desk.hive("POST", "/report", {**report, "report_reason": "<script>alert(6)</script>"})
    desk.stream(
        "POST",
        "/moderation/flag",
        {
            "entity_type": "stream:user",
            "entity_id": "author.script",
            "reason": "\u202etpircs",
            "user_id": "<s>",
        },
    )
    done = desk.check("done", "badword, decided")
    desk.decide(done, "block", "<em>noa</em>")
    return desk


def _pages(desk: Desk) -> list[str]:
    body = {"filter": {"entity_id": {"$in": [*HOSTILE, "media"]}}, "limit": 50}
    items = desk.stream("POST", "/moderation/review_queue", body)["items"]
    return [
        *PAGES,
        *(f"/item/{item['id']}" for item in items),
        "/users/author.script",
    ]


@pytest.mark.timeout(240)
def test_every_page_fits_is_safe_and_can_be_read(filled: Desk, people: People) -> None:
    need_axe()
    mia = people("mia", "admin", bypass_csp=True)
    found = problems(mia, _pages(filled))
    assert found == {}, json.dumps(found, indent=1)


def test_high_contrast_is_one(filled: Desk, people: People) -> None:
    need_axe()
    mia = people("mia", "admin", bypass_csp=True)
    mia.open("/settings")
    mia.page.get_by_label("Colours").select_option("contrast")
    found = colors(mia, _pages(filled)[: len(PAGES) + 1])
    assert found == {}, json.dumps(found, indent=1)


def test_a_long_text_is_folded_and_what_is_invisible_is_shown(filled: Desk, people: People) -> None:
    body = {"filter": {"entity_id": {"$in": ["long", "override"]}}, "limit": 5}
    items = filled.stream("POST", "/moderation/review_queue", body)["items"]
    ids = {item["entity_id"]: item["id"] for item in items}
    mia = people()
    mia.open(f"/item/{ids['long']}")
    content = mia.page.locator(".content .written").first
    content.wait_for()
    assert len(content.inner_text()) < 2_000
    content.get_by_role("button", name="Show all 99,008 characters").click()
    assert len(content.inner_text()) > 99_000
    mia.open(f"/item/{ids['override']}")
    mia.page.get_by_role("img", name="invisible character U+202E").first.wait_for()


def test_matched_words_are_marked_where_they_stand_with_what_they_were_read_as(
    desk: Desk, people: People
) -> None:
    item = desk.check("one", "\U0001f600 Look: fr\u0435\u0435 m\u043en\u0435y here")
    mia = people()
    mia.open(f"/item/{item}")
    mark = mia.page.locator(".content mark")
    mark.wait_for()
    assert mark.inner_text().startswith("fr\u0435\u0435 m\u043en\u0435y")
    assert mark.get_attribute("title") == "read as \u201cfree money\u201d"


def test_media_are_blurred_grey_and_muted_until_wanted(filled: Desk, people: People) -> None:
    picture = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
        "hgGAWjR9awAAAABJRU5ErkJggg=="
    )
    item = filled.check("picture", "badword", images=[picture])
    mia = people()
    mia.open(f"/item/{item}")
    image = mia.page.locator(".media img")
    image.wait_for()
    style = "element => getComputedStyle(element).filter"
    assert image.evaluate(style) == "blur(24px) grayscale(1)"
    mia.page.keyboard.down("v")
    assert image.evaluate(style) == "none"
    mia.page.keyboard.up("v")
    assert "blur" in image.evaluate(style)
    mia.page.locator(".media button").click()
    assert image.evaluate(style) == "none"


@pytest.mark.usefixtures("filled")
@pytest.mark.timeout(180)
@pytest.mark.parametrize("width", [320, 640])
def test_nothing_scrolls_sideways_when_narrow_or_zoomed(people: People, width: int) -> None:
    """640 is a window of 1280 at 200 %."""
    mia = people("mia", "admin", viewport={"width": width, "height": 700}, has_touch=True)
    for path in PAGES:
        mia.open(path)
        settle(mia)
        assert not scrolls_sideways(mia), f"{path} scrolls sideways"
        assert small_targets(mia) == [], f"{path} has targets that are too small"
    mia.queue()
    mia.page.locator(".item-row button").first.click()
    mia.page.locator(".present .content").wait_for()
    settle(mia)
    assert not scrolls_sideways(mia)
    assert small_targets(mia) == []
    mia.page.get_by_role("button", name="Back to the list").click()
    mia.page.locator(".rows").wait_for()


def test_the_page_speaks_german(people: People) -> None:
    mia = people("mia", "admin", viewport={"width": 320, "height": 700})
    mia.open("/settings")
    mia.page.get_by_label("Language").select_option("de")
    mia.page.get_by_role("heading", name="Einstellungen").wait_for()
    assert mia.page.evaluate("document.documentElement.lang") == "de"
    for path in ("/transparency?part=figures", "/deliveries?part=endpoints", "/app"):
        mia.open(path)
        settle(mia)
        assert not scrolls_sideways(mia), f"{path} scrolls sideways"


def test_a_rule_is_explained_in_german(desk: Desk, people: People) -> None:
    listed = {"type": "in_list", "lists": ["bad"]}
    often = {"type": "post_count", "operator": "gt", "value": 9, "window": "7d"}
    when = {"type": "all", "conditions": [listed, often]}
    desk.hive("PUT", "/rules/r", {"name": "R", "scope": "post", "when": when, "actions": ["hide"]})
    item = desk.check("one")
    mia = people()
    mia.open(f"/item/{item}")
    mia.page.get_by_text("text in list bad").wait_for(state="attached")
    mia.open("/settings")
    mia.page.get_by_label("Language").select_option("de")
    mia.open(f"/item/{item}")
    said = mia.page.locator(".clause .clause")
    said.first.wait_for(state="attached")
    first, second = said.all_text_contents()
    assert "Text steht in einer Liste: Listen bad" in first
    for part in ("Anzahl der Beiträge", "Vergleich mehr als", "Wert 9", "Innerhalb von 7d"):
        assert part in second
    # What the server says in English alone is marked as such.
    assert mia.page.locator(".rule .hint [lang=en]").count() == 1


def test_back_and_links_hold_the_filters(desk: Desk, people: People) -> None:
    desk.check("one", author="ann")
    desk.check("two", author="bob")
    mia = people()
    mia.open("/queue/all?entity_creator_id=bob")
    mia.page.locator(".item-row").wait_for()
    assert mia.rows() == 1
    mia.page.get_by_role("link", name="All about this user").click()
    mia.page.get_by_role("heading", name="User bob").wait_for()
    mia.page.go_back()
    mia.page.locator(".item-row").wait_for()
    assert mia.rows() == 1
    assert mia.page.get_by_label("User id").input_value() == "bob"


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_written_on_charts_can_be_read(desk: Desk, people: People, width: int) -> None:
    desk.check("one")
    mia = people(viewport={"width": width, "height": 700})
    mia.open("/")
    mia.page.locator(".chart .tick").first.wait_for()
    sizes = mia.page.locator(".chart .tick").evaluate_all(
        "all => all.filter(each => each.checkVisibility()).map(each =>"
        " parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a)"
    )
    assert min(sizes) >= 10.5, sizes
    boxes = mia.page.locator(".chart > svg g > .tick").evaluate_all(
        "all => all.filter(each => each.checkVisibility())"
        ".map(each => each.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert all(left[1] <= right[0] for left, right in pairwise(boxes)), boxes
