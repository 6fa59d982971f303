from __future__ import annotations

import pytest

from common.delivery.attempts import payload_of, succeeded
from common.outgoing.calls import AttemptResult
from tests.factories import delivery


@pytest.mark.parametrize(
    ("result", "action", "webhook"),
    [
        (AttemptResult(200), True, True),
        (AttemptResult(201), False, True),
        (AttemptResult(204), False, True),
        (AttemptResult(299), False, True),
        (AttemptResult(302), False, False),
        (AttemptResult(199), False, False),
        (AttemptResult(500), False, False),
        (AttemptResult(None, "timeout"), False, False),
        (AttemptResult(200, "reset"), False, False),
    ],
)
def test_what_success_is(result: AttemptResult, action: bool, webhook: bool) -> None:
    assert succeeded(delivery("action:ban"), result) is action
    assert succeeded(delivery("hook:h1"), result) is webhook


def test_the_receiver_is_told_which_order_this_is() -> None:
    sent = payload_of(delivery("action:ban", sequence=7, subject="user:u"))
    assert sent == {"user_id": "u", "sequence": 7, "subject": "user:u"}
    assert payload_of(delivery("url:1")) == {"user_id": "u"}
