"""What a law asks for: statements of reasons, appeals, erasure, second looks, a log that holds."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from common.moderation.evidence.proofs import problems_of
from tests.browser.conftest import People
from tests.browser.desk import BAD, Desk, Place, eventually
from tests.browser.looking import need_axe, problems

_EVIL = "<script>alert(1)</script><i>x</i> \u202egnp " + "long" * 40
_REMOVED = {
    "decision_visibility": ["DECISION_VISIBILITY_CONTENT_REMOVED"],
    "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    "incompatible_content_ground": "Rule 4: no insults",
    "incompatible_content_explanation": "Insults are not allowed here.",
    "category": "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
}
_TEMPLATE = {"text": "We did this: {restriction}. Clause: {clause}.[[ What we know: {facts}.]]"}

PAGES = (
    "/appeals?status=all",
    "/second_looks",
    "/second_looks?part=agreement",
    "/transparency",
    "/transparency?part=figures",
    "/transparency?part=submissions",
    "/approvals",
    "/integrity",
    "/erasures/+new?user=ann",
)


def _states(desk: Desk, **fields: Any) -> None:
    desk.hive("PUT", "/statement_settings/block", {**_REMOVED, **fields})
    desk.hive("PUT", "/statement_templates/en", _TEMPLATE)
    desk.hive("PUT", "/statement_settings", {"fallback_language": "en"})


def _appeals(desk: Desk, id: str, author: str, reason: str) -> str:
    body = {"entity_type": "post", "entity_id": id, "appeal_reason": reason, "user_id": author}
    made: str = desk.stream("POST", "/moderation/appeal", body)["appeal_id"]
    return made


def _twice(desk: Desk) -> None:
    desk.hive("PUT", "/settings", {"second_look_percent": {"desk": 100}})


@pytest.fixture
def filled(desk: Desk, place: Place) -> Desk:
    """One of everything, written by somebody who means ill."""
    _states(desk, incompatible_content_explanation=_EVIL)
    _twice(desk)
    item = desk.check("one", f"{BAD} {_EVIL}", author="author.<b>")
    desk.decide(item, "block", "<i>mia</i>")
    appeal = _appeals(desk, "one", "author.<b>", _EVIL)
    desk.hive("POST", f"/appeals/{appeal}/notes", {"text": _EVIL, "user_id": "<i>noa</i>"})
    court = {"body": _EVIL[:100], "reference": _EVIL[:100], "opened_at": "2026-02-01T00:00:00Z"}
    desk.hive("PUT", f"/appeals/{appeal}/out_of_court", {**court, "user_id": "lea"})
    place.close_days(desk)
    return desk


def test_the_statement_that_a_decision_would_make_is_shown_before_it(
    desk: Desk, people: People
) -> None:
    _states(desk)
    desk.check("one")
    mia = people()
    mia.queue()
    mia.page.get_by_text("Statement of reasons").focus()
    mia.page.keyboard.press("Enter")
    shown = mia.page.locator(".desk details")
    shown.get_by_text("Rule 4: no insults").first.wait_for()
    shown.get_by_text("We did this:").wait_for()
    assert "block_list" in shown.inner_text()
    shown.get_by_label("Of the decision").select_option("Ban")
    shown.get_by_text("Nothing is declared for Ban").wait_for()
    assert desk.hive("GET", "/statements")["statements"] == []
    mia.press("d")
    eventually(lambda: len(desk.hive("GET", "/statements")["statements"]) == 1)
    mia.open("/transparency")
    mia.page.get_by_role("button", name="Read author-of-one").click()
    told = mia.page.get_by_role("dialog")
    told.get_by_text("Rule 4: no insults").first.wait_for()
    told.get_by_role("button", name="The person was told now").click()
    eventually(lambda: "told_at" in desk.hive("GET", "/statements")["statements"][0])


def test_an_appeal_is_answered_by_another_one_with_a_reason_and_its_reversal_is_followed(
    desk: Desk, people: People
) -> None:
    path = desk.act("show", "unblock")
    item = desk.check("one", author="ann")
    mia = people("mia", "senior")
    mia.open(f"/item/{item}")
    mia.press("d")
    eventually(lambda: bool(desk.item(item).get("reviewed_by")))
    appeal = _appeals(desk, "one", "ann", "it was a quotation")
    mia.open("/appeals")
    own = mia.page.get_by_role("article", name="Appeal of ann")
    own.get_by_text("somebody else has to look at it").wait_for()
    assert own.get_by_role("button", name="Accept").count() == 0
    noa = people("noa", "senior")
    noa.open("/appeals?role=notifier")
    noa.page.get_by_text("There are no such appeals.").wait_for()
    noa.page.get_by_label("Who appeals").select_option("author")
    theirs = noa.page.get_by_role("article", name="Appeal of ann")
    theirs.get_by_text("it was a quotation").wait_for()
    assert "mia" in theirs.inner_text()
    accept = theirs.get_by_role("button", name="Accept")
    assert accept.is_disabled()
    theirs.get_by_label("Answer to the person").fill("A quotation it was.")
    accept.click()
    eventually(lambda: desk.calls(path) == 1)
    noa.open("/appeals?status=accepted")
    theirs.get_by_text("arrived").or_(theirs.get_by_text("on its way")).wait_for()
    theirs.get_by_role("button", name="Note a dispute").click()
    noa.page.get_by_label("Body").fill("Appeals Centre")
    noa.page.get_by_label("Reference").fill("AC-17")
    noa.page.get_by_role("button", name="Save").click()
    theirs.get_by_text("AC-17").wait_for()
    known = desk.hive("GET", f"/appeals/{appeal}")["appeal"]
    assert (known["status"], known["outcome"]) == ("accepted", "reversed")
    assert known["decision_reason"] == "A quotation it was."
    assert known["out_of_court"]["body"] == "Appeals Centre"


def test_a_person_is_erased_after_their_id_was_typed_and_the_receipt_is_taken(
    desk: Desk, people: People
) -> None:
    desk.check("one", author="ann-4711")
    ada = people("ada", "admin")
    ada.open("/users/ann-4711")
    ada.page.get_by_role("link", name="Erase").click()
    erase = ada.page.get_by_role("button", name="Erase for good")
    erase.wait_for()
    assert erase.is_disabled()
    ada.page.get_by_label("Type the id to be sure").fill("ann-4711")
    erase.click()
    take = ada.page.get_by_role("button", name="Take the receipt")
    take.wait_for(timeout=90_000)
    ada.page.get_by_role("table", name="Receipt").wait_for()
    with ada.page.expect_download() as taken:
        take.click()
    receipt = json.loads(taken.value.path().read_text())["signed"]["receipt"]
    assert receipt["app"] == desk.name
    assert sum(place["deleted"] for place in receipt["places"]) > 0
    assert desk.waiting() == 0


def test_a_second_look_tells_nothing_of_the_first_and_counts(desk: Desk, people: People) -> None:
    _twice(desk)
    for id in ("one", "two"):
        desk.decide(desk.check(id), "block", "zeno")
    noa = people("noa", "senior")
    noa.open("/second_looks")
    seen = noa.page.get_by_role("article", name="Content to judge")
    seen.wait_for()
    assert "zeno" not in noa.page.locator("main").inner_text()
    seen.get_by_label("Reason").fill("an insult")
    noa.page.get_by_role("heading", name="Second looks").click()
    noa.press("d")
    seen.get_by_text("1 to look at").wait_for()
    noa.press("a")
    noa.page.get_by_text("Nothing waits for a second look.").wait_for()
    noa.page.get_by_role("link", name="Agreement").click()
    row = noa.page.get_by_role("row", name="desk")
    row.wait_for()
    assert "50%" in row.inner_text()


def test_a_decision_that_takes_two_waits_for_another_person_and_is_counted(
    desk: Desk, people: People
) -> None:
    _states(desk)
    desk.hive("PUT", "/settings", {"second_person_actions": ["block"]})
    item = desk.check("one")
    mia = people()
    mia.queue()
    mia.press("d")
    mia.page.get_by_text("Block waits until another person has agreed.").wait_for()
    assert not desk.item(item).get("reviewed_by")
    mia.open("/approvals")
    mia.page.get_by_role("button", name="Withdraw").wait_for()
    assert mia.page.get_by_role("button", name="Agree").count() == 0
    noa = people("noa", "senior")
    noa.open("/approvals")
    noa.page.get_by_role("button", name="Agree").click()
    noa.page.get_by_text("Nothing here.").wait_for()
    assert desk.item(item)["reviewed_by"] == "mia"
    noa.open("/transparency?part=figures")
    own = noa.page.locator("section", has=noa.page.get_by_role("heading", name="On own initiative"))
    own.get_by_text("content removed").wait_for()
    with noa.page.expect_download() as taken:
        noa.page.get_by_role("button", name="CSV").click()
    assert "own_initiative,number,,1" in taken.value.path().read_text()


def test_the_roots_of_the_log_are_seen_and_an_entry_is_proven(
    desk: Desk, place: Place, people: People
) -> None:
    desk.decide(desk.check("one"), "block", "zeno")
    place.close_days(desk)
    ada = people("ada", "admin")
    ada.open("/log?moderator_id=zeno")
    ada.page.get_by_text("Details").first.click()
    ada.page.get_by_role("link", name="Proof").first.click()
    day = ada.page.get_by_role("row", name=datetime.now(UTC).date().isoformat())
    day.get_by_text("holds").wait_for()
    ada.page.get_by_role("button", name="Prove").click()
    with ada.page.expect_download() as taken:
        ada.page.get_by_role("button", name="Take the proof").click()
    proof = json.loads(taken.value.path().read_text())
    assert problems_of(proof) == []
    assert proof["root"]["day"] == datetime.now(UTC).date().isoformat()


@pytest.mark.timeout(240)
def test_every_page_of_trust_fits_is_safe_and_can_be_read(filled: Desk, people: People) -> None:
    assert filled
    need_axe()
    ada = people("ada", "admin", has_touch=True, bypass_csp=True)
    found = problems(ada, PAGES)
    assert found == {}, json.dumps(found, indent=1)
