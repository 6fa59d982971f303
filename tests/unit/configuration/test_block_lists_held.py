from __future__ import annotations

from common.configuration.block_lists import block_lists_of
from tests.factories import block_list


def test_lists_of_one_id_and_time_in_two_apps_are_two_lists() -> None:
    ours = block_lists_of("ours", {"same": block_list("casino")}, ())
    theirs = block_lists_of("theirs", {"same": block_list("lottery")}, ())
    assert ours.specs["spam"].words == ("casino",)
    assert theirs.specs["spam"].words == ("lottery",)


def test_a_list_that_did_not_change_keeps_what_was_compiled() -> None:
    first = block_lists_of("app", {"same": block_list("casino")}, ())
    again = block_lists_of("app", {"same": block_list("casino")}, ())
    assert first.specs["spam"].matcher is again.specs["spam"].matcher
