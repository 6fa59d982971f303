"""A claim lasts while an item is before somebody, and not after."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import People
from tests.browser.desk import Desk, Person, eventually

if TYPE_CHECKING:
    from playwright.sync_api import Route

_SOON = 20.0
"""Far less than the two minutes after which a claim would end by itself."""


def _holder(desk: Desk, item: str) -> Any:
    return desk.item(item).get("assigned_to", {}).get("id")


def _claimed(desk: Desk, person: Person, item: str) -> None:
    person.queue()
    eventually(lambda: _holder(desk, item) is not None)


def _free(desk: Desk, item: str) -> None:
    eventually(lambda: _holder(desk, item) is None, _SOON)


def test_an_item_is_let_go_when_its_page_is_closed(desk: Desk, people: People) -> None:
    item = desk.check("one")
    mia = people()
    _claimed(desk, mia, item)
    other = mia.context.new_page()
    mia.page.close(run_before_unload=True)
    _free(desk, item)
    mia.page = other


def test_a_claim_that_arrives_late_does_not_outlast_the_visit(desk: Desk, people: People) -> None:
    item = desk.check("one")
    mia = people()
    asked: list[str] = []

    def late(route: Route) -> None:
        if '"lock_items":true' in (route.request.post_data or ""):
            asked.append("claim")
            time.sleep(1)
        route.continue_()

    mia.page.route("**/review_queue", late)
    mia.queue()
    while not asked:
        mia.page.wait_for_timeout(50)
    mia.page.get_by_role("link", name="Users", exact=True).first.click()
    mia.page.wait_for_timeout(3_000)
    _free(desk, item)


@pytest.mark.parametrize("how", ["undone", "given up"])
def test_an_item_whose_decision_was_taken_back_elsewhere_is_free(
    desk: Desk, people: People, how: str
) -> None:
    item = desk.check("one")
    mia = people()
    _claimed(desk, mia, item)
    if how == "given up":
        mia.page.route("**/submit_action", lambda route: route.fulfill(status=500, body="{}"))
    mia.press("a")
    mia.page.get_by_role("link", name="Settings", exact=True).click()
    if how == "undone":
        mia.page.locator(".pending").get_by_role("button", name="Undo").click()
    else:
        mia.page.get_by_role("button", name="Decisions not sent yet").click(timeout=20_000)
        mia.page.get_by_role("button", name="Give up").click()
    _free(desk, item)
    noa = people("noa")
    noa.queue()
    assert noa.page.get_by_text("is working on this item").count() == 0
    assert desk.decisions() == []


def test_an_item_that_was_skipped_is_free_for_others(desk: Desk, people: People) -> None:
    item = desk.check("one")
    mia, noa = people("mia"), people("noa")
    _claimed(desk, mia, item)
    hers = _holder(desk, item)
    mia.press("s")
    mia.press("1")
    eventually(lambda: _holder(desk, item) != hers, _SOON)
    noa.queue()
    eventually(lambda: _holder(desk, item) not in (None, hers), _SOON)
