from __future__ import annotations

import pytest
from pydantic import BaseModel, Field

from common.domain.errors import Invalid, NotAllowed, NotFound, TryAgain
from common.http.dialects.base import error_body
from common.http.errors import HTTPError, cursor_named, from_exception, storage_trouble
from common.queue.queue import Cause, QueueError
from common.store.store import BadCursor, Conflict, Damaged, Key, TooLarge, Unavailable


class _Model(BaseModel):
    name: str = Field(max_length=3)
    many: list[int] = Field(default_factory=list)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Invalid("no"), 400, 4),
        (Invalid.field("a", "is wrong"), 400, 4),
        (NotFound("no"), 404, 16),
        (NotAllowed("no"), 403, 17),
        (TryAgain("no"), 503, -1),
        (BadCursor("no"), 400, 4),
        (Conflict(Key("a", "b", "c")), 503, -1),
        (Unavailable("no"), 503, -1),
        (QueueError("no"), 503, -1),
        (TooLarge("no"), 413, 4),
        (HTTPError(418, 99, "no"), 418, 99),
    ],
)
def test_each_kind_has_its_status(error: Exception, status: int, code: int) -> None:
    made = from_exception(error)
    assert made is not None
    assert (made.status, made.code) == (status, code)


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), RuntimeError("x"), TypeError()])
def test_what_nobody_foresaw_is_nothing(error: Exception) -> None:
    assert from_exception(error) is None


@pytest.mark.parametrize(
    ("cause", "status", "retried", "said"),
    [
        ("busy", 503, True, "busy"),
        ("full", 503, True, "full"),
        ("read-only", 503, True, "read-only"),
        ("failing", 503, True, "failing"),
        ("gone", 503, True, "gone"),
        ("corrupt", 500, False, "damaged"),
    ],
)
def test_the_cause_is_named_and_no_more(
    cause: Cause, status: int, retried: bool, said: str
) -> None:
    for error in (Unavailable("/data/store.db", cause), QueueError("/data/store.db", cause)):
        assert storage_trouble(error) == cause
        made = from_exception(error)
        assert made is not None
        assert (made.status, "retry-after" in made.headers) == (status, retried)
        assert made.message.startswith(f"storage is {said}")
        assert "/data" not in made.message
    damaged = from_exception(Damaged([Key("app", "item", "id")]))
    assert damaged is not None
    assert (damaged.status, "item" in damaged.message) == (500, False)


def test_a_conflict_is_no_trouble_with_the_store() -> None:
    assert storage_trouble(Conflict(Key("a", "b", "c"))) is None
    assert storage_trouble(BadCursor("no")) is None


def test_trouble_with_the_store_tells_nothing_of_it() -> None:
    for error in (Unavailable("/data/store.db: no such table"), Conflict(Key("a", "b", "c"))):
        made = from_exception(error)
        assert made is not None
        assert made.message == "storage is busy, try again"
        assert made.headers == {"retry-after": "1"}


def _refused(value: object) -> HTTPError:
    with pytest.raises(ValueError) as raised:
        _Model.model_validate(value)
    made = from_exception(raised.value)
    assert made is not None
    return made


def test_fields_are_named_by_their_place() -> None:
    assert set(_refused({"name": "a", "many": [1, "x"]}).fields) == {"many.1"}
    assert set(_refused({}).fields) == {"name"}
    assert set(_refused([]).fields) == {"body"}


def test_many_problems_are_told_in_part() -> None:
    made = _refused({"name": "a", "many": ["x"] * 1_000})
    assert len(made.fields) == 20
    assert len(made.message) < 1_000


def test_what_was_sent_is_not_repeated() -> None:
    made = _refused({"name": "s3cret-value"})
    assert "s3cret" not in str(error_body(made, "op", "1.00ms"))


def test_the_body_has_every_member() -> None:
    error = HTTPError(404, 16, "no such thing", fields={"id": "does not exist"})
    assert error_body(error, "get_rule", "1.00ms") == {
        "code": 16,
        "StatusCode": 404,
        "message": 'get_rule failed with error: "no such thing"',
        "duration": "1.00ms",
        "more_info": "",
        "details": [],
        "exception_fields": {"id": "does not exist"},
        "unrecoverable": True,
    }


@pytest.mark.parametrize(
    ("status", "final"),
    [(400, True), (401, True), (413, True), (408, False), (429, False), (500, False)],
)
def test_what_may_succeed_later_is_recoverable(status: int, final: bool) -> None:
    assert error_body(HTTPError(status, 4, ""), "op", "")["unrecoverable"] is final


def test_no_text_is_without_end() -> None:
    body = error_body(HTTPError(400, 4, "x" * 9_000, fields={"y" * 9_000: "z" * 9_000}), "op", "")
    assert len(str(body)) < 4_000


def test_a_cursor_has_the_name_that_it_came_by() -> None:
    with pytest.raises(HTTPError) as raised, cursor_named("next"):
        raise BadCursor("no")
    assert raised.value.fields == {"next": "is not a cursor of this query"}
